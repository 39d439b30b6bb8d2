// What must hold between the cells of one row.
import { expect, test } from "vitest";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { rowsOf } from "../../../shared/formats/cell.ts";
import { matchHeader } from "../../../shared/formats/header-match.ts";
import { parseRow } from "../../../shared/formats/sheet-parse.ts";

function problems(kind: SheetKind, header: string[], words: string[]): [string, string][] {
  const rows = rowsOf(header, [words]);
  const parsed = parseRow(rows[1]!, matchHeader(rows, sheetOf(kind))!, "Asia/Shanghai");
  return parsed.problems.map(({ column, reason }) => [column, reason.zh]);
}
const only = (found: [string, string][], column: string, words: string) => {
  expect(found).toHaveLength(1);
  expect(found[0]![0]).toBe(column);
  expect(found[0]![1]).toContain(words);
};

test("people cannot leave before they join; a case cannot close before it opens, but may on the same day", () => {
  const people = ["工号", "姓名", "到职日期", "离职日期"];
  only(problems("people", people, ["1", "张三", "2024-03-05", "2024-03-01"]), "离职日期", "结束早于开始");
  const cases = ["业务编号", "事项", "立项日期", "办结日期"];
  only(problems("cases", cases, ["1", "M", "2024-03-05", "2024-03-04"]), "办结日期", "结束早于开始");
  expect(problems("cases", cases, ["1", "M", "2024-03-05", "2024-03-05"])).toEqual([]);
});
test("a term of one day holds", () => {
  expect(problems("absences", ["工号", "起始日期", "终止日期"], ["1", "2024-03-05", "2024-03-05"])).toEqual(
    [],
  );
});
test("a negative amount", () => {
  only(problems("cases", ["业务编号", "事项", "金额"], ["1", "M", "-5"]), "金额", "不能为负");
});
test("a relation has one counterpart, an authority one holder and a range", () => {
  const relations = ["工号", "对方工号", "供应商编码", "关系类型"];
  expect(problems("relations", relations, ["1", "2", "", "配偶"])).toEqual([]);
  only(problems("relations", relations, ["1", "", "", "配偶"]), "对方工号", "只填一个");
  only(problems("relations", relations, ["1", "2", "S", "配偶"]), "对方工号", "只填一个");
  const authorities = [
    "事项编码",
    "环节编码",
    "岗位编码",
    "被授权人工号",
    "额度下限",
    "额度上限",
    "起始日期",
  ];
  expect(problems("authorities", authorities, ["M", "S", "P", "", "1", "2", "2024-01-01"])).toEqual([]);
  only(
    problems("authorities", authorities, ["M", "S", "P", "7", "", "", "2024-01-01"]),
    "岗位编码",
    "只填一个",
  );
  only(
    problems("authorities", authorities, ["M", "S", "P", "", "2", "2", "2024-01-01"]),
    "额度上限",
    "大于下限",
  );
});
