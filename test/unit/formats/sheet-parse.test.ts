// Whole sheets as offices keep them: titles, deep headers, totals, signatures, wrong rows.
import { expect, test } from "vitest";
import { FaultError } from "../../../shared/domain/fault.ts";
import { sheetOf, sheets } from "../../../shared/domain/sheets.ts";
import { peekRows, type TableRow } from "../../../shared/formats/cell.ts";
import { guessKind, matchHeader } from "../../../shared/formats/header-match.ts";
import { openSheet, type ParsedRow } from "../../../shared/formats/sheet-parse.ts";

const table = (lines: string[][]): TableRow[] =>
  lines.map((words, at) => ({ row: at + 1, cells: words.map((text) => ({ text })) }));
async function parsed(kind: Parameters<typeof sheetOf>[0], lines: string[][]) {
  const open = await openSheet(table(lines), sheetOf(kind), {
    timeZone: "Asia/Shanghai",
    file: "f.xlsx",
    sheetName: "表",
  });
  const rows: ParsedRow[] = [];
  for await (const row of open.rows) rows.push(row);
  return { open, rows };
}
const faultFrom = async (kind: Parameters<typeof sheetOf>[0], lines: string[][]) =>
  parsed(kind, lines).then(
    () => null,
    (error: unknown) => (error instanceof FaultError ? error.fault : null),
  );

test("titles above, totals, signatures and blanks below are no data", async () => {
  const { open, rows } = await parsed("people", [
    ["某市财政局人员名册", "某市财政局人员名册", "某市财政局人员名册"],
    ["填表日期:2024-03-05"],
    ["序号", "* 工 号", "姓名"],
    ["1", "001", "张 三"],
    ["", "", ""],
    ["序号", "* 工 号", "姓名"],
    ["2", "002", "李四"],
    ["合计", "2", ""],
    ["填表人:王五", "", "审核人:赵六"],
  ]);
  expect(rows.map(({ row, values }) => [row, values.staffNo, values.name])).toEqual([
    [4, "001", "张三"],
    [7, "002", "李四"],
  ]);
  expect(rows[0]!.notes).toMatchObject([{ column: "姓名", text: { zh: "读作“张三”" } }]);
  expect(open.skipped.map(({ row, why }) => [row, why.zh])).toEqual([
    [6, "重复的表头"],
    [8, "合计行"],
    [9, "签字或附注行"],
  ]);
  expect(open.header.unknown).toEqual([{ index: 0, label: "序号" }]);
});

test.each([
  [
    "merged cells filled in",
    ["授权编号", "事项", "环节", "岗位", "额度(万元)", "额度(万元)", "期限", "期限"],
    ["授权编号", "事项", "环节", "岗位", "下限", "上限", "起", "止"],
  ],
  [
    "merged cells blank",
    ["授权编号", "事项", "环节", "岗位", "额度(万元)", "", "期限", ""],
    ["", "", "", "", "下限", "上限", "起", "止"],
  ],
])("a header two rows deep, %s", async (_, upper, lower) => {
  const { rows } = await parsed("authorities", [
    upper,
    lower,
    ["Q1", "M1", "S1", "P1", "", "36.8", "2024.1.1", "2024.12.31"],
  ]);
  expect(rows[0]!.problems).toEqual([]);
  expect(rows[0]!.values).toMatchObject({
    code: "Q1",
    over: null,
    upTo: 36_800_000,
    from: "2024-01-01",
    until: "2025-01-01",
  });
});

test("the unit of amounts comes from the header or from above it", async () => {
  const lines = [["单位:万元"], ["业务编号", "事项", "金额"], ["C1", "M1", "1.5"]];
  expect((await parsed("cases", lines)).rows[0]!.values.amount).toBe(1_500_000);
  const own = [["单位:万元"], ["业务编号", "事项", "金额(元)"], ["C1", "M1", "1.5"]];
  expect((await parsed("cases", own)).rows[0]!.values.amount).toBe(150);
});

test("a missing column names the sheet and every accepted word", async () => {
  const found = await faultFrom("people", [
    ["姓名", "电话"],
    ["张三", "1"],
  ]);
  expect(found).toMatchObject({
    code: "invalid",
    where: { file: "f.xlsx", sheet: "表", row: 1, column: "工号" },
  });
  expect(found!.message.zh).toMatch(/工号.*Staff no\..*人员编号.*未识别的列:电话/);
  expect((await faultFrom("people", []))!.message.zh).toContain("空的");
  expect((await faultFrom("people", [["a", "b"]]))!.message.zh).toContain("缺少必需的列");
});

test("wrong cells are told one by one, with column, value and cure; good cells keep their values", async () => {
  const { rows } = await parsed("assignments", [
    ["工号", "岗位编码", "任职方式", "起始日期", "终止日期"],
    ["001", "", "长期", "2024-02-30", "2024-03-01"],
    ["001", "P1", "正式", "2024-03-05", "2024-03-01"],
  ]);
  expect(rows[0]!.problems.map(({ column, value }) => [column, value])).toEqual([
    ["岗位编码", ""],
    ["任职方式", "长期"],
    ["起始日期", "2024-02-30"],
  ]);
  expect(rows[0]!.values).toMatchObject({ personId: "001", until: "2024-03-02" });
  expect(rows[1]!.problems).toMatchObject([{ column: "终止日期", value: "2024-03-01" }]);
  expect(rows[1]!.problems[0]!.reason.zh).toContain("结束早于开始");
});

test("columns that are left out take their fallback", async () => {
  const { rows } = await parsed("posts", [
    ["岗位编码", "岗位名称", "机构编码", "层级"],
    ["P1", "出纳", "D1", "经办"],
  ]);
  expect(rows[0]!.problems).toEqual([]);
  expect(rows[0]!.values).toEqual({
    code: "P1",
    name: "出纳",
    departmentId: "D1",
    level: "handler",
    isKey: false,
    riskGrade: null,
    tenureLimitMonths: null,
    headcount: 1,
    minStaff: 0,
    qualifications: [],
    successorId: null,
    from: "1900-01-01",
    until: null,
  });
});

test.each(sheets.map((sheet) => [sheet.kind, sheet] as const))(
  "every header of %s is known by name",
  (kind, sheet) => {
    for (const language of ["zh", "en"] as const) {
      const header = matchHeader(table([sheet.columns.map((column) => column.name[language])]), sheet)!;
      expect(header.columns.map(({ column }) => column.key)).toEqual(
        sheet.columns.map((column) => column.key),
      );
      expect(header.missing).toEqual([]);
    }
    expect(guessKind(sheet.name.zh, [])).toBe(kind);
    expect(guessKind(`1.${sheet.name.en}`, [])).toBe(kind);
  },
);

test("a sheet without a telling name is known by its header", () => {
  expect(guessKind("Sheet1", table([["供应商编码", "供应商名称"]]))).toBe("suppliers");
  expect(guessKind("Sheet1", table([["甲", "乙"]]))).toBeNull();
});

test("columns may come in any order with others between", async () => {
  const { rows } = await parsed("people", [
    ["备注", "姓名", "x", "人员编号"],
    ["", "张三", "", "7"],
  ]);
  expect(rows[0]!.values).toMatchObject({ staffNo: "7", name: "张三" });
});

test("a source is let go when only its head was wanted", async () => {
  let isOpen = false;
  async function* source() {
    isOpen = true;
    try {
      for (let row = 1; ; row++) yield { row, cells: ["工号", "姓名"].map((text) => ({ text })) };
    } finally {
      isOpen = false;
    }
  }
  expect(await peekRows(source(), 2)).toHaveLength(2);
  expect(isOpen).toBe(false);
  const open = await openSheet(source(), sheetOf("people"), { timeZone: "Asia/Shanghai" });
  expect(isOpen).toBe(true);
  await open.close();
  expect(isOpen).toBe(false);
});
