// Undo is a new entry that puts back exactly what was there, and is refused while later work stands on it.
import { expect, test } from "vitest";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetKinds } from "../../../shared/domain/sheets.ts";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, value } from "../../builders/service.ts";

const rows = async (desk: Desk) =>
  Object.fromEntries(
    await Promise.all(
      sheetKinds.map(async (kind) => [
        kind,
        (await value(desk.client.sheets.list({ kind }))).rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    ),
  );
const undo = (desk: Desk, seq: number) => desk.client.journal.undo({ seq });
const idOf = async (desk: Desk, kind: SheetKind, code: string): Promise<string> => {
  const { rows } = await value(desk.client.sheets.list({ kind }));
  const row = rows.find(({ values }) => Object.values(values).includes(code));
  if (!row) throw new Error(`no ${code} among ${kind}`);
  return row.id;
};
const seqOf = async (desk: Desk): Promise<number> =>
  (await value(desk.client.workbook.state({}))).open?.journalSeq ?? 0;

test("undoing an import of new and changed rows restores every row with its id, and the chain holds", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const before = await rows(desk);
  const { change } = await bringIn(desk, [
    tableOf("people", [
      ["001", "张三丰", "2019-01-01"],
      ["004", "赵六", "2021-01-01"],
    ]),
    tableOf("suppliers", [["S2", "新供应商"]]),
  ]);
  expect(await rows(desk)).not.toEqual(before);
  await value(undo(desk, change?.seq ?? 0));
  expect(await rows(desk)).toEqual(before);
  const { entries } = await value(desk.client.journal.list({}));
  expect(entries[0]).toMatchObject({ action: "undo", undoOf: change?.seq, canUndo: true });
  expect(entries[1]).toMatchObject({ action: "import", undoneBy: entries[0]?.seq, canUndo: false });
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("undo and undo of the undo, over and over", async () => {
  const desk = await newWorkbook();
  const empty = await rows(desk);
  const { change } = await bringIn(desk, office());
  const full = await rows(desk);
  let last = change?.seq ?? 0;
  for (const expected of [empty, full, empty]) {
    last = (await value(undo(desk, last))).change?.seq ?? 0;
    expect(await rows(desk)).toEqual(expected);
  }
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});

test("the same change cannot be undone twice, and entries that changed nothing cannot be undone", async () => {
  const desk = await newWorkbook();
  const { change } = await bringIn(desk, office());
  await value(undo(desk, change?.seq ?? 0));
  expect((await faultOf(undo(desk, change?.seq ?? 0))).code).toBe("stale");
  await value(desk.client.conflicts.check({}));
  expect((await faultOf(undo(desk, await seqOf(desk)))).code).toBe("refused");
  expect((await faultOf(undo(desk, 1))).code).toBe("refused");
  expect((await faultOf(undo(desk, 99))).code).toBe("missing");
});

test("an import that later rows refer to stays", async () => {
  const desk = await newWorkbook();
  const [departments, ...rest] = office();
  const first = await bringIn(desk, departments ? [departments] : []);
  await bringIn(desk, rest);
  const before = await rows(desk);
  const fault = await faultOf(undo(desk, first.change?.seq ?? 0));
  expect(fault.code).toBe("stale");
  expect(await rows(desk)).toEqual(before);
});

test("an own duty that a later step carries keeps its import from being undone", async () => {
  const desk = await newWorkbook();
  const duties = await bringIn(desk, [
    { kind: "duties", header: ["职责代码", "职责名称", "职责类型"], rows: [["own_x", "专办", "执行"]] },
  ]);
  await bringIn(desk, office());
  await bringIn(desk, [tableOf("steps", [["M1", "S3", "专办", "3", "own_x"]])]);
  expect((await faultOf(undo(desk, duties.change?.seq ?? 0))).code).toBe("stale");
});

test("a row corrected later names the correction; once that is undone, the import can be undone", async () => {
  const desk = await newWorkbook();
  const before = await rows(desk);
  const { change } = await bringIn(desk, office());
  const id = await idOf(desk, "suppliers", "S1");
  const saved = await value(
    desk.client.sheets.save({ kind: "suppliers", id, values: { code: "S1", name: "改名" } }),
  );
  const fault = await faultOf(undo(desk, change?.seq ?? 0));
  expect(fault.code).toBe("stale");
  expect(fault.message.zh).toContain(`第 ${saved.change?.seq ?? 0} 条`);
  await value(undo(desk, saved.change?.seq ?? 0));
  await value(undo(desk, change?.seq ?? 0));
  expect(await rows(desk)).toEqual(before);
});

test("a removal is not undone while its number is taken by another row", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [tableOf("suppliers", [["S1", "甲"]])]);
  const id = await idOf(desk, "suppliers", "S1");
  const removed = await value(desk.client.sheets.remove({ kind: "suppliers", id }));
  await bringIn(desk, [tableOf("suppliers", [["S1", "乙"]])]);
  const fault = await faultOf(undo(desk, removed.change?.seq ?? 0));
  expect(fault.code).toBe("stale");
  expect(desk.bugs).toEqual([]);
});

test("a removal is not undone when what it referred to has gone", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [
    tableOf("departments", [
      ["D1", "甲", ""],
      ["D2", "乙", "D1"],
    ]),
  ]);
  const child = await value(
    desk.client.sheets.remove({ kind: "departments", id: await idOf(desk, "departments", "D2") }),
  );
  const parent = await value(
    desk.client.sheets.remove({ kind: "departments", id: await idOf(desk, "departments", "D1") }),
  );
  expect((await faultOf(undo(desk, child.change?.seq ?? 0))).code).toBe("stale");
  await value(undo(desk, parent.change?.seq ?? 0));
  await value(undo(desk, child.change?.seq ?? 0));
  expect((await value(desk.client.sheets.list({ kind: "departments" }))).total).toBe(2);
});

test("a restored row that later rows came to refer to cannot be taken away again", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [tableOf("departments", [["D1", "甲", ""]])]);
  const id = await idOf(desk, "departments", "D1");
  const removed = await value(desk.client.sheets.remove({ kind: "departments", id }));
  const restored = await value(undo(desk, removed.change?.seq ?? 0));
  await bringIn(desk, [tableOf("posts", [["P1", "经办", "D1", "经办"]])]);
  expect((await faultOf(undo(desk, restored.change?.seq ?? 0))).code).toBe("stale");
});
