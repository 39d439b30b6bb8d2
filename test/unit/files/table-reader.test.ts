// Reading office tables: encodings, delimiters, workbooks as offices save them.
import { expect, test } from "vitest";
import { readTables } from "../../../db/files/table-reader.ts";
import type { TableRow } from "../../../shared/formats/cell.ts";
import { encodeGb18030 } from "../../fixtures/gb18030.ts";
import { tempFile } from "../../fixtures/temp-folder.ts";
import { workbookOf } from "../../fixtures/workbooks.ts";

async function all(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const words = (rows: TableRow[]): string[][] => rows.map((row) => row.cells.map((cell) => cell.text));
const people = "工号,姓名\r\n001,张三\r\n002,李四\r\n";
const expected = [
  ["工号", "姓名"],
  ["001", "张三"],
  ["002", "李四"],
];

test.each([
  ["utf-8", Buffer.from(people)],
  ["utf-8", Buffer.from(`\ufeff${people}`)],
  ["gb18030", encodeGb18030(people)],
  ["utf-16le", Buffer.from(`\ufeff${people.replaceAll(",", "\t")}`, "utf16le")],
  ["utf-16be", Buffer.from(`\ufeff${people}`, "utf16le").swap16()],
])("reads %s", async (encoding, bytes) => {
  const table = await readTables(tempFile("人员.csv", bytes));
  expect(table).toMatchObject({ file: "人员.csv", format: "csv", encoding, bytes: bytes.length });
  expect(table.sheets[0]?.name).toBe("人员");
  expect(words(await all(table.sheets[0]!.rows()))).toEqual(expected);
});

test.each([",", ";", "\t"])("finds the delimiter %j", async (delimiter) => {
  const table = await readTables(tempFile("a.csv", people.replaceAll(",", delimiter)));
  expect(words(await all(table.sheets[0]!.rows()))).toEqual(expected);
});

test("keeps the row numbers of a spreadsheet through blank lines and line breaks in cells", async () => {
  const table = await readTables(tempFile("a.csv", 'a,b\n\n1,"x\ny"\n2,z'));
  const rows = await all(table.sheets[0]!.rows());
  expect(rows.map((row) => row.row)).toEqual([1, 2, 3, 4]);
  expect(words(rows)).toEqual([["a", "b"], [""], ["1", "x\ny"], ["2", "z"]]);
});

test("rows can be read twice and progress ends at the file's size", async () => {
  const seen: number[] = [];
  const table = await readTables(tempFile("a.csv", people), { onProgress: (done) => seen.push(done) });
  expect(words(await all(table.sheets[0]!.rows()))).toEqual(words(await all(table.sheets[0]!.rows())));
  expect(seen.at(-1)).toBe(Buffer.byteLength(people));
});

test("a workbook: shared strings, rich text, dates, formulas, booleans, errors, hidden sheets", async () => {
  const bytes = await workbookOf({
    表一: (sheet) => {
      sheet.addRow(["编码", "日期", "时间", "金额", "公式", "是否"]);
      const row = sheet.addRow([
        "001",
        new Date(Date.UTC(2024, 2, 5)),
        new Date(Date.UTC(2024, 2, 5, 14, 5, 9)),
        0.1 + 0.2,
      ]);
      row.getCell(2).numFmt = "yyyy年m月d日";
      row.getCell(3).numFmt = "yyyy-mm-dd hh:mm:ss";
      row.getCell(5).value = { formula: "1+1", result: 2 };
      row.getCell(6).value = true;
      const third = sheet.getRow(5);
      third.getCell(1).value = { richText: [{ text: "张" }, { text: "三" }] };
      third.getCell(2).value = { error: "#N/A" };
      third.getCell(4).value = 45356;
      third.commit();
    },
    表二: (sheet) => {
      sheet.state = "hidden";
      sheet.addRow(["x"]);
    },
  });
  const table = await readTables(tempFile("b.xlsx", bytes));
  expect(table.sheets.map(({ name, isHidden }) => ({ name, isHidden }))).toEqual([
    { name: "表一", isHidden: false },
    { name: "表二", isHidden: true },
  ]);
  const rows = await all(table.sheets[0]!.rows());
  expect(rows.map((row) => row.row).filter((row) => row !== 3 && row !== 4)).toEqual([1, 2, 5]);
  expect(rows[1]!.cells).toEqual([
    { text: "001" },
    { text: "2024-03-05", date: "2024-03-05" },
    { text: "2024-03-05 14:05:09", date: "2024-03-05 14:05:09" },
    { text: "0.3", number: 0.1 + 0.2 },
    { text: "2", number: 2 },
    { text: "TRUE" },
  ]);
  expect(words([rows.at(-1)!])).toEqual([["张三", "#N/A", "", "45356"]]);
  expect(words(await all(table.sheets[1]!.rows()))).toEqual([["x"]]);
});

test("a workbook counted from 1904 gives the same days", async () => {
  const bytes = await workbookOf(
    { s: (sheet) => (sheet.addRow([new Date(Date.UTC(2024, 2, 5))]).getCell(1).numFmt = "yyyy-mm-dd") },
    { date1904: true },
  );
  const table = await readTables(tempFile("b.xlsx", bytes));
  expect((await all(table.sheets[0]!.rows()))[0]!.cells[0]!.date).toBe("2024-03-05");
});

test("merged areas are read as every person reads them: all cells hold the words", async () => {
  const bytes = await workbookOf({
    s: (sheet) => {
      sheet.addRow(["部门", "任期", ""]);
      sheet.addRow(["", "起", "止"]);
      sheet.addRow(["财务科", "a", "b"]);
      sheet.addRow(["", "c", "d"]);
      sheet.mergeCells("A1:A2");
      sheet.mergeCells("B1:C1");
      sheet.mergeCells("A3:A4");
    },
  });
  const table = await readTables(tempFile("b.xlsx", bytes));
  expect(words(await all(table.sheets[0]!.rows()))).toEqual([
    ["部门", "任期", "任期"],
    ["部门", "起", "止"],
    ["财务科", "a", "b"],
    ["财务科", "c", "d"],
  ]);
});

test("a stop ends the reading with a Fault and nothing else", async () => {
  const stop = { aborted: false };
  const table = await readTables(tempFile("a.csv", people), { stop });
  const rows = table.sheets[0]!.rows();
  await rows.next();
  stop.aborted = true;
  await expect(rows.next()).rejects.toMatchObject({ fault: { code: "refused" } });
});
