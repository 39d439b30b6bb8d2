/*
 * Streams an XES event log as one sheet: a row for each event, its case's attributes in front as `case:…`.
 *
 *   const log = xesSheet(source, head, { stop, onBytes });
 *   log.rows(["case:concept:name", "org:resource"])   these columns alone, one pass; a column that no event has is a Fault
 *   log.rows()                                        all columns: a first pass finds them
 *   log.notes()                                       what was odd in the rows read so far
 *
 * Row 1 is the header, row n + 1 the n-th event of the file.
 */
import type { Text } from "../../shared/domain/text.ts";
import { type Stop, stopped, type TableRow, textCell } from "../../shared/formats/cell.ts";
import { missingLogColumns } from "../../shared/formats/event-log.ts";
import { transitionColumn } from "../../shared/formats/log-mapping.ts";
import type { ByteSource } from "./byte-source.ts";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";
import { createXesParser, type XesHandler } from "./xes-parser.ts";
import { collectRows, columnNames, xesColumns } from "./xes-rows.ts";
import { xmlText } from "./xml-text.ts";

export interface XesSheet {
  rows: (wanted?: readonly string[]) => AsyncGenerator<TableRow, void, undefined>;
  notes: () => Text[];
}
interface Reading {
  file: string;
  stop?: Stop | undefined;
  onBytes?: ((done: number) => void) | undefined;
}

async function feed(source: ByteSource, head: Buffer, handler: XesHandler, reading: Reading): Promise<void> {
  for await (const _ of pieces(source, head, handler, reading));
}
/** Parses piece by piece; after each the handler holds what was in it. */
async function* pieces(
  source: ByteSource,
  head: Buffer,
  handler: XesHandler,
  { stop, onBytes }: Reading,
): AsyncGenerator<void, void, undefined> {
  const parser = createXesParser(source.path, handler);
  for await (const text of xmlText(source, head, onBytes)) {
    if (stop?.aborted) throw stopped();
    parser.write(text);
    yield;
  }
  parser.close();
  yield;
}

const ignore = () => {};
/** Every column that events, cases and declarations name: the four usual ones first, then as they come. */
async function findColumns(source: ByteSource, head: Buffer, reading: Reading): Promise<string[]> {
  const seen = new Set<string>(Object.values(xesColumns));
  const used = new Set<string>([xesColumns.case]);
  const columnName = columnNames();
  await feed(
    source,
    head,
    {
      trace: ignore,
      traceEnd: ignore,
      event: ignore,
      eventEnd: ignore,
      attribute(owner, key) {
        const name = columnName(owner, key);
        seen.add(name);
        used.add(name);
        if (seen.size > limits.columns)
          throw fileFault(
            source.path,
            "invalid",
            `日志的属性超过 ${limits.columns} 种，读不成表。`,
            `The log has more than ${limits.columns} different attributes: too many for a table.`,
          );
      },
    },
    reading,
  );
  return [...seen].filter((name) => used.has(name));
}

export function xesSheet(source: ByteSource, head: Buffer, reading: Reading): XesSheet {
  let found: Promise<string[]> | null = null;
  let notes: Text[] = [];
  async function* rows(wanted?: readonly string[]): AsyncGenerator<TableRow, void, undefined> {
    notes = [];
    if (!wanted) found ??= findColumns(source, head, reading);
    // The transition comes along unasked: a reader of logs warns where starts and ends are mixed.
    const columns = wanted ? [...new Set([...wanted, transitionColumn])] : await (found ?? []);
    yield { row: 1, cells: columns.map(textCell) };
    const table = collectRows(columns);
    for await (const _ of pieces(source, head, table.handler, reading)) {
      yield* table.ready;
      table.ready.length = 0;
    }
    notes = table.notes();
    if (table.events() > 0 && wanted?.some((name) => !table.seen.has(name)))
      throw missingLogColumns(wanted, [...table.seen], { timeZone: "", file: reading.file });
  }
  return { rows, notes: () => notes };
}
