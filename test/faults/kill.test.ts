// kill -9 at any moment of imports and checks: nothing confirmed is lost, nothing half-written stays, the lock is free at once.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { verifyChain } from "../../db/journal.ts";
import { openStore } from "../../db/open.ts";
import { startDesk } from "../builders/desk.ts";
import { faultOf, newWorkbook, openDesk, value } from "../builders/service.ts";
import { seeded } from "../builders/source.ts";
import { killedAfter, startWriter } from "../fixtures/killed-writer.ts";

const kills = 8;

const now = () => 0;
const wholeChain = (db: Parameters<typeof verifyChain>[0]): number | null => {
  const chain = verifyChain(db);
  for (let step = chain.next(); ; step = chain.next()) if (step.done) return step.value.brokenAt;
};

// Two workbooks at a time, so that both cores of a small machine are busy.
test.concurrent.each([20261122, 20261123])(
  `${kills} kills lose nothing confirmed and leave no half import (seed %i)`,
  async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), "quanheng-"));
    const desk = startDesk({ folder });
    const grant = desk.writes("w.quanheng");
    await value(desk.client.workbook.create({ grant, unitName: "甲", timeZone: "Asia/Shanghai" }));
    desk.close();
    const draw = seeded(seed);
    const confirmed: number[] = [];
    for (let round = 1; round <= kills; round += 1)
      confirmed.push(
        ...(await killedAfter(
          startWriter("writer.ts", folder, String(round)),
          draw.int(2, 9),
          draw.int(0, 400),
        )),
      );
    expect(confirmed.length).toBeGreaterThan(kills);

    const store = openStore(desk.at("w.quanheng"), { now });
    try {
      expect(store.readOnly).toBeNull();
      expect(store.db.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(store.db.pragma("foreign_key_check")).toEqual([]);
      expect(wholeChain(store.db)).toBeNull();
      const known = new Set(store.db.prepare("SELECT seq FROM journal").pluck().all());
      expect(confirmed.filter((seq) => !known.has(seq))).toEqual([]);
      const sizes = store.db
        .prepare("SELECT DISTINCT count(*) FROM suppliers GROUP BY recorded_in")
        .pluck()
        .all();
      expect(sizes).toEqual([150]);
      const imports = store.db.prepare("SELECT count(*) FROM journal WHERE action = 'import'").pluck().get();
      const groups = store.db.prepare("SELECT count(DISTINCT recorded_in) FROM suppliers").pluck().get();
      expect(groups).toBe(imports);
    } finally {
      store.close();
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);

test("while another process writes, here one can only look, and sees what it confirms; once it is dead, the same open edits", async () => {
  const desk = await newWorkbook();
  desk.close();
  const child = startWriter("writer.ts", desk.folder, "1");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hear = async (what: string): Promise<string> => {
    for (let line = await lines.next(); !line.done; line = await lines.next())
      if (line.value.startsWith(what)) return line.value;
    throw new Error("the writer ended");
  };
  await hear("open writes");
  const here = openDesk({ folder: desk.folder });
  const { open } = await value(here.client.workbook.open({ grant: here.reads("w.quanheng") }));
  expect(open?.readOnly?.zh).toContain("另一个窗口");
  const suppliers = async () => (await value(here.client.sheets.list({ kind: "suppliers" }))).total;
  const before = await suppliers();
  await hear("confirmed");
  await hear("confirmed");
  expect(await suppliers()).toBeGreaterThan(before);
  const values = { code: "Z1", name: "甲" };
  const refused = await faultOf(here.client.sheets.save({ kind: "suppliers", id: null, values }));
  expect(refused).toMatchObject({ code: "refused", message: open?.readOnly });
  expect((await faultOf(here.client.conflicts.check({}))).code).toBe("refused");
  child.kill("SIGKILL");
  await once(child, "exit");
  const again = await value(here.client.workbook.open({ grant: here.reads("w.quanheng") }));
  expect(again.open?.readOnly).toBeNull();
  await value(here.client.sheets.save({ kind: "suppliers", id: null, values }));
  expect(here.bugs).toEqual([]);
}, 60_000);
