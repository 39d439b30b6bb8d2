/*
 * Any event log → rows of case, activity, person, time: which columns are which is said by a mapping.
 *
 *   const log = await openLog(rows, mapping, { timeZone, file, sheetName, stop });
 *   for await (const row of log.rows) …    LogRow; rows that `where` leaves out are counted, not yielded
 *
 * Words compare exactly after trimming and NFC. `record` is 1-based after the header, blank rows not counted.
 */
import { type FaultError, fault } from "../domain/fault.ts";
import { cellAt, isBlankRow, type Rows, stopped, type TableRow } from "./cell.ts";
import { headerRows } from "./header-match.ts";
import {
  type LogMapping,
  type LogPlaces,
  logColumns,
  logWord,
  transitionColumn,
  wantedColumns,
} from "./log-mapping.ts";
import { type LogRow, readLogRow } from "./log-row.ts";
import type { SheetContext } from "./sheet-parse.ts";

export interface OpenLog {
  /** The header as the file has it. */
  columns: string[];
  rows: AsyncGenerator<LogRow, void, undefined>;
  /** Grows while rows are read. */
  counts: { records: number; leftOut: number };
  /** Words of `lifecycle:transition` in the rows kept, with how often; empty where `where` chooses one. Grows too. */
  transitions: Map<string, number>;
  /** Lets the file go when rows are not read to their end. */
  close: () => Promise<void>;
}

const wordsOf = (row: TableRow): string[] => row.cells.map((cell) => logWord(cell.text));

/** Throws `invalid` naming the columns that are not there and those that are. */
export async function openLog(rows: Rows, mapping: LogMapping, context: SheetContext): Promise<OpenLog> {
  const wanted = wantedColumns(mapping);
  const source = (async function* () {
    yield* rows;
  })();
  const held: TableRow[] = [];
  let header: TableRow | null = null;
  while (!header && held.length < headerRows) {
    const next = await source.next();
    if (next.done) break;
    if (!isBlankRow(next.value)) held.push(next.value);
    const there = new Set(wordsOf(next.value));
    if (wanted.every((name) => there.has(name))) header = next.value;
  }
  if (!header) {
    await source.return();
    throw missingLogColumns(wanted, held[0] ? wordsOf(held[0]) : [], context);
  }
  const columns = wordsOf(header);
  const indexOf = (name: string | null | undefined) => (name ? columns.indexOf(logWord(name)) : -1);
  const at = Object.fromEntries(
    Object.entries(logColumns).map(([key, column]) => [key, indexOf(mapping[column])]),
  ) as LogPlaces;
  const filters = mapping.where.map(({ column, value }) => ({
    index: indexOf(column),
    value: logWord(value),
  }));
  const nobody = new Set(mapping.nobody.map(logWord));
  const counts = { records: 0, leftOut: 0 };
  const transitions = new Map<string, number>();
  const transition = filters.some(({ index }) => columns[index] === transitionColumn)
    ? -1
    : columns.indexOf(transitionColumn);
  async function* read(): AsyncGenerator<LogRow, void, undefined> {
    for await (const row of source) {
      if (context.stop?.aborted) throw stopped();
      if (isBlankRow(row)) continue;
      counts.records++;
      if (!filters.every(({ index, value }) => logWord(cellAt(row, index).text) === value)) {
        counts.leftOut++;
        continue;
      }
      const step = transition < 0 ? "" : logWord(cellAt(row, transition).text);
      if (step !== "") transitions.set(step, (transitions.get(step) ?? 0) + 1);
      yield readLogRow(row, counts.records, at, mapping, nobody, context.timeZone);
    }
  }
  return { columns, rows: read(), counts, transitions, close: async () => void (await source.return()) };
}

/** The Fault that names the columns that are not there and those that are. */
export function missingLogColumns(
  wanted: readonly string[],
  there: readonly string[],
  context: SheetContext,
): FaultError {
  const missing = [...new Set(wanted.filter((name) => !there.includes(name)))];
  const list = there.filter(Boolean).join("、");
  return fault(
    "invalid",
    {
      zh: `日志中没有这些列：${missing.join("、")}。表头有：${list || "（空）"}。请改正列名，一字不差（含大小写）。`,
      en: `The log lacks these columns: ${missing.join(", ")}. Its header has: ${list || "(nothing)"}. Give the names exactly, upper and lower case included.`,
    },
    {
      ...(context.file === undefined ? {} : { file: context.file }),
      ...(context.sheetName === undefined ? {} : { sheet: context.sheetName }),
      column: missing.join("、"),
    },
  );
}
