// Rows → csv text, line by line: CRLF, quoted where needed; the byte order mark is the writer's first piece.
import { guardFormula } from "./formula-guard.ts";

/** A number and a `plain` decimal are written bare, text is guarded against formulas. */
export type CsvField = string | number | { plain: string } | null;

const field = (value: CsvField): string => {
  if (value === null) return "";
  const text =
    typeof value === "number" ? String(value) : typeof value === "object" ? value.plain : guardFormula(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csvLine = (fields: readonly CsvField[]): string => `${fields.map(field).join(",")}\r\n`;

/** The whole file in pieces. Excel takes a csv for UTF-8 only by its mark. */
export function* printCsv(rows: Iterable<readonly CsvField[]>): Generator<string, void, undefined> {
  yield "\ufeff";
  for (const row of rows) yield csvLine(row);
}
