// Segments stand for their rows: after every kind of write, from outside too, and where nothing may be written.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { falseSegments, loadActs, loadCases, sealed } from "../../../db/queries/segments.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, newWorkbook, openDesk, value } from "../../builders/service.ts";

const file = (desk: Desk, readonly = true) => new Database(desk.at("w.quanheng"), { readonly });
const approvals = office().find(({ kind }) => kind === "approvals");

/** From segments and from rows: the same columns. */
function expectTrue(desk: Desk): void {
  const db = file(desk);
  expect(falseSegments(db)).toEqual([]);
  for (const load of [loadActs, loadCases])
    expect(load(db, { keeps: false }).packed).toEqual(load(db, { keeps: false, fromRowsOnly: true }).packed);
  db.close();
}
async function checked(): Promise<Desk> {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  await value(desk.client.conflicts.check({}));
  return desk;
}
const segments = (desk: Desk) => {
  const db = file(desk);
  const rows = db.prepare("SELECT of_table, row_count, is_dirty FROM segments ORDER BY of_table").all();
  db.close();
  return rows;
};

test("a check leaves a segment of every row in force", async () => {
  const desk = await checked();
  const count = approvals?.rows.length ?? 0;
  expect(segments(desk)).toMatchObject([
    { of_table: "approvals", row_count: count, is_dirty: 0 },
    { of_table: "cases", is_dirty: 0 },
  ]);
  expectTrue(desk);
});

test("an edit dirties its segment, a late row leaves it short, and the next check makes it anew", async () => {
  const desk = await checked();
  const [act] = (await value(desk.client.sheets.list({ kind: "approvals" }))).rows;
  const removed = await value(desk.client.sheets.remove({ kind: "approvals", id: act?.id ?? "" }));
  expect(segments(desk)).toMatchObject([{ is_dirty: 1 }, { is_dirty: 0 }]);
  expectTrue(desk);
  await value(desk.client.conflicts.check({}));
  expect(segments(desk)).toMatchObject([{ is_dirty: 0, row_count: (approvals?.rows.length ?? 0) - 1 }, {}]);
  await value(desk.client.journal.undo({ seq: removed.change?.seq ?? 0 }));
  // The row that came back has a row id of its own: the segment ends before it.
  expectTrue(desk);
  await value(desk.client.conflicts.check({}));
  expect(segments(desk)).toMatchObject([{ is_dirty: 0, row_count: approvals?.rows.length }, {}]);
  expectTrue(desk);
});

test("a segment whose bytes were damaged is made anew by the next check", async () => {
  const desk = await checked();
  const before = (await value(desk.client.conflicts.list({}))).rows;
  desk.close();
  const db = file(desk, false);
  db.exec("UPDATE segments SET body = zeroblob(length(body)) WHERE of_table = 'approvals'");
  expect(falseSegments(db)).toEqual([{ table: "approvals", firstRow: 1 }]);
  db.close();
  const again = openDesk({ folder: desk.folder });
  await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
  expect(await value(again.client.conflicts.check({}))).toMatchObject({ opened: 0, closed: 0 });
  expect((await value(again.client.conflicts.list({}))).rows).toEqual(before);
  expectTrue(again);
});

test("a segment made false on purpose, checksum and all, is found out by the journal's check", async () => {
  const desk = await checked();
  desk.close();
  const db = file(desk, false);
  const body = db.prepare("SELECT body FROM segments WHERE of_table = 'approvals'").pluck().get() as Buffer;
  db.prepare("UPDATE segments SET body = ? WHERE of_table = 'approvals'").run(
    sealed(Buffer.alloc(body.byteLength - 4)),
  );
  db.close();
  const again = openDesk({ folder: desk.folder });
  await value(again.client.workbook.open({ grant: again.reads("w.quanheng") }));
  const verdict = await value(again.client.journal.verify({}));
  expect(verdict.brokenAt).toBeNull();
  expect(verdict.message.zh).toContain("缓存");
  expect(segments(again)).toEqual([]);
  await value(again.client.conflicts.check({}));
  expectTrue(again);
});

test("the columns of a workbook that may only be read come from its rows", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const db = file(desk);
  expect(loadActs(db, { keeps: false })).toMatchObject({ made: 1 });
  expect(segments(desk)).toEqual([]);
  db.close();
});

test("a deciding act with every column keeps what the columns say", async () => {
  const desk = await checked();
  await bringIn(desk, [tableOf("approvals", approvals?.rows.slice(0, 1) ?? [])]);
  await value(desk.client.conflicts.check({}));
  expectTrue(desk);
});
