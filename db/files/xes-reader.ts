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
import {
  type Cell,
  emptyCell,
  type Stop,
  stopped,
  type TableRow,
  textCell,
} from "../../shared/formats/cell.ts";
import { missingLogColumns, transitionColumn } from "../../shared/formats/event-log.ts";
import type { ByteSource } from "./byte-source.ts";
import { fileFault } from "./file-fault.ts";
import { limits } from "./limits.ts";
import { createXesParser, type XesHandler, type XesOwner, type XesType } from "./xes-parser.ts";
import { xmlText } from "./xml-text.ts";

export const xesColumns = {
  case: "case:concept:name",
  activity: "concept:name",
  person: "org:resource",
  time: "time:timestamp",
} as const;

export interface XesSheet {
  rows: (wanted?: readonly string[]) => AsyncGenerator<TableRow, void, undefined>;
  notes: () => Text[];
}
interface Reading {
  file: string;
  stop?: Stop | undefined;
  onBytes?: ((done: number) => void) | undefined;
}

const columnName = (owner: XesOwner, key: string): string =>
  owner === "trace" || owner === "global-trace" ? `case:${key}` : key;

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
    const table = collect(columns);
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

// One object for each different text: logs repeat few words many times, and slices of the file must not be kept.
const mostKept = 200_000;
const longest = 200;
function keeper(): (text: string, isWord: boolean) => Cell {
  const kept = new Map<string, Cell>();
  return (text, isWord) => {
    if (text === "") return emptyCell;
    if (!isWord || text.length > longest) return textCell(text);
    const known = kept.get(text);
    if (known) return known;
    if (kept.size >= mostKept) kept.clear();
    const own = Buffer.from(text).toString();
    const cell = textCell(own);
    kept.set(own, cell);
    return cell;
  };
}

/** "1.2E7" as people and tables write it; anything else as it stands. */
export function plainDecimal(text: string): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?e([+-]?\d{1,3})$/i.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", part = "", power = "0"] = match;
  const digits = whole + part;
  const point = whole.length + Number(power);
  const placed =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : `${digits.padEnd(point, "0").slice(0, point)}.${digits.slice(point)}`;
  return sign + placed.replace(/^0+(?=\d)/, "").replace(/\.0*$|(\.\d*?)0+$/, "$1");
}

// A default says what an absent value means only where the standard gives it a meaning of its own; elsewhere
// (concept, org, time, custom attributes) it is a placeholder such as "UNKNOWN", and must never become a person.
const hasDefault = (key: string): boolean => key.startsWith("lifecycle:") || key.startsWith("cost:");

function collect(columns: readonly string[]) {
  const indexOf = new Map(columns.map((name, at) => [name, at]));
  const keep = keeper();
  const ready: TableRow[] = [];
  const seen = new Set<string>([xesColumns.case]);
  const defaults = new Map<number, Cell>();
  const names = new Set<string>();
  const repeated = new Set<string>();
  let [traces, events, unnamed, loose] = [0, 0, 0, 0];
  let isInTrace = false;
  let ofCase: Cell[] = [];
  let ofEvent: Cell[] = [];
  let waiting: Cell[][] = [];

  const blank = (): Cell[] => new Array<Cell>(columns.length).fill(emptyCell);
  const cellOf = (type: XesType, value: string): Cell => {
    const text = value.trim();
    return keep(type === "float" ? plainDecimal(text) : text, type !== "date");
  };
  const give = (cells: Cell[]): void => {
    for (const [at, cell] of defaults) if (cells[at] === emptyCell) cells[at] = cell;
    events += 1;
    ready.push({ row: events + 1, cells });
  };
  const nameCase = (): void => {
    const at = indexOf.get(xesColumns.case);
    if (at === undefined) return;
    const { text } = ofCase[at] ?? emptyCell;
    if (text === "") {
      unnamed += 1;
      ofCase[at] = textCell(`(#${traces})`);
    } else if (names.has(text)) repeated.add(text);
    else names.add(text);
  };
  const handler: XesHandler = {
    trace() {
      traces += 1;
      isInTrace = true;
      ofCase = blank();
    },
    traceEnd() {
      // Attributes of a case may stand after its events.
      if (waiting.length > 0) nameCase();
      for (const cells of waiting) {
        for (const [at, cell] of ofCase.entries()) if (cell !== emptyCell) cells[at] = cell;
        give(cells);
      }
      waiting = [];
      isInTrace = false;
    },
    event() {
      ofEvent = blank();
    },
    eventEnd() {
      if (isInTrace) waiting.push(ofEvent);
      else {
        loose += 1;
        give(ofEvent);
      }
    },
    attribute(owner, key, type, value) {
      const name = columnName(owner, key);
      seen.add(name);
      const at = indexOf.get(name);
      if (at === undefined) return;
      if (owner === "trace") ofCase[at] = cellOf(type, value);
      else if (owner === "event") ofEvent[at] = cellOf(type, value);
      else if (owner === "global-event" && hasDefault(key)) defaults.set(at, cellOf(type, value));
    },
  };
  const notes = (): Text[] => [
    ...(events === 0 ? [{ zh: "日志里没有事件。", en: "The log has no events." }] : []),
    ...(unnamed === 0
      ? []
      : [
          {
            zh: `${unnamed} 个 trace 没有 concept:name，按其在文件中的次序编号，如 (#3)。`,
            en: `${unnamed} trace(s) have no concept:name and are numbered by their place in the file, like (#3).`,
          },
        ]),
    ...(repeated.size === 0
      ? []
      : [
          {
            zh: `${repeated.size} 个业务编号出现在几个 trace 里，按同一件业务计（如 ${[...repeated][0]}）。`,
            en: `${repeated.size} case name(s) occur in several traces and count as one case each (e.g. ${[...repeated][0]}).`,
          },
        ]),
    ...(loose === 0
      ? []
      : [
          {
            zh: `${loose} 个事件不在任何 trace 里，没有业务编号。`,
            en: `${loose} event(s) stand outside any trace and have no case.`,
          },
        ]),
  ];
  return { handler, ready, seen, notes, events: () => events };
}
