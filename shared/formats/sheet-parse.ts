/*
 * Rows of an office table → rows of one importable sheet, each with what was mended and what is wrong.
 *
 *   const open = await openSheet(rows, sheetOf("people"), { timeZone, file, sheetName, stop });
 *   open.header                            the matched header; open.header.unknown is worth telling
 *   for await (const parsed of open.rows)  // ParsedRow: { row, cells, values, notes, problems }
 *   await open.close()                     only where rows are not read to their end
 *   open.skipped                           totals, signatures …: grows while rows are read
 *
 * Throws a Fault (`invalid`) when no header is found or a required column is missing. References stay codes or
 * names as written; whoever knows the workbook resolves them.
 */
import { fault, type Place } from "../domain/fault.ts";
import type { Sheet, SheetColumn } from "../domain/sheet-column.ts";
import type { Text } from "../domain/text.ts";
import { type Cell, cellAt, type Rows, type Stop, stopped, type TableRow } from "./cell.ts";
import { emptyValue, parseCell, type RawValue } from "./cell-parse.ts";
import { printCell } from "./cell-print.ts";
import { type Header, headerRows, matchHeader, missingColumns } from "./header-match.ts";
import { crossProblems } from "./row-checks.ts";
import { whySkipped } from "./row-skip.ts";

export interface SheetContext {
  /** Zone of times without an offset. */
  timeZone: string;
  /** For messages. */
  file?: string;
  sheetName?: string;
  stop?: Stop;
}
export interface CellNote {
  /** The header words as the file has them. */
  column: string;
  key: string;
  /** The value kept, as it would be printed. */
  read: string;
  text: Text;
}
export interface CellProblem {
  column: string;
  key: string;
  /** The cell as written. */
  value: string;
  reason: Text;
}
export interface ParsedRow {
  row: number;
  /** As read, for the file of rejected rows. */
  cells: readonly Cell[];
  /** By column key; a column with a problem has no key here. */
  values: Record<string, RawValue>;
  /** What was mended while reading. */
  notes: CellNote[];
  /** Empty: the row can be taken. */
  problems: CellProblem[];
}
export interface OpenSheet {
  header: Header;
  rows: AsyncGenerator<ParsedRow, void, undefined>;
  skipped: { row: number; why: Text }[];
  /** Lets the file go when rows are not read to their end. */
  close: () => Promise<void>;
}

/** Reads one data row under its header. */
export function parseRow(row: TableRow, header: Header, timeZone: string): ParsedRow {
  const parsed: ParsedRow = { row: row.row, cells: row.cells, values: {}, notes: [], problems: [] };
  const present = header.byKey;
  for (const column of header.sheet.columns) {
    const match = present.get(column.key);
    const cell = match ? cellAt(row, match.index) : null;
    const result =
      cell && match ? parseCell(cell, column, { timeZone, unit: match.unit }) : emptyValue(column);
    const label = match?.label ?? column.name.zh;
    if (result.ok) {
      parsed.values[column.key] = result.value;
      if (result.corrected)
        parsed.notes.push({
          column: label,
          key: column.key,
          read: printCell(result.value, column, timeZone),
          text: result.corrected,
        });
    } else {
      parsed.problems.push({
        column: label,
        key: column.key,
        value: cell?.text ?? "",
        reason: result.reason,
      });
    }
  }
  for (const { key, reason } of crossProblems(header.sheet.kind, parsed.values)) {
    const match = present.get(key);
    const column = header.sheet.columns.find((one: SheetColumn) => one.key === key);
    parsed.problems.push({
      column: match?.label ?? column?.name.zh ?? key,
      key,
      value: match ? cellAt(row, match.index).text : "",
      reason,
    });
  }
  return parsed;
}

/** Finds the header, then reads row by row without holding more than the preamble. */
export async function openSheet(rows: Rows, sheet: Sheet, context: SheetContext): Promise<OpenSheet> {
  const source = readAll(rows);
  const preamble: TableRow[] = [];
  for (let next = await source.next(); !next.done; next = await source.next()) {
    preamble.push(next.value);
    if (preamble.length === headerRows) break;
  }
  const place: Place = {
    ...(context.file === undefined ? {} : { file: context.file }),
    sheet: context.sheetName ?? sheet.name.zh,
  };
  const header = matchHeader(preamble, sheet);
  if (!header) {
    await source.return();
    const labels = preamble[0]?.cells.map((cell) => cell.text).filter(Boolean) ?? [];
    throw preamble.length === 0
      ? fault(
          "invalid",
          {
            zh: "这张表是空的。请填好后再导入，或下载模板。",
            en: "This sheet is empty. Fill it in and import again, or download the template.",
          },
          place,
        )
      : missingColumns(
          sheet,
          sheet.columns.filter((column) => column.isRequired),
          place,
          labels,
        );
  }
  if (header.missing.length > 0) {
    await source.return();
    const unknown = header.unknown.map(({ label }) => label);
    throw missingColumns(sheet, header.missing, { ...place, row: header.row }, unknown);
  }
  const skipped: OpenSheet["skipped"] = [];
  async function* parse(): AsyncGenerator<ParsedRow, void, undefined> {
    for await (const row of chain(preamble, source)) {
      if (context.stop?.aborted) throw stopped();
      if (row.row <= header!.row) continue;
      const why = whySkipped(row, header!);
      if (!why) yield parseRow(row, header!, context.timeZone);
      else if (why.zh) skipped.push({ row: row.row, why });
    }
  }
  return { header, rows: parse(), skipped, close: async () => void (await source.return()) };
}

async function* readAll(rows: Rows): AsyncGenerator<TableRow, void, undefined> {
  yield* rows;
}
async function* chain(
  first: readonly TableRow[],
  rest: AsyncGenerator<TableRow, void, undefined>,
): AsyncGenerator<TableRow, void, undefined> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return();
  }
}
