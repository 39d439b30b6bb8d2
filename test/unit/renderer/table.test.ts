// The table's pure half: lines and groups, ranges and keys, filters, and what it gives to be exported.
import { describe, expect, it } from "vitest";
import { type DataColumn, extractOf, fitWidth } from "../../../renderer/parts/table-column.ts";
import { filterWords, passes } from "../../../renderer/parts/table-filter.ts";
import { linesOf } from "../../../renderer/parts/table-lines.ts";
import { isInRange, moveTo, toTsv } from "../../../renderer/parts/table-range.ts";
import { zh } from "../../../shared/words/zh.ts";

interface Row {
  name: string;
  fen: number | null;
  day: string;
}
const rows: Row[] = [
  { name: "李建平", fen: 48_600_000, day: "2026-03-05" },
  { name: "何婧", fen: null, day: "2026-03-06" },
  { name: "李建平", fen: 58_000_000, day: "2026-03-24" },
];
const name: DataColumn<Row> = { key: "name", title: "当事人", width: 80, value: (row) => row.name };
const fen: DataColumn<Row> = {
  key: "fen",
  title: "金额",
  width: 80,
  filter: "money",
  value: (row) => row.fen,
  text: (row) => (row.fen === null ? "—" : String(row.fen / 1_000_000)),
};
const day: DataColumn<Row> = { key: "day", title: "期限", width: 80, filter: "day", value: (row) => row.day };

describe("lines", () => {
  const byName = { key: "name", title: "当事人", of: (row: Row) => ({ key: row.name, words: row.name }) };
  it("are the rows themselves without groups", () => {
    expect(linesOf(rows, null, new Set()).map((line) => line.kind)).toEqual(["row", "row", "row"]);
  });
  it("stand under their group, in the order of the rows", () => {
    const lines = linesOf(rows, byName, new Set());
    expect(lines.map((line) => (line.kind === "group" ? line.words : line.row.day))).toEqual([
      "何婧",
      "2026-03-06",
      "李建平",
      "2026-03-05",
      "2026-03-24",
    ]);
  });
  it("of a closed group are folded away, its rows still counted", () => {
    const lines = linesOf(rows, byName, new Set(["李建平"]));
    const last = lines.at(-1);
    expect(lines).toHaveLength(3);
    expect(last?.kind === "group" && last.rows.length).toBe(2);
  });
  it("follow the given order before the words", () => {
    const order = {
      ...byName,
      of: (row: Row) => ({ key: row.name, words: row.name, order: row.fen ? 0 : 1 }),
    };
    expect(linesOf(rows, order, new Set())[0]).toMatchObject({ kind: "group", words: "李建平" });
  });
});

describe("ranges", () => {
  const size = { lines: 10, columns: 4, page: 5 };
  it("hold whatever corner they began at", () => {
    const range = { anchor: { line: 5, column: 3 }, active: { line: 2, column: 1 } };
    expect(isInRange(range, 3, 2)).toBe(true);
    expect(isInRange(range, 6, 2)).toBe(false);
  });
  it("move as in a spreadsheet", () => {
    const from = { line: 4, column: 2 };
    expect(moveTo("ArrowDown", from, size, false)).toEqual({ line: 5, column: 2 });
    expect(moveTo("ArrowDown", from, size, true)).toEqual({ line: 9, column: 2 });
    expect(moveTo("Home", from, size, false)).toEqual({ line: 4, column: 0 });
    expect(moveTo("End", from, size, true)).toEqual({ line: 9, column: 3 });
    expect(moveTo("PageUp", from, size, false)).toEqual({ line: 0, column: 2 });
    expect(moveTo("ArrowUp", { line: 0, column: 2 }, size, false)).toEqual({ line: -1, column: 2 });
    expect(moveTo("x", from, size, false)).toBeNull();
  });
  it("copy as a table, breaks and quotes kept in their cells", () => {
    expect(
      toTsv([
        ["a", 'b "c"'],
        ["d\ne", "f"],
      ]),
    ).toBe('a\t"b ""c"""\n"d\ne"\tf');
  });
});

describe("filters", () => {
  const all = (filter: Parameters<typeof passes>[2], column: DataColumn<Row>): number =>
    rows.filter((row) => passes(column, row, filter)).length;
  it("take choices, words, bounds and days", () => {
    expect(all({ kind: "choices", chosen: ["李建平"] }, name)).toBe(2);
    expect(all({ kind: "text", contains: "婧" }, name)).toBe(1);
    expect(all({ kind: "money", least: 50_000_000, most: null }, fen)).toBe(1);
    expect(all({ kind: "day", from: "2026-03-06", to: "2026-03-06" }, day)).toBe(1);
  });
  it("never pass a row without an amount", () => {
    expect(all({ kind: "money", least: null, most: 1e9 }, fen)).toBe(2);
  });
  it("read in words, for exports", () => {
    expect(filterWords("金额", { kind: "money", least: 50_000_000, most: null }, zh, "wan")).toBe(
      "金额：不小于 50.00 万元",
    );
    expect(filterWords("状态", { kind: "choices", chosen: ["待核", ""] }, zh, "wan")).toBe(
      "状态：待核、（空）",
    );
  });
});

describe("extracts", () => {
  it("give what is shown and, beside it, values a file can carry", () => {
    const extract = extractOf([name, fen, day], rows.slice(0, 2), ["状态：待核"]);
    expect(extract.columns.map((column) => column.type)).toEqual(["text", "money", "day"]);
    expect(extract.rows[1]).toEqual(["何婧", "—", "2026-03-06"]);
    expect(extract.values[0]).toEqual(["李建平", 48_600_000, "2026-03-05"]);
    expect(extract.values[1]).toEqual(["何婧", null, "2026-03-06"]);
  });
  it("come from columns wide enough for their words", () => {
    expect(fitWidth({ ...name, width: 40 }, rows)).toBeGreaterThan(55);
    expect(fitWidth({ ...name, width: 200 }, rows)).toBe(200);
  });
});
