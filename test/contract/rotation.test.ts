// Every call of the rotation namespace on the small sample: answers by the contract, faults in both languages, roles, journal, undo.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { BareMove, Plan } from "../../shared/contract/plan.ts";
import { type Desk, faultOf, startDesk, value } from "../builders/desk.ts";

let desk: Desk;
let plan: Plan;
const bare = (one: Plan): BareMove[] =>
  one.moves.map(({ day, person, from, to }) => ({
    day,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));
const entries = async () => (await value(desk.client.journal.list({}))).entries;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "quanheng-plans-"));
  desk = startDesk({ folder });
  await value(desk.client.workbook.sample({ grant: null, size: "small", endsOn: "2026-03-05" }));
  plan = await value(desk.client.rotation.plan({ months: 24, units: 200_000 }));
  return () => {
    desk.close();
    rmSync(folder, { recursive: true, force: true });
    expect(desk.bugs).toEqual([]);
  };
});

test("a plan is kept with what it takes to make it again", async () => {
  const kept = await value(desk.client.rotation.planOf({ id: plan.id }));
  expect(kept).toEqual(plan);
  const again = await value(
    desk.client.rotation.plan({ months: 24, seed: plan.seed, units: plan.units, wishes: plan.wishes }),
  );
  expect(bare(again)).toEqual(bare(plan));
  expect(again.units).toBe(plan.units);
  expect((await entries())[0]).toMatchObject({ action: "plan", canUndo: true });
});

test("moves that are tried are judged, and nothing is written", async () => {
  const before = (await entries()).length;
  const asIs = await value(desk.client.rotation.tryMoves({ planId: plan.id, moves: bare(plan) }));
  expect(asIs.breaches.map(({ sentence }) => sentence)).toEqual(plan.breaches);
  expect(asIs.strip).toEqual(plan.strip);
  expect(asIs.arrivals).toBe(plan.cost);
  const without = await value(desk.client.rotation.tryMoves({ planId: plan.id, moves: bare(plan).slice(1) }));
  expect(without.breaches.length).toBeGreaterThan(0);
  expect((await entries()).length).toBe(before);
});

test("candidates come best first, each with what it would break", async () => {
  const move = bare(plan).find(({ toPostId }) => toPostId !== null);
  if (!move?.toPostId) throw new Error("a plan with an arrival is needed");
  const asked = { planId: plan.id, moves: bare(plan), postId: move.toPostId, day: move.day };
  const { candidates } = await value(desk.client.rotation.candidates(asked));
  expect(candidates.length).toBeGreaterThan(3);
  const counts = candidates.map(({ breaches }) => breaches.length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(candidates.map(({ person }) => person.id)).not.toContain(move.personId);
});

test("a variant is kept beside its base, judged and named as drawn by hand", async () => {
  const moves = bare(plan).slice(1);
  const variant = await value(
    desk.client.rotation.keepVariant({ planId: plan.id, moves, wishes: plan.wishes }),
  );
  expect(variant).toMatchObject({ isByHand: true, basePlanId: plan.id, status: "undecided" });
  expect(variant.breaches.length).toBeGreaterThan(0);
  expect((await entries())[0]?.action).toBe("plan");
  const compared = await value(desk.client.rotation.compare({ a: plan.id, b: variant.id }));
  expect(compared.lines.filter(({ kind }) => kind === "only-a")).toHaveLength(1);
  expect(compared.lines.filter(({ kind }) => kind === "same")).toHaveLength(moves.length);
});

test("a discarded plan comes back when that is undone", async () => {
  const { change } = await value(desk.client.rotation.discard({ id: plan.id }));
  expect(await faultOf(desk.client.rotation.planOf({ id: plan.id }))).toMatchObject({ code: "missing" });
  await value(desk.client.journal.undo({ seq: change.seq }));
  expect(await value(desk.client.rotation.planOf({ id: plan.id }))).toEqual(plan);
});
