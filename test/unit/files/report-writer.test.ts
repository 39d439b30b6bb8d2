// What is written, read back by another library: types, texts, print set-up, templates, rejected rows.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { writeReport, writeTable, writeTemplate } from "../../../db/files/report-writer.ts";
import { readTables } from "../../../db/files/table-reader.ts";
import { sheetOf, sheets } from "../../../shared/domain/sheets.ts";
import type { RawValue } from "../../../shared/formats/cell-parse.ts";
import { guessKind } from "../../../shared/formats/header-match.ts";
import { rejectsTable } from "../../../shared/formats/rejects.ts";
import { openSheet, type ParsedRow } from "../../../shared/formats/sheet-parse.ts";
import { printTable } from "../../../shared/formats/sheet-print.ts";
import { conflictReport } from "../../fixtures/report.ts";
import { tempFile, tempFolder } from "../../fixtures/temp-folder.ts";

async function workbook(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}
async function parsed(path: string, kind: Parameters<typeof sheetOf>[0], sheetIndex = 0) {
  const table = await readTables(path);
  const sheet = table.sheets[sheetIndex]!;
  const open = await openSheet(sheet.rows(), sheetOf(kind), {
    timeZone: "Asia/Shanghai",
    sheetName: sheet.name,
  });
  const rows: ParsedRow[] = [];
  for await (const row of open.rows) rows.push(row);
  return { open, rows };
}

test("a report workbook: codes as text, exact money, real days, no formulas, header frozen and repeated", async () => {
  const path = join(tempFolder(), "报告.xlsx");
  const written = await writeReport(path, conflictReport, "xlsx");
  const bytes = readFileSync(path);
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  const sheet = (await workbook(path)).getWorksheet("冲突报告")!;
  const head = 9;
  expect(sheet.getCell("A1").value).toBe("冲突报告");
  const above = Array.from({ length: head - 1 }, (_, at) => String(sheet.getCell(at + 1, 1).value));
  expect(above.join("\n")).toMatch(/筛选：领域=政府采购\n规则版本：starter 1\.2\.0；L-01 3\n留痕链头：0f3a/);
  expect(sheet.getRow(head).values).toEqual([undefined, "业务编号", "人员", "金额", "日期", "次数"]);
  const body = conflictReport.rows.map((_, at) => {
    const row = sheet.getRow(head + 1 + at);
    return [1, 2, 3, 4, 5].map((column) => row.getCell(column).value);
  });
  expect(body).toEqual([
    ["00123", "张三", 1234.56, new Date("2026-01-02"), 2],
    ['=HYPERLINK("x")', "+李,四", -5, new Date("1999-12-31"), -1],
    ["@1", '-王"五"', "90071992547409.91", null, null],
    ["12345678901234567890", "换\n行", 0, new Date("2026-02-28"), 0],
  ]);
  sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
  expect(sheet.getCell(head + 1, 1).numFmt).toBe("@");
  expect(sheet.getCell(head + 1, 1).font.name).toBe("宋体");
  expect(sheet.getCell(head + 1, 3).numFmt).toBe("#,##0.00");
  expect(sheet.getCell(head + 1, 4).numFmt).toBe("yyyy-mm-dd");
  expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: head });
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(sheet.pageSetup.printTitlesRow).toBe(`${head}:${head}`);
});

test("what is written as csv is read back, guard and all", async () => {
  const path = join(tempFolder(), "报告.csv");
  await writeReport(path, conflictReport, "csv");
  const bytes = readFileSync(path);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: string[][] = [];
  for await (const { cells } of (await readTables(path)).sheets[0]!.rows())
    rows.push(cells.map(({ text }) => text));
  expect(rows[2]).toEqual(['=HYPERLINK("x")', "+李,四", "-5.00", "1999-12-31", "-1"]);
});

test("the template holds every sheet in order, with lists, hints and the notice, and imports as empty", async () => {
  for (const language of ["zh", "en"] as const) {
    const path = join(tempFolder(), "模板.xlsx");
    await writeTemplate(path, language);
    const book = await workbook(path);
    expect(book.worksheets.map(({ name }) => name).slice(1)).toEqual(
      sheets.map(({ name }) => name[language]),
    );
    expect(String(book.worksheets[0]!.getCell("A2").value)).toMatch(
      language === "zh" ? /国家秘密/ : /secrets/,
    );
    const posts = book.getWorksheet(sheetOf("posts").name[language])!;
    expect(posts.getCell("A2").note).toBeTruthy();
    expect(posts.getCell("D3").dataValidation?.formulae?.[0]).toContain(
      language === "zh" ? "经办,科长" : "Handler,",
    );
    const table = await readTables(path);
    for (const [at, sheet] of sheets.entries()) {
      const { open, rows } = await parsed(path, sheet.kind, at + 1);
      expect(open.header).toMatchObject({ missing: [], unknown: [], row: 2 });
      expect(open.header.columns).toHaveLength(sheet.columns.length);
      expect(rows).toEqual([]);
      expect(guessKind(table.sheets[at + 1]!.name, [])).toBe(sheet.kind);
    }
    const guide = [];
    for await (const row of table.sheets[0]!.rows()) guide.push(row);
    expect(guessKind(table.sheets[0]!.name, guide)).toBeNull();
  }
});

test("a csv template needs a kind", async () => {
  const path = join(tempFolder(), "人员.csv");
  await expect(writeTemplate(path, "zh")).rejects.toMatchObject({ fault: { code: "invalid" } });
  await writeTemplate(path, "zh", "people");
  expect((await parsed(path, "people")).open.header.missing).toEqual([]);
});

test.each(["xlsx", "csv"] as const)("domain rows written as %s come back the same", async (format) => {
  const rows: Record<string, RawValue>[] = [
    {
      matterId: "m",
      stepId: "s",
      postId: "p",
      personId: null,
      code: "0012",
      level: "section",
      over: null,
      upTo: 12_345_678,
      from: "2024-01-01",
      until: "2025-01-01",
      kind: "special",
      isCollective: true,
      isSubDelegable: false,
      docNo: "=财〔2024〕1号",
    },
  ];
  const table = printTable(sheetOf("authorities"), rows, {
    timeZone: "Asia/Shanghai",
    codeOf: (kind, id) => `${kind}:${id}`,
  });
  const path = join(tempFolder(), `授权.${format}`);
  await writeTable(path, "授权", table, format);
  const back = await parsed(path, "authorities");
  expect(back.rows[0]!.problems).toEqual([]);
  expect(back.rows[0]!.values).toEqual({
    ...rows[0],
    matterId: "matters:m",
    stepId: "steps:s",
    postId: "posts:p",
  });
});

test.each(["xlsx", "csv"] as const)("rejected rows as %s: mended, they import again", async (format) => {
  const source = "单位:万元,,,\n业务编号,事项,预算金额,备注\n001,M1,3.5,好\n002,M1,很多,=注\n";
  const { open, rows } = await parsed(tempFile("业务.csv", source), "cases");
  const rejected = rows.filter((row) => row.problems.length > 0);
  expect(rejected.map(({ row }) => row)).toEqual([4]);
  const table = rejectsTable(open.header, rejected);
  expect(table.header).toEqual(["业务编号", "事项", "预算金额（万元）", "备注", "原行号", "退回原因"]);
  expect(table.rows[0]![5]).toMatch(/^预算金额 “很多”：不是能认出的金额/);
  table.rows[0]![2] = "2";
  const path = join(tempFolder(), `退回.${format}`);
  await writeTable(path, "退回", table, format);
  const again = await parsed(path, "cases");
  expect(again.rows[0]!.problems).toEqual([]);
  expect(again.rows[0]!.values).toMatchObject({ caseNo: "002", amount: 2_000_000 });
  expect(again.rows[0]!.cells[3]!.text).toBe("=注");
});
