/*
 * Any event log → rows of case, activity, person, time: which columns are which is said by a mapping.
 *
 *   const log = await openLog(rows, mapping, { timeZone, file, sheetName, stop });
 *   for await (const row of log.rows) …    LogRow; rows that `where` leaves out are counted, not yielded
 *
 * Words compare exactly after trimming and NFC. `record` is 1-based after the header, blank rows not counted.
 */
import { z } from "zod";
import type { Instant } from "../domain/day.ts";
import { type FaultError, fault } from "../domain/fault.ts";
import { type Fen, parseMoney } from "../domain/money.ts";
import type { Text } from "../domain/text.ts";
import { cellAt, isBlankRow, type Rows, stopped, type TableRow } from "./cell.ts";
import { dayCure, instantOfMoment, parseMoment } from "./day-parse.ts";
import { headerRows } from "./header-match.ts";
import type { SheetContext } from "./sheet-parse.ts";

const words = z.string().min(1);
const column = words.nullish();
export const logMappingSchema = z.object({
  caseColumn: words,
  activityColumn: words,
  personColumn: words,
  timeColumn: words,
  amountColumn: column,
  supplierColumn: column,
  onBehalfOfColumn: column,
  requesterColumn: column,
  departmentColumn: column,
  recordedColumn: column,
  terminalColumn: column,
  documentColumn: column,
  categoryColumn: column,
  projectColumn: column,
  /** All must hold. */
  where: z.array(z.object({ column: words, value: z.string() })).default([]),
  /** Words that name nobody where a person should stand ("NONE"); an empty cell always names nobody. */
  nobody: z.array(z.string()).default([]),
  /** Activity → duty code; an activity that is not listed, and "own", make the activity its own duty. */
  duties: z.union([z.literal("own"), z.record(z.string(), z.string())]).default("own"),
});
/** Saved as a profile; `logMappingSchema.parse` fills `where`, `nobody` and `duties`. */
export type LogMapping = z.infer<typeof logMappingSchema>;

export const warnedOf = ["case", "activity", "person", "time", "amount", "recorded"] as const;
export interface LogWarning {
  about: (typeof warnedOf)[number];
  record: number;
  row: number;
  column: string;
  value: string;
  text: Text;
}
export interface LogRow {
  record: number;
  /** As the spreadsheet shows it. */
  row: number;
  /** null: the row cannot be placed in a case, or names no activity; it is warned of and counts nowhere. */
  caseNo: string | null;
  activity: string | null;
  /** null: counts for its case, never as a conflict. */
  person: string | null;
  /** null: unreadable; the row still counts. */
  time: Instant | null;
  amount: Fen | null;
  supplier: string | null;
  onBehalfOf: string | null;
  requester: string | null;
  department: string | null;
  /** null: not said, or unreadable. */
  recordedAt: Instant | null;
  terminal: string | null;
  docNo: string | null;
  category: string | null;
  project: string | null;
  warnings: readonly LogWarning[];
}
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

/** Trim and NFC: nothing else is forgiven in a log. */
export const logWord = (text: string): string => text.trim().normalize("NFC");
/** "COL=VALUE", split at the first "="; null when there is none. */
export function parseWhere(argument: string): { column: string; value: string } | null {
  const at = argument.indexOf("=");
  return at <= 0 ? null : { column: logWord(argument.slice(0, at)), value: logWord(argument.slice(at + 1)) };
}

const places = {
  caseNo: "caseColumn",
  activity: "activityColumn",
  person: "personColumn",
  time: "timeColumn",
  amount: "amountColumn",
  supplier: "supplierColumn",
  onBehalfOf: "onBehalfOfColumn",
  requester: "requesterColumn",
  department: "departmentColumn",
  recorded: "recordedColumn",
  terminal: "terminalColumn",
  document: "documentColumn",
  category: "categoryColumn",
  project: "projectColumn",
} as const satisfies Record<string, keyof LogMapping>;
type Place = Record<keyof typeof places, number>;
/** In XES and its tables: where the act stands in its life (start, complete …). */
export const transitionColumn = "lifecycle:transition";

/** The columns that a mapping names, as words compare. */
export const wantedColumns = (mapping: LogMapping): string[] => [
  ...new Set([
    ...Object.values(places).flatMap((key) => {
      const name = mapping[key];
      return name ? [logWord(name)] : [];
    }),
    ...mapping.where.map(({ column }) => logWord(column)),
  ]),
];
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
    Object.entries(places).map(([key, column]) => [key, indexOf(mapping[column])]),
  ) as Place;
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

const unwarned: readonly LogWarning[] = [];

function readLogRow(
  row: TableRow,
  record: number,
  at: Place,
  mapping: LogMapping,
  nobody: ReadonlySet<string>,
  timeZone: string,
): LogRow {
  // Most rows are warned of nothing: a list is made for those that are.
  let warnings: LogWarning[] | null = null;
  const warn = (about: LogWarning["about"], value: string, zh: string, en: string): void => {
    const column = mapping[places[columnOfWarning[about]]] ?? "";
    warnings ??= [];
    warnings.push({ about, record, row: row.row, column, value, text: { zh, en } });
  };
  const word = (index: number): string | null =>
    index < 0 ? null : logWord(cellAt(row, index).text) || null;
  const somebody = (index: number): string | null => {
    const name = word(index);
    return name === null || nobody.has(name) ? null : name;
  };
  const instant = (index: number): Instant | null => {
    const moment = parseMoment(cellAt(row, index));
    return moment && instantOfMoment(moment, timeZone);
  };
  const caseNo = word(at.caseNo);
  const activity = word(at.activity);
  const person = somebody(at.person);
  if (caseNo === null) warn("case", "", "没有业务编号，这一行未计入。", "No case: the row is not counted.");
  if (activity === null)
    warn("activity", "", "没有环节，这一行未计入。", "No activity: the row is not counted.");
  if (person === null)
    warn(
      "person",
      word(at.person) ?? "",
      "没有人员：计入业务，不判冲突。",
      "No person: it counts for its case, never as a conflict.",
    );
  const time = instant(at.time);
  if (time === null)
    warn(
      "time",
      cellAt(row, at.time).text,
      `时间${dayCure.zh}这一行仍然计入。`,
      `${dayCure.en} The row still counts.`,
    );
  const money = word(at.amount);
  const amount = money === null ? null : parseMoney(money);
  if (money !== null && amount === null)
    warn("amount", money, "不是能认出的金额，按无金额计。", "Not an amount: counted without one.");
  const recorded = word(at.recorded);
  const recordedAt = recorded === null ? null : instant(at.recorded);
  if (recorded !== null && recordedAt === null)
    warn("recorded", recorded, `登记时间${dayCure.zh}`, `${dayCure.en} It counts as not recorded.`);
  return {
    record,
    row: row.row,
    caseNo,
    activity,
    person,
    time,
    amount,
    supplier: word(at.supplier),
    onBehalfOf: somebody(at.onBehalfOf),
    requester: somebody(at.requester),
    department: word(at.department),
    recordedAt,
    terminal: word(at.terminal),
    docNo: word(at.document),
    category: word(at.category),
    project: word(at.project),
    warnings: warnings ?? unwarned,
  };
}
const columnOfWarning: Record<LogWarning["about"], keyof Place> = {
  case: "caseNo",
  activity: "activity",
  person: "person",
  time: "time",
  amount: "amount",
  recorded: "recorded",
};
