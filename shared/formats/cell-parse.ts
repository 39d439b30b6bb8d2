// One cell and its column → a value, or a reason with its cure; what had to be mended is told.
import { type Day, untilAfter } from "../domain/day.ts";
import { type MoneyUnit, parseMoney } from "../domain/money.ts";
import type { SheetColumn } from "../domain/sheet-column.ts";
import type { Text } from "../domain/text.ts";
import type { Cell } from "./cell.ts";
import { dayCure, instantOfMoment, parseMoment } from "./day-parse.ts";
import { wordKey } from "./word-key.ts";

/** Money in fen, days `YYYY-MM-DD`, `until` half-open, instants epoch ms; references and codes as written. */
export type RawValue = string | number | boolean | null | string[];
export type CellResult =
  | { ok: true; value: RawValue; corrected?: Text }
  | { ok: false; reason: Text; isEmpty?: true };

export interface CellContext {
  timeZone: string;
  /** The unit of bare amounts in this column. */
  unit: MoneyUnit;
}

const text = (zh: string, en: string): Text => ({ zh, en });
const ok = (value: RawValue, corrected?: Text): CellResult =>
  corrected ? { ok: true, value, corrected } : { ok: true, value };
const bad = (zh: string, en: string): CellResult => ({ ok: false, reason: text(zh, en) });
const readAs = (value: string): Text => text(`读作“${value}”`, `Read as "${value}"`);

// "—", "无", "-" and the like stand for an empty cell in office tables.
const emptyWords = new Set([
  "",
  "-",
  "--",
  "—",
  "——",
  "－",
  "–",
  "/",
  "\\",
  "无",
  "暂无",
  "空",
  "n/a",
  "null",
]);
const isEmptyWord = (words: string): boolean => emptyWords.has(words.toLowerCase());
const openEnded = new Set(["长期", "长期有效", "永久", "至今", "不限", "无期限", "open", "present"]);
const errorCell = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;
const trueWords = new Set(["是", "y", "yes", "true", "t", "1", "√", "✓", "✔", "☑", "对", "有"]);
const falseWords = new Set(["否", "n", "no", "false", "f", "0", "×", "✗", "✘", "☐", "非", "无", "错"]);

// 张 三, 欧 阳 修: blanks that only align names in a printed table.
const spacedName = /^(?=(?:\s*\p{Script=Han}){2,4}\s*$)\p{Script=Han}+(?:\s+\p{Script=Han}+)+$/u;
function parseText(words: string): CellResult {
  const clean = words.normalize("NFC");
  if (!spacedName.test(clean)) return ok(clean);
  const name = clean.replace(/\s+/g, "");
  return ok(name, readAs(name));
}

function parseCode(cell: Cell, words: string): CellResult {
  if (cell.date !== undefined)
    return bad(
      `这里应是编码，文件里却是日期（${cell.date}）。请把该列设为文本格式后重填。`,
      `A code is expected, but the file holds a date (${cell.date}). Format the column as text and type it again.`,
    );
  if (cell.number !== undefined && Math.abs(cell.number) >= 1e15)
    return bad(
      "编码过长，按数字保存时末几位已丢失。请把该列设为文本格式后重填。",
      "The code is too long to be kept as a number: its last digits are lost. Format the column as text and type it again.",
    );
  const code = words.normalize("NFKC").trim();
  const spaced = parseText(code);
  if (spaced.ok && spaced.corrected) return spaced;
  return code === words ? ok(code) : ok(code, readAs(code));
}

function parseInteger(words: string): CellResult {
  const plain = words.normalize("NFKC").replace(/[\s,]/g, "");
  const match = /^(\d+)(?:\.0+)?(人|名|个|个月|月|天|日)?$/.exec(plain);
  const value = Number(match?.[1]);
  if (!match || !Number.isSafeInteger(value))
    return bad(
      "应是不小于 0 的整数。请改成如 3 的数字。",
      "A whole number of 0 or more is expected, such as 3.",
    );
  return match[2] ? ok(value, readAs(String(value))) : ok(value);
}

function parseFlag(words: string): CellResult {
  const key = wordKey(words);
  if (trueWords.has(key)) return ok(true);
  if (falseWords.has(key)) return ok(false);
  return bad("应填“是”或“否”。", "Write 是 or 否 (yes or no).");
}

function parseAmount(words: string, unit: MoneyUnit): CellResult {
  const fen = parseMoney(words, unit);
  if (fen === null)
    return bad(
      "不是能认出的金额（最多到分）。请写成 1234.50 或 12.4万元。",
      "Not an amount that can be read (down to a fen). Write 1234.50 or 12.4万元.",
    );
  if (fen < 0)
    return bad(
      "金额不能为负。退款请另记一件业务。",
      "An amount cannot be negative. Record a refund as a case of its own.",
    );
  return ok(fen);
}

// A log has one choice cell a row: its words are keyed once per column, not once per cell.
const choiceKeys = new WeakMap<SheetColumn, ReadonlyMap<string, string>>();
function choicesByKey(column: SheetColumn): ReadonlyMap<string, string> {
  const known = choiceKeys.get(column);
  if (known) return known;
  const byKey = new Map<string, string>();
  for (const { value, name, also = [] } of column.choices ?? [])
    for (const word of [value, name.zh, name.en, ...also])
      if (!byKey.has(wordKey(word))) byKey.set(wordKey(word), value);
  choiceKeys.set(column, byKey);
  return byKey;
}

function parseChoice(words: string, column: SheetColumn): CellResult {
  const choices = column.choices ?? [];
  const found = choicesByKey(column).get(wordKey(words));
  if (found !== undefined) return ok(found);
  return bad(
    `不在可选之列。可填：${choices.map((one) => one.name.zh).join("、")}。`,
    `Not one of the choices: ${choices.map((one) => one.name.en).join(", ")}.`,
  );
}

function parseCodes(cell: Cell, words: string): CellResult {
  if (cell.date !== undefined) return parseCode(cell, words);
  const codes = words
    .normalize("NFKC")
    .split(/[、,;/\s]+/)
    .filter((code) => code && !isEmptyWord(code));
  return ok([...new Set(codes)]);
}

function parseDay(cell: Cell, isLast: boolean): CellResult {
  if (isLast && (openEnded.has(wordKey(cell.text)) || cell.date?.startsWith("9999-12-31"))) return ok(null);
  if (isLast && /^9999\D?12\D?31/.test(cell.text))
    return ok(null, text("读作长期有效", "Read as open-ended"));
  const moment = parseMoment(cell);
  if (!moment) return { ok: false, reason: dayCure };
  const kept = (day: Day, corrected?: Text) => ok(isLast ? untilAfter(day) : day, corrected);
  switch (moment.kind) {
    case "day":
      return kept(moment.day, moment.isSerial ? readAs(moment.day) : undefined);
    case "month": {
      const day = isLast ? moment.last : moment.first;
      return kept(day, readAs(day));
    }
    case "time":
      return kept(moment.day, moment.clock.startsWith("00:00:00") ? undefined : readAs(moment.day));
    case "instant":
      return bad(
        "这里应是日期，不带时区的时间。请写成 2024-03-05。",
        "A day is expected, not a time with an offset. Write 2024-03-05.",
      );
  }
}

function parseInstant(cell: Cell, timeZone: string): CellResult {
  const moment = parseMoment(cell);
  if (!moment)
    return bad(
      "不是能认出的时间。请写成 2024-03-05 14:30。",
      "Not a time that can be read. Write 2024-03-05 14:30.",
    );
  const at = instantOfMoment(moment, timeZone);
  return moment.kind === "month" ? ok(at, readAs(moment.first)) : ok(at);
}

function parseFilled(cell: Cell, words: string, column: SheetColumn, context: CellContext): CellResult {
  switch (column.type) {
    case "text":
      return parseText(words);
    case "code":
    case "reference":
      return parseCode(cell, words);
    case "integer":
      return parseInteger(words);
    case "flag":
      return parseFlag(words);
    case "money":
      return parseAmount(words, context.unit);
    case "choice":
      return parseChoice(words, column);
    case "codes":
      return parseCodes(cell, words);
    case "day":
    case "last-day":
      return parseDay(cell, column.type === "last-day");
    case "instant":
      return parseInstant(cell, context.timeZone);
  }
}

/** The value of an empty cell: the column's fallback, [] for codes; a required column answers `isEmpty`. */
export function emptyValue(column: SheetColumn): CellResult {
  if (column.isRequired)
    return {
      ok: false,
      isEmpty: true,
      reason: text("这一格必须填写。", "This cell must be filled in."),
    };
  return ok(column.type === "codes" ? [] : (column.fallback ?? null));
}

/** Reads one cell of a column; never throws. */
export function parseCell(cell: Cell, column: SheetColumn, context: CellContext): CellResult {
  const words = cell.text.trim();
  if (errorCell.test(words))
    return bad(
      `公式出错（${words}）。请在表格软件里改正公式或直接填值。`,
      `The formula failed (${words}). Mend it in the spreadsheet or type the value.`,
    );
  if (column.isVerbatim && words !== "") return ok(words.normalize("NFC"));
  const isNo = column.type === "flag" && words === "无";
  if (isEmptyWord(words) && !isNo) return emptyValue(column);
  return parseFilled(cell, words, column, context);
}
