// One row of a log, read through a mapping: what it says, and what it fails to say.
import type { Instant } from "../domain/day.ts";
import { type Fen, parseMoney } from "../domain/money.ts";
import type { Text } from "../domain/text.ts";
import { cellAt, type TableRow } from "./cell.ts";
import { dayCure, instantOfMoment, parseMoment } from "./day-parse.ts";
import { plainDecimal, roundedToFen } from "./decimal.ts";
import { type LogMapping, type LogPlaces, logColumns, logWord } from "./log-mapping.ts";

export const warnedOf = ["case", "activity", "person", "time", "amount", "rounded", "recorded"] as const;
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
const unwarned: readonly LogWarning[] = [];

export function readLogRow(
  row: TableRow,
  record: number,
  at: LogPlaces,
  mapping: LogMapping,
  nobody: ReadonlySet<string>,
  timeZone: string,
): LogRow {
  // Most rows are warned of nothing: a list is made for those that are.
  let warnings: LogWarning[] | null = null;
  const warn = (about: LogWarning["about"], value: string, zh: string, en: string): void => {
    const column = mapping[logColumns[columnOfWarning[about]]] ?? "";
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
  const exact = money === null ? null : parseMoney(plainDecimal(money));
  const amount = exact ?? (money === null ? null : roundedToFen(plainDecimal(money)));
  if (money !== null && amount === null)
    warn("amount", money, "不是能认出的金额，按无金额计。", "Not an amount: counted without one.");
  else if (exact === null && amount !== null)
    warn(
      "rounded",
      money ?? "",
      "金额细于分，四舍五入到分。",
      "An amount finer than a fen: rounded to the fen.",
    );
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
const columnOfWarning: Record<LogWarning["about"], keyof LogPlaces> = {
  case: "caseNo",
  activity: "activity",
  person: "person",
  time: "time",
  amount: "amount",
  rounded: "amount",
  recorded: "recorded",
};
