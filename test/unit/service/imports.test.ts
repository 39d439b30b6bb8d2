// Imports: every row gets its verdict, the good ones go in as one change, and the bad ones come back with their reasons.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { office, tableOf } from "../../builders/office.ts";
import { bringIn, type Desk, faultOf, newWorkbook, preview, value } from "../../builders/service.ts";
import { workbookOf } from "../../fixtures/workbooks.ts";

const rowCount = office().reduce((sum, { rows }) => sum + rows.length, 0);
const rejectsOf = async (desk: Desk, id: string) =>
  (await value(desk.client.imports.rows({ id, verdict: "rejected" }))).rows;
const journalLength = async (desk: Desk) => (await value(desk.client.journal.list({}))).total;
const file = (desk: Desk, name: string, content: string | Uint8Array): string => {
  writeFileSync(desk.at(name), content);
  return desk.reads(name);
};
const openFiles = async (desk: Desk, ...grants: string[]) => {
  const offer = await value(desk.client.imports.open({ grants }));
  return value(desk.client.imports.preview({ id: offer.id }));
};

test("the office goes in as one change; the same again adds nothing and writes nothing", async () => {
  const desk = await newWorkbook();
  const first = await bringIn(desk, office());
  expect(first).toMatchObject({ added: rowCount, changed: 0, rejected: 0 });
  const again = await bringIn(desk, office());
  expect(again).toMatchObject({ change: null, added: 0, changed: 0, same: rowCount });
  expect(await journalLength(desk)).toBe(2);
});

test("the same file given twice at once goes in once", async () => {
  const desk = await newWorkbook();
  const done = await bringIn(desk, [...office(), ...office()]);
  expect(done).toMatchObject({ added: rowCount, same: rowCount, rejected: 0 });
  expect((await value(desk.client.sheets.list({ kind: "approvals" }))).total).toBe(4);
});

test("columns that a file lacks keep what is on record", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, office());
  const done = await bringIn(desk, [tableOf("people", [["001", "张三丰"]], ["工号", "姓名"])]);
  expect(done).toMatchObject({ added: 0, changed: 1 });
  const { rows } = await value(desk.client.sheets.list({ kind: "people" }));
  expect(rows.find(({ values }) => values.staffNo === "001")?.values).toMatchObject({
    name: "张三丰",
    joinedOn: "2019-01-01",
  });
});

test("a row that clashes with what is on record is rejected, not a failure of the program", async () => {
  const desk = await newWorkbook();
  const header = ["岗位编码", "岗位名称", "机构编码", "层级"];
  await bringIn(desk, [
    tableOf("departments", [["D1", "采购科", ""]]),
    tableOf("posts", [["P1", "经办", "D1", "经办", "2020-12-31"]], [...header, "终止日期"]),
  ]);
  const { id } = await preview(desk, [
    tableOf("posts", [["P1", "经办", "D1", "经办", "2024-01-01"]], [...header, "起始日期"]),
  ]);
  const [row] = await rejectsOf(desk, id);
  expect(row?.problems[0]?.column).toBe("终止日期");
  expect(desk.bugs).toEqual([]);
});

test("a parent may come after its child; a child of a rejected parent is rejected, and so is what stands on it", async () => {
  const desk = await newWorkbook();
  const good = await bringIn(desk, [
    tableOf("departments", [
      ["D2", "支付科", "D1"],
      ["D1", "采购科", ""],
    ]),
  ]);
  expect(good).toMatchObject({ added: 2, rejected: 0 });
  const { id } = await preview(desk, [
    tableOf("departments", [
      ["D5", "孙科", "D4"],
      ["D4", "子科", "D3"],
      ["D3", "父科", "没有的科"],
      ["D6", "自指科", "D6"],
      ["D7", "好科", "D1"],
    ]),
    tableOf("posts", [
      ["P9", "经办", "D4", "经办"],
      ["P8", "经办", "D7", "经办"],
    ]),
  ]);
  const rejected = await rejectsOf(desk, id);
  expect(rejected.map(({ kind, row }) => `${kind} ${row}`)).toEqual([
    "departments 2",
    "departments 3",
    "departments 4",
    "departments 5",
    "posts 2",
  ]);
  expect(await value(desk.client.imports.commit({ id }))).toMatchObject({ added: 2, rejected: 5 });
  expect(desk.bugs).toEqual([]);
});

test("who the log alone knew becomes one of the roster once the roster names him", async () => {
  const desk = await newWorkbook();
  const mapping = { caseColumn: "件", activityColumn: "环节", personColumn: "人", timeColumn: "时间" };
  const rows = [["K1", "申请", "007", "2026-01-01"]];
  const offer = await value(
    desk.client.imports.offer({
      tables: [{ name: "log", kind: null, header: Object.values(mapping), rows }],
    }),
  );
  const log = await value(desk.client.imports.previewLog({ id: offer.id, index: 0, mapping }));
  await value(desk.client.imports.commit({ id: log.id }));
  const origin = async () =>
    (await value(desk.client.sheets.list({ kind: "people" }))).rows[0]?.values.origin;
  expect(await origin()).toBe("log");
  await bringIn(desk, [tableOf("people", [["007", "赵六", "2020-01-01"]])]);
  expect(await origin()).toBe("roster");
});

test("a person by name is told the numbers; end before start and negative amounts name row, column and value", async () => {
  const desk = await newWorkbook();
  await bringIn(desk, [...office(), tableOf("people", [["009", "张三", "2021-01-01"]])]);
  const { id } = await preview(desk, [
    tableOf("approvals", [["C1", "S1", "张三", "提交", "2026-02-01"]]),
    tableOf("assignments", [["001", "P2", "2024-05-01", "2024-04-30"]]),
    tableOf("cases", [["C9", "M1", "-5", ""]]),
  ]);
  const rows = await rejectsOf(desk, id);
  const told = rows.map(({ kind, row, problems }) => [kind, row, problems[0]?.column, problems[0]?.value]);
  expect(told).toEqual([
    ["assignments", 2, "终止日期", "2024-04-30"],
    ["cases", 2, "金额(元)", "-5"],
    ["approvals", 2, "办理人工号", "张三"],
  ]);
  expect(rows[2]?.problems[0]?.message.zh).toMatch(/001、009/);
});

test("rejected rows are saved with their reasons; mended, the same file goes in", async () => {
  const desk = await newWorkbook();
  const { id } = await openFiles(
    desk,
    file(desk, "人员.csv", "工号,姓名,到职日期\n001,张三,2019-01-01\n002,李四,2019年13月\n"),
  );
  expect(await value(desk.client.imports.saveRejects({ id, grant: desk.writes("退回.csv") }))).toMatchObject({
    rows: 1,
  });
  await value(desk.client.imports.commit({ id }));
  const back = readFileSync(desk.at("退回.csv"), "utf8");
  expect(back).toMatch(/002,李四,2019年13月,3,/);
  const mended = await openFiles(
    desk,
    file(desk, "人员补正.csv", back.replace("2019年13月", "2019年12月1日")),
  );
  expect(await value(desk.client.imports.commit({ id: mended.id }))).toMatchObject({ added: 1, rejected: 0 });
});

test("a change between preview and import makes it stale; a saved mapping or a check does not", async () => {
  const desk = await newWorkbook();
  const { id } = await preview(desk, office());
  const mapping = { caseColumn: "a", activityColumn: "b", personColumn: "c", timeColumn: "d" };
  await value(desk.client.imports.saveProfile({ name: "对应", mapping }));
  await value(desk.client.conflicts.check({}));
  await value(desk.client.imports.commit({ id }));
  const second = await preview(desk, [tableOf("suppliers", [["S7", "甲"]])]);
  await value(desk.client.sheets.save({ kind: "suppliers", id: null, values: { code: "S8", name: "乙" } }));
  expect((await faultOf(desk.client.imports.commit({ id: second.id }))).code).toBe("stale");
  expect((await value(desk.client.sheets.list({ kind: "suppliers" }))).total).toBe(2);
});

test("an import begun in one workbook ends with it", async () => {
  const desk = await newWorkbook();
  const { id } = await preview(desk, [tableOf("suppliers", [["S7", "甲"]])]);
  await value(
    desk.client.workbook.create({
      grant: desk.writes("v.quanheng"),
      unitName: "乙",
      timeZone: "Asia/Shanghai",
    }),
  );
  expect((await faultOf(desk.client.imports.commit({ id }))).code).toBe("missing");
  expect((await value(desk.client.sheets.list({ kind: "suppliers" }))).total).toBe(0);
});

test.each(["offer", "preview", "commit"] as const)("%s stopped: nothing is written", async (call) => {
  const desk = await newWorkbook();
  const tables = office().map((table) => ({ name: table.kind, ...table }));
  const stop = { signal: { aborted: true } };
  const offer = await value(desk.client.imports.offer({ tables }));
  const { id } = await value(desk.client.imports.preview({ id: offer.id }));
  const asked = {
    offer: () => desk.client.imports.offer({ tables }, stop),
    preview: () => desk.client.imports.preview({ id }, stop),
    commit: () => desk.client.imports.commit({ id }, stop),
  };
  expect((await faultOf(asked[call]())).code).toBe("refused");
  expect(await journalLength(desk)).toBe(1);
  expect((await value(desk.client.sheets.list({ kind: "people" }))).total).toBe(0);
});

test("two files of one kind under one sheet name: each rejected row keeps its own header", async () => {
  const desk = await newWorkbook();
  const one = await workbookOf({
    人员: (sheet) =>
      sheet.addRows([
        ["工号", "姓名"],
        ["", "张三"],
      ]),
  });
  const two = await workbookOf({
    人员: (sheet) =>
      sheet.addRows([
        ["姓名", "备注", "工号"],
        ["李四", "新", ""],
      ]),
  });
  const { id } = await openFiles(desk, file(desk, "a.xlsx", one), file(desk, "b.xlsx", two));
  await value(desk.client.imports.saveRejects({ id, grant: desk.writes("退回.xlsx") }));
  const back = await value(desk.client.imports.open({ grants: [desk.reads("退回.xlsx")] }));
  expect(back.sheets.map(({ sample }) => sample[0]?.slice(0, 3))).toEqual([
    ["", "张三", "2"],
    ["李四", "新", ""],
  ]);
});

test("a row that corrects what is there says what it would replace", async () => {
  const desk = await newWorkbook();
  const posts = (rows: string[][]) => ({
    name: "岗位",
    kind: "posts" as const,
    header: ["岗位编码", "岗位名称", "机构编码", "层级", "终止日期"],
    rows,
  });
  const departments = {
    name: "机构",
    kind: "departments" as const,
    header: ["机构编码", "机构名称"],
    rows: [
      ["D1", "办公室"],
      ["D2", "国库科"],
    ],
  };
  const bring = async (rows: string[][], commit: boolean) => {
    const offer = await value(desk.client.imports.offer({ tables: [departments, posts(rows)] }));
    const preview = await value(desk.client.imports.preview({ id: offer.id }));
    const found = await value(desk.client.imports.rows({ id: preview.id, kind: "posts" }));
    if (commit) await value(desk.client.imports.commit({ id: preview.id }));
    return found.rows.map(({ verdict, replaced }) => ({ verdict, replaced }));
  };
  expect(await bring([["P1", "出纳岗", "D1", "经办", "2026-06-30"]], true)).toEqual([
    { verdict: "added", replaced: {} },
  ]);
  expect(await bring([["P1", "出纳一岗", "国库科", "科长", ""]], false)).toEqual([
    {
      verdict: "changed",
      replaced: {
        name: { was: "出纳岗", becomes: "出纳一岗" },
        departmentId: { was: "D1", becomes: "D2" },
        level: { was: "经办", becomes: "科长" },
        until: { was: "2026-06-30", becomes: "" },
      },
    },
  ]);
  expect(desk.bugs).toEqual([]);
});
