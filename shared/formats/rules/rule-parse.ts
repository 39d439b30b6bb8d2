// Worksheets → rules, and every problem of every row in one go: sheet, row, column, value, what to do.
import type { Rule } from "../../domain/rule.ts";
import { ruleSchema } from "../../domain/rule.ts";
import { type Kind, kindNames, kinds } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import { cellAt, isBlankRow, type TableRow } from "../cell.ts";
import type { RawValue } from "../cell-parse.ts";
import { type Header, matchHeader } from "../header-match.ts";
import { wordKey } from "../word-key.ts";
import { commonColumns, idColumn, kindColumn, twins } from "./common-columns.ts";
import { kindColumns, parameterColumns } from "./parameter-columns.ts";
import type { RuleBooks, RuleColumn } from "./rule-column.ts";
import { issueText } from "./rule-issue.ts";
import { isGuide } from "./rule-print.ts";

export interface RuleProblem {
  sheet: string;
  /** 1-based row as the office program shows it; null for the whole sheet. */
  row: number | null;
  column: string;
  value: string;
  /** What was expected, and what to do. */
  reason: Text;
}
export interface ParsedRules {
  /** Of the rows without a problem, in the order of the file. */
  rules: Rule[];
  problems: RuleProblem[];
  /** Sheets that are no table of rules. */
  passedOver: string[];
}
export interface RuleTable {
  name: string;
  rows: readonly TableRow[];
}

const text = (zh: string, en: string): Text => ({ zh, en });
const must = text("这一格必须填写。", "This cell must be filled in.");
const table = { columns: [...commonColumns, ...parameterColumns] };
const columnByKey = new Map<string, RuleColumn>(table.columns.map((column) => [column.key, column]));
/** Fewer known header words than this make no table of rules. */
const leastColumns = 4;

const kindOfSheet = (name: string): Kind | null =>
  kinds.find((kind) =>
    [kind, kindNames[kind].zh, kindNames[kind].en].some((word) => wordKey(word) === wordKey(name)),
  ) ?? null;

interface Reading {
  header: Header<typeof table>;
  books: RuleBooks;
  row: TableRow;
  sheet: string;
  problems: RuleProblem[];
}
const place = ({ header, row }: Reading, column: RuleColumn): { column: string; value: string } => {
  const match = header.byKey.get(column.key);
  return { column: match?.label ?? column.name.zh, value: match ? cellAt(row, match.index).text : "" };
};
const complain = (reading: Reading, column: RuleColumn, reason: Text): void =>
  void reading.problems.push({
    sheet: reading.sheet,
    row: reading.row.row,
    ...place(reading, column),
    reason,
  });

/** undefined: the cell is empty and says nothing; "wrong": it has been complained about. */
function readCell(reading: Reading, column: RuleColumn): { value: RawValue | undefined } | "wrong" {
  const match = reading.header.byKey.get(column.key);
  const cell = match ? cellAt(reading.row, match.index) : null;
  if (!match || !cell || cell.text.trim() === "") {
    if (column.blank !== undefined) return { value: column.blank };
    if (!column.isRequired) return { value: undefined };
    complain(reading, column, must);
    return "wrong";
  }
  const result = column.read(cell, { books: reading.books, unit: match.unit });
  if (result.ok) return { value: result.value ?? column.blank };
  complain(reading, column, result.reason);
  return "wrong";
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = target;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    const inner: Record<string, unknown> = typeof next === "object" && next !== null ? { ...next } : {};
    at[key] = inner;
    at = inner;
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

function kindOfRow(reading: Reading, ofSheet: Kind | null): Kind | null {
  const match = reading.header.byKey.get(kindColumn.key);
  const isEmpty = !match || cellAt(reading.row, match.index).text.trim() === "";
  if (isEmpty && ofSheet) return ofSheet;
  const read = readCell(reading, kindColumn);
  return read === "wrong" ? null : (kinds.find((kind) => kind === read.value) ?? null);
}

/** The columns that this row's kind and check take; null when the check itself is wrong. */
function columnsOfRow(reading: Reading, kind: Kind): readonly RuleColumn[] | null {
  const { tells, all, ofCheck } = kindColumns(kind);
  if (!tells) return all;
  const read = readCell(reading, tells);
  if (read === "wrong") return null;
  const columns = ofCheck.get(String(read.value ?? ""));
  if (columns) return columns;
  const offered = tells.choices?.filter(({ value }) => ofCheck.has(value)) ?? [];
  complain(
    reading,
    tells,
    text(
      `“${kindNames[kind].zh}”可填：${offered.map(({ name }) => name.zh).join("、")}。`,
      `"${kindNames[kind].en}" takes: ${offered.map(({ name }) => name.en).join(", ")}.`,
    ),
  );
  return null;
}

function readRow(reading: Reading, ofSheet: Kind | null): Rule | null {
  const kind = kindOfRow(reading, ofSheet);
  const before = reading.problems.length;
  const data: Record<string, unknown> = { kind, parameters: {} };
  const own = kind ? columnsOfRow(reading, kind) : null;
  const taken = [...commonColumns.filter((column) => column !== kindColumn), ...(own ?? [])];
  for (const column of taken) {
    if (own && kind && column === kindColumns(kind).tells) {
      const read = readCell(reading, column);
      if (read !== "wrong") put(data, column.path, read.value);
      continue;
    }
    const read = readCell(reading, column);
    if (read !== "wrong" && read.value !== undefined) put(data, column.path, read.value);
  }
  fillTwins(reading, data);
  if (!kind || !own) return null;
  const keys = new Set(taken.map(({ key }) => key));
  for (const { column, index } of reading.header.columns) {
    const stray = columnByKey.get(column.key);
    if (
      !stray ||
      stray === kindColumn ||
      keys.has(stray.key) ||
      cellAt(reading.row, index).text.trim() === ""
    )
      continue;
    complain(
      reading,
      stray,
      text(
        "这种规则（或这种核对方法）没有这一项。请清空这一格。",
        "This kind of rule (or this check) has no such number. Clear the cell.",
      ),
    );
  }
  if (reading.problems.length > before) return null;
  const parsed = ruleSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) complain(reading, columnAt(issue.path, taken), issueText(issue));
  return null;
}

const columnAt = (path: readonly PropertyKey[], taken: readonly RuleColumn[]): RuleColumn =>
  taken.find((column) => column.path.every((key, at) => path[at] === key)) ??
  taken.find((column) => path.every((key, at) => column.path[at] === key)) ??
  idColumn;

/** A title in one language stands for both. */
function fillTwins(reading: Reading, data: Record<string, unknown>): void {
  for (const [zh] of twins) {
    const pair = data[zh.path[0] ?? ""];
    const given: Record<string, unknown> = typeof pair === "object" && pair !== null ? { ...pair } : {};
    const words = given.zh ?? given.en;
    if (words === undefined) complain(reading, zh, must);
    else data[zh.path[0] ?? ""] = { zh: given.zh ?? words, en: given.en ?? words };
  }
}

/** Reads every table of the file; what cannot be read is among `problems`, and nothing stops at the first. */
export function parseRules(tables: readonly RuleTable[], books: RuleBooks): ParsedRules {
  const parsed: ParsedRules = { rules: [], problems: [], passedOver: [] };
  const seen = new Map<string, string>();
  for (const { name, rows } of tables) {
    if (isGuide(name)) continue;
    const header = matchHeader(rows, table);
    const ofSheet = kindOfSheet(name);
    if (!header || header.columns.length < leastColumns || !header.byKey.has(idColumn.key)) {
      if (ofSheet && rows.some((row) => !isBlankRow(row)))
        parsed.problems.push({
          sheet: name,
          row: null,
          column: idColumn.name.zh,
          value: "",
          reason: text(
            "找不到表头。请保留导出时的表头一行（至少要有“编号”“版本”“标题”“依据”）。",
            "There is no header row. Keep the one that the export wrote (at least No., Version, Title, Source).",
          ),
        });
      else if (!ofSheet) parsed.passedOver.push(name);
      continue;
    }
    for (const row of rows) {
      if (row.row <= header.row || isBlankRow(row)) continue;
      const reading: Reading = { header, books, row, sheet: name, problems: parsed.problems };
      const rule = readRow(reading, ofSheet);
      if (!rule) continue;
      const key = JSON.stringify([rule.id, rule.version]);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, `${name} ${row.row}`);
        parsed.rules.push(rule);
        continue;
      }
      complain(
        reading,
        idColumn,
        text(
          `${rule.id} 第 ${rule.version} 版在文件里出现了两次（另一处：${first} 行）。请删去一处，或换一个编号。`,
          `${rule.id} version ${rule.version} is in the file twice (also at ${first}). Remove one of them or give it another number.`,
        ),
      );
    }
  }
  return parsed;
}
