// Lists of moves as people write them: what is not read is said, never passed over.
import { expect, test } from "vitest";
import type { TableRow } from "../../../shared/formats/cell.ts";
import { readMoves } from "../../../shared/formats/plan-moves.ts";

const table = (lines: readonly (readonly string[])[]): TableRow[] =>
  lines.map((cells, at) => ({ row: at + 1, cells: cells.map((text) => ({ text, value: text })) }));
const head = ["调动日期", "工号", "现任岗位编码", "拟任岗位编码", "备注"];
const read = (...lines: string[][]) => readMoves(table([head, ...lines]), "Asia/Shanghai");

test("a row whose day and staff number are missing is a problem, and what stands below it is read", () => {
  const found = read(["2027-01-04", "001", "K1", "K2"], ["", "", "K2", ""], ["2027-01-04", "003", "K3", ""]);
  expect(found?.moves.map(({ staffNo, to }) => [staffNo, to])).toEqual([
    ["001", "K2"],
    ["003", null],
  ]);
  expect(found?.problems.map(({ row }) => row)).toEqual([3]);
});

test("a move below a note is said not to have been read; notes and further tables are passed over", () => {
  const found = read(
    ["2027-01-04", "001", "K1", "K2"],
    ["", "", "", "", "以下待定"],
    ["2027/2/1", "003", "K3", ""],
    ["月份", "到岗"],
    ["2027-01", "1"],
  );
  expect(found?.moves).toHaveLength(1);
  expect(found?.problems.map(({ row }) => row)).toEqual([4]);
});

test("a table without the column of where to is no list of moves", () => {
  expect(readMoves(table([head.slice(0, 3), ["2027-01-04", "001", "K1"]]), "Asia/Shanghai")).toBeNull();
});
