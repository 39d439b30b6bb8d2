// Events of a log gathered into rows under given columns, case by case, with what was odd about them.
import type { Text } from "../../shared/domain/text.ts";
import { type Cell, emptyCell, type TableRow, textCell } from "../../shared/formats/cell.ts";
import { plainDecimal } from "../../shared/formats/decimal.ts";
import { logWord } from "../../shared/formats/log-mapping.ts";
import type { XesHandler, XesOwner, XesType } from "./xes-parser.ts";

export const xesColumns = {
  case: "case:concept:name",
  activity: "concept:name",
  person: "org:resource",
  time: "time:timestamp",
} as const;

/** Keys repeat with every event: each is made a name once. */
export function columnNames(): (owner: XesOwner, key: string) => string {
  const ofCases = new Map<string, string>();
  const ofEvents = new Map<string, string>();
  return (owner, key) => {
    const isOfCase = owner === "trace" || owner === "global-trace";
    const names = isOfCase ? ofCases : ofEvents;
    let name = names.get(key);
    if (name === undefined) {
      name = isOfCase ? `case:${logWord(key)}` : logWord(key);
      names.set(key, name);
    }
    return name;
  };
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

// A default says what an absent value means only where the standard gives it a meaning of its own; elsewhere
// (concept, org, time, custom attributes) it is a placeholder such as "UNKNOWN", and must never become a person.
const hasDefault = (key: string): boolean => key.startsWith("lifecycle:") || key.startsWith("cost:");

export function collectRows(columns: readonly string[]) {
  const indexOf = new Map(columns.map((name, at) => [name, at]));
  const keep = keeper();
  const columnName = columnNames();
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
