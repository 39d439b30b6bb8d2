// Rows of the domain → a table under the sheet's own header: what it prints, sheet-parse reads back.
import type { Sheet, SheetKind } from "../domain/sheet-column.ts";
import type { Language } from "../words/language.ts";
import type { RawValue } from "./cell-parse.ts";
import { printCell } from "./cell-print.ts";
import { columnWidth, type Grid, gridText, tabName } from "./grid.ts";

export interface PrintContext {
  timeZone: string;
  language?: Language;
  /** The code by which a row is named in files (staff number, post code …); null prints empty. */
  codeOf: (kind: SheetKind, id: string) => string | null;
}
export interface PrintedTable {
  header: string[];
  rows: string[][];
}

/** Values by column key as the domain holds them: money fen, `until` half-open, references as ids. */
export function printTable(
  sheet: Sheet,
  rows: Iterable<Readonly<Record<string, RawValue | undefined>>>,
  { timeZone, language = "zh", codeOf }: PrintContext,
): PrintedTable {
  const header = sheet.columns.map((column) => column.name[language]);
  const printed = Array.from(rows, (row) =>
    sheet.columns.map((column) => {
      const value = row[column.key];
      const isReference = column.type === "reference" && column.to && typeof value === "string";
      const shown = isReference ? codeOf(column.to!, value) : value;
      return printCell(shown, column, timeZone, language);
    }),
  );
  return { header, rows: printed };
}

/** The table as one worksheet of text cells, so that codes keep their zeros. */
export function tableGrid(name: string, { header, rows }: PrintedTable): Grid {
  return {
    name: tabName(name),
    columns: header.map((words, at) => ({
      width: columnWidth([words, ...rows.slice(0, 1_000).map((row) => row[at] ?? "")]),
      align: "left",
    })),
    rows: [
      { style: "head", cells: header.map(gridText) },
      ...rows.map((row) => ({ style: "body" as const, cells: row.map(gridText) })),
    ],
    headRow: 1,
    choices: [],
    hints: new Map(),
  };
}
