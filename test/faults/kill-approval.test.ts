// kill -9 at any moment of approvals: a set is approved with all its rows, its decision and its entry, or not at all; a plan's with all its papers.
import { expect, test } from "vitest";
import { verifyChain } from "../../db/journal.ts";
import { openStore } from "../../db/open.ts";
import { addDays } from "../../shared/domain/day.ts";
import { fillRotatingOffice, startDay, withOperators } from "../builders/rotating-office.ts";
import { openDesk, value } from "../builders/service.ts";
import { seeded } from "../builders/source.ts";
import { twoPeople } from "../builders/two-people.ts";
import { killedAfter, startWriter } from "../fixtures/killed-writer.ts";

const kills = 5;

test(`${kills} kills leave no half approval`, async () => {
  const desk = await twoPeople();
  desk.close();
  const draw = seeded(20261127);
  const confirmed: number[] = [];
  for (let round = 0; round < kills; round += 1)
    confirmed.push(
      ...(await killedAfter(startWriter("approver.ts", desk.folder), draw.int(2, 6), draw.int(0, 300))),
    );
  expect(confirmed.length).toBeGreaterThan(0);

  const store = openStore(desk.at("w.quanheng"), { now: () => 0 });
  try {
    const { db } = store;
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(db.pragma("foreign_key_check")).toEqual([]);
    const chain = verifyChain(db);
    let step = chain.next();
    while (!step.done) step = chain.next();
    expect(step.value.brokenAt).toBeNull();
    const seqs = (sql: string): number[] => db.prepare(sql).pluck().all() as number[];
    const entries = seqs("SELECT seq FROM journal WHERE action = 'approve' ORDER BY seq");
    expect(entries).toEqual(expect.arrayContaining(confirmed));
    expect(seqs("SELECT recorded_in FROM change_sets WHERE state = 'approved' ORDER BY 1")).toEqual(entries);
    expect(seqs("SELECT recorded_in FROM change_decisions WHERE act = 'approve' ORDER BY 1")).toEqual(
      entries,
    );
    // Both authorities in force were changed by each.
    const successors = seqs(
      "SELECT recorded_in FROM authorities WHERE from_day = '2026-03-05' GROUP BY recorded_in HAVING count(*) = 2 ORDER BY 1",
    );
    expect(successors).toEqual(entries);
    const undecided = seqs(
      "SELECT count(*) FROM change_sets WHERE superseded_in IS NULL AND state NOT IN ('draft', 'submitted', 'approved')",
    );
    expect(undecided).toEqual([0]);
  } finally {
    store.close();
  }
}, 120_000);

test("a plan killed in its approval is announced with assignments and handovers, or not at all", async () => {
  const desk = await withOperators(await fillRotatingOffice(openDesk({ day: startDay })));
  await value(desk.client.rotation.plan({ months: 12 }));
  desk.close();
  const draw = seeded(20261128);
  const confirmed: number[] = [];
  for (let round = 0; round < 3; round += 1)
    confirmed.push(
      ...(await killedAfter(startWriter("plan-approver.ts", desk.folder), draw.int(2, 4), draw.int(0, 200))),
    );
  const after = openDesk({ folder: desk.folder, day: startDay });
  await value(after.client.workbook.open({ grant: after.reads("w.quanheng") }));
  const { sets } = await value(after.client.handovers.planSets({}));
  const approved = sets.filter(({ state }) => state === "approved");
  expect(approved.length).toBeGreaterThanOrEqual(confirmed.length);
  expect(approved.length).toBeGreaterThan(0);
  // What is on record is one plan whole: each live handover's giver ends, its taker begins, on its days.
  const { rows: handovers } = await value(after.client.handovers.list({}));
  const { rows } = await value(after.client.sheets.list({ kind: "assignments" }));
  const live = handovers.filter(({ state }) => state !== "retracted");
  expect(live).toHaveLength(3);
  for (const { giver, taker, post, from, lastDay } of live) {
    const own = rows.filter(({ values }) => values.postId === post.id);
    expect(own.map(({ values }) => [values.personId, values.from, values.until])).toEqual(
      expect.arrayContaining([
        [giver.id, "2020-01-06", addDays(lastDay, 1)],
        [taker?.id, from, null],
      ]),
    );
    expect(own).toHaveLength(2);
  }
}, 180_000);
