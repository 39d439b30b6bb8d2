// 权责清单 and 分级授权表: written as offices have them, read by another library, brought in again without a change, and with what was typed in.
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { office } from "../../builders/office.ts";
import { bringIn, type Desk, newWorkbook, type Table, value } from "../../builders/service.ts";

const header = [
  "授权编号",
  "事项编码",
  "环节编码",
  "岗位编码",
  "被授权人工号",
  "层级",
  "额度下限（元）",
  "额度上限（元）",
  "起始日期",
  "终止日期",
  "授权方式",
  "是否集体决策",
  "可否转授权",
  "文号",
];
const authorities: Table = {
  kind: "authorities",
  header,
  rows: [
    ["", "M1", "S1", "P1", "", "", "", "", "2020-01-01", "", "一般", "否", "否", ""],
    ["", "M1", "S2", "P2", "", "", "", "50000.00", "2020-01-01", "", "一般", "否", "是", "授〔2020〕1号"],
    [
      "SQ-7",
      "M1",
      "S2",
      "P3",
      "",
      "主要负责人",
      "50000",
      "1234567.89",
      "2020-01-01",
      "2099-12-31",
      "一般",
      "是",
      "否",
      "",
    ],
    [
      "",
      "M1",
      "S2",
      "",
      "003",
      "",
      "0",
      "0.01",
      "2021-01-01",
      "2098-01-31",
      "临时",
      "否",
      "否",
      "授〔2021〕2号",
    ],
  ],
};

async function ledgerDesk(tables: readonly Table[] = [...office(), authorities]) {
  const desk = await newWorkbook();
  await bringIn(desk, tables);
  return desk;
}
async function written(desk: Desk, name: string, money: "yuan" | "wan" = "wan") {
  await value(desk.client.reports.ledgers({ grant: desk.writes(name), money }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(desk.at(name));
  return book;
}
async function offered(desk: Desk, name: string) {
  const { id } = await value(desk.client.imports.open({ grants: [desk.reads(name)] }));
  return value(desk.client.imports.preview({ id }));
}
const rowsOf = async (desk: Desk, kind: SheetKind) =>
  (await value(desk.client.sheets.list({ kind }))).rows.map(({ values, labels }) => ({
    ...values,
    ...Object.fromEntries(Object.entries(labels).map(([key, { code }]) => [key, code])),
  }));

test("the forms are those of the offices: titles merged, two-row head, exact amounts, holders by name", async () => {
  const desk = await ledgerDesk();
  const book = await written(desk, "台账.xlsx");
  expect(book.worksheets.map(({ name }) => name)).toEqual(["权责清单", "分级授权表"]);
  const words = (cell: ExcelJS.Cell): string => {
    if (cell.isMerged && cell.master !== cell) return "";
    const { value: held } = cell;
    return held instanceof Date ? held.toISOString().slice(0, 10) : String(held ?? "");
  };
  const shown = book.worksheets.map((sheet) => ({
    name: sheet.name,
    merges: (sheet.model as unknown as { merges: string[] }).merges,
    rows: Array.from({ length: sheet.rowCount }, (_, at) =>
      Array.from({ length: sheet.columnCount }, (_, column) => words(sheet.getCell(at + 1, column + 1)))
        .join(" | ")
        // The day that it was made on is the test's own.
        .replace(/截至：\S{10}/, "截至：今日"),
    ),
  }));
  await expect(`${JSON.stringify(shown, null, 1)}\n`).toMatchFileSnapshot("../../golden/ledgers.json");
});

test.each(["wan", "yuan"] as const)("brought in again in %s, it changes nothing", async (money) => {
  const desk = await ledgerDesk();
  await written(desk, "台账.xlsx", money);
  const again = await offered(desk, "台账.xlsx");
  const { rows: back } = await value(desk.client.imports.rows({ id: again.id, verdict: "rejected" }));
  expect(back).toEqual([]);
  expect(again.faults).toEqual([]);
  expect(again.warnings).toEqual([]);
  expect(again.kinds).toMatchObject([{ kind: "authorities", same: 4, added: 0, changed: 0, rejected: 0 }]);
});

test("a workbook without authorities gets the same ones", async () => {
  const desk = await ledgerDesk();
  const fresh = await ledgerDesk(office());
  await written(desk, "台账.xlsx");
  const { id } = await value(fresh.client.imports.open({ grants: [fresh.reads(desk.at("台账.xlsx"))] }));
  const seen = await value(fresh.client.imports.preview({ id }));
  expect(seen.kinds).toMatchObject([{ kind: "authorities", added: 4, rejected: 0 }]);
  await value(fresh.client.imports.commit({ id }));
  const byCode = (rows: Record<string, unknown>[]) =>
    rows.toSorted((a, b) => (String(a.code) < String(b.code) ? -1 : 1));
  expect(byCode(await rowsOf(fresh, "authorities"))).toEqual(byCode(await rowsOf(desk, "authorities")));
  // What the matrix says is not taken for something that somebody wrote.
  expect(await rowsOf(fresh, "responsibilities")).toEqual([]);
});

test("a tier moved by its bounds changes the authorities on record, and a tier put in is a new one", async () => {
  const desk = await ledgerDesk();
  const book = await written(desk, "台账.xlsx");
  const schedule = book.getWorksheet("分级授权表");
  if (!schedule) throw new Error("no sheet");
  const heads = schedule.getRow(4).values as unknown[];
  const at = (code: string): number => {
    const column = heads.indexOf("审批岗位");
    for (let row = 5; row <= schedule.rowCount; row += 1)
      if (schedule.getCell(row, column).value === code) return row;
    throw new Error(code);
  };
  const [first, second] = [at("采购科长"), at("支付经办")];
  schedule.getCell(first, heads.indexOf("上限")).value = 8;
  schedule.getCell(second, heads.indexOf("下限")).value = 8;
  schedule.getCell(second, heads.indexOf("备注")).value = null;
  await book.xlsx.writeFile(desk.at("调档.xlsx"));
  const seen = await offered(desk, "调档.xlsx");
  expect(seen.kinds).toMatchObject([{ kind: "authorities", added: 0, changed: 2, same: 2, rejected: 0 }]);
  expect(seen.warnings.map(({ zh }) => zh).join()).toContain("SQ-7");
  await value(desk.client.imports.commit({ id: seen.id }));
  const bounds = (await rowsOf(desk, "authorities")).map((row) => [
    (row as Record<string, unknown>).over,
    (row as Record<string, unknown>).upTo,
  ]);
  expect(bounds).toContainEqual([8_000_000, 123_456_789]);
  expect(bounds).not.toContainEqual([5_000_000, 123_456_789]);
  const again = await offered(desk, "调档.xlsx");
  expect(again.kinds).toMatchObject([{ kind: "authorities", same: 4, added: 0, changed: 0 }]);
  // One more row of the same holder, beside the one that is there, is one more tier.
  const values = schedule.getRow(second).values as ExcelJS.CellValue[];
  schedule.insertRow(second + 1, [...values.slice(1)]);
  schedule.getCell(second + 1, heads.indexOf("下限")).value = 200;
  schedule.getCell(second + 1, heads.indexOf("上限")).value = 300;
  await book.xlsx.writeFile(desk.at("加档.xlsx"));
  const more = await offered(desk, "加档.xlsx");
  expect(more.kinds).toMatchObject([{ kind: "authorities", same: 4, added: 1, changed: 0, rejected: 0 }]);
  expect(more.warnings).toEqual([]);
});

test("nothing that somebody types in is lost, and it stays theirs", async () => {
  const desk = await ledgerDesk();
  const book = await written(desk, "台账.xlsx");
  const list = book.getWorksheet("权责清单");
  const schedule = book.getWorksheet("分级授权表");
  if (!list || !schedule) throw new Error("no sheets");
  const column = (sheet: ExcelJS.Worksheet, row: number, words: string): number => {
    const found = (sheet.getRow(row).values as unknown[]).indexOf(words);
    if (found < 1) throw new Error(words);
    return found;
  };
  list.getCell(4, column(list, 3, "追责情形")).value = "无";
  list.getCell(4, column(list, 3, "廉政风险点")).value = "—";
  list.getCell(4, column(list, 3, "责任人")).value = "张三、局领导";
  list.getCell(5, column(list, 3, "内设机构")).value = "别的科";
  schedule.getCell(7, column(schedule, 4, "会签部门")).value = "财务科、法规科";
  schedule.getCell(7, column(schedule, 4, "备注")).value = "可转授权；备注：可转授权；见纪要";
  schedule.getCell(5, column(schedule, 4, "授权人")).value = "局党组";
  await book.xlsx.writeFile(desk.at("改.xlsx"));
  const seen = await offered(desk, "改.xlsx");
  expect(seen.kinds).toMatchObject([
    { kind: "authorities", changed: 0, rejected: 0 },
    { kind: "authority-notes", added: 2, rejected: 0 },
    { kind: "responsibilities", added: 1, rejected: 0 },
  ]);
  expect(seen.warnings.map(({ zh }) => zh)).toEqual([
    "第 5 行：内设机构“别的科”与岗位所属的“采购科”不同，该格未读取；请在“组织”中修改。",
  ]);
  await value(desk.client.imports.commit({ id: seen.id }));
  expect(await rowsOf(desk, "authority-notes")).toMatchObject([
    { countersign: null, grantor: "局党组", remark: null },
    { countersign: "财务科、法规科", grantor: null, remark: "可转授权；见纪要" },
  ]);
  expect(await rowsOf(desk, "responsibilities")).toMatchObject([
    { accountability: "无", riskPoint: "—", responsible: "张三、局领导", duties: null, body: null },
  ]);
  await written(desk, "再.xlsx", "yuan");
  const again = await offered(desk, "再.xlsx");
  expect(again.kinds.map(({ kind, same, added, changed }) => [kind, same, added + changed])).toEqual([
    ["authorities", 4, 0],
    ["authority-notes", 2, 0],
    ["responsibilities", 1, 0],
  ]);
  expect((await value(desk.client.journal.verify({}))).brokenAt).toBeNull();
});
