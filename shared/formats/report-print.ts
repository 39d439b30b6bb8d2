// A report document → csv text and json text. Money in csv is yuan, in json integer fen.
import { stampOf } from "../domain/day.ts";
import type { ReportDocument } from "../domain/report.ts";
import { type CsvField, printCsv } from "./csv-print.ts";
import { printValue, statementsOf } from "./report-document.ts";

/**
 * Header first so that programs can read it; statements and notes follow the table after a blank line.
 * Text that could run as a formula is guarded with "'".
 */
export function reportCsv(document: ReportDocument): Generator<string, void, undefined> {
  function* rows(): Generator<CsvField[]> {
    yield* table(document);
    yield [];
    yield [document.title];
    for (const line of statementsOf(document)) yield [line];
    for (const note of document.notes) yield [note];
    for (const part of document.parts ?? []) {
      yield [];
      yield [part.title];
      yield* table(part);
    }
  }
  return printCsv(rows());
}
function* table({ columns, rows }: Pick<ReportDocument, "columns" | "rows">): Generator<CsvField[]> {
  yield columns.map((column) => column.name);
  for (const row of rows)
    yield columns.map(({ type }, at) => {
      const value = row[at] ?? null;
      if (value === null || type === "text" || type === "code" || type === "day")
        return value && String(value);
      // A bare number: a guard would turn -5.00 into text.
      return type === "money" ? { plain: printValue(value, type) } : value;
    });
}
/** Stable key order; rows are objects by column key; ends with a line feed. */
export function reportJson(document: ReportDocument): string {
  const keyed = ({ columns, rows }: Pick<ReportDocument, "columns" | "rows">) => ({
    columns: columns.map(({ key, name, type }) => ({ key, name, type })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null]))),
  });
  return `${JSON.stringify(
    {
      kind: document.kind,
      title: document.title,
      unit: document.unitName,
      generatedAt: `${stampOf(document.generatedAt, "UTC").replace(" ", "T")}Z`,
      filters: document.filters,
      rules: document.rules,
      journalHead: document.journalHead,
      moneyUnit: "fen",
      ...keyed(document),
      notes: document.notes,
      ...(document.parts === undefined
        ? {}
        : { parts: document.parts.map((part) => ({ key: part.key, title: part.title, ...keyed(part) })) }),
    },
    null,
    2,
  )}\n`;
}
