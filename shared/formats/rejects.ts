// Rows that were not taken, as they were, with the reasons beside them: mended, the same file imports again.
import type { Language } from "../words/language.ts";
import type { Header } from "./header-match.ts";
import type { ParsedRow } from "./sheet-parse.ts";
import type { PrintedTable } from "./sheet-print.ts";

/** A row with at least one problem; whoever checks references adds to `problems`. */
export type RejectedRow = Pick<ParsedRow, "row" | "cells" | "problems">;

// No sheet knows these words, so a second import passes over the two columns.
const words = {
  zh: { row: "原行号", reason: "退回原因" },
  en: { row: "Row in the file", reason: "Not imported because" },
} as const;

const isInWan = /万元/;

/** Original columns in their order under one header row, then row number and reasons; for csv or `tableGrid`. */
export function rejectsTable(
  header: Header,
  rejected: Iterable<RejectedRow>,
  language: Language = "zh",
): PrintedTable {
  const labels = new Map<number, string>(header.unknown.map(({ index, label }) => [index, label]));
  for (const { index, label, column, unit } of header.columns) {
    // A unit that stood above the header would be lost with it.
    const isUnsaid = column.type === "money" && unit === "wan" && !isInWan.test(label);
    labels.set(index, isUnsaid ? `${label}（万元）` : label);
  }
  const places = [...labels.keys()].sort((a, b) => a - b);
  const say = words[language];
  const colon = language === "zh" ? "：" : ": ";
  const reasons = (row: RejectedRow): string =>
    row.problems
      .map(
        ({ column, value, reason }) =>
          `${column}${value === "" ? "" : ` “${value}”`}${colon}${reason[language]}`,
      )
      .join(" ");
  return {
    header: [...places.map((index) => labels.get(index) ?? ""), say.row, say.reason],
    rows: Array.from(rejected, (row) => [
      ...places.map((index) => row.cells[index]?.text ?? ""),
      String(row.row),
      reasons(row),
    ]),
  };
}
