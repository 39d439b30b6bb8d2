// Finds the header of an office table (below titles, one or two rows deep) and matches its words to columns.
import { type FaultError, fault, type Place } from "../domain/fault.ts";
import type { MoneyUnit } from "../domain/money.ts";
import type { Sheet, SheetColumn, SheetKind } from "../domain/sheet-column.ts";
import { sheets } from "../domain/sheets.ts";
import { isBlankRow, type TableRow } from "./cell.ts";
import { bareKey, wordKey } from "./word-key.ts";

/** A header lies within so many rows from the top: longer preambles are not tables. */
export const headerRows = 30;

export interface MatchedColumn {
  column: SheetColumn;
  /** 0-based place in the row. */
  index: number;
  /** The words in the file. */
  label: string;
  /** `wordKey` of the label: a row that repeats all of them is a header again. */
  key: string;
  /** For money: from "(万元)" in the header, else from "单位:万元" above it, else yuan. */
  unit: MoneyUnit;
}

/** All that a header is matched with. */
export type Columns = Pick<Sheet, "columns">;

export interface Header<S extends Columns = Sheet> {
  sheet: S;
  /** 1-based row of the last header row; data starts after it. */
  row: number;
  columns: readonly MatchedColumn[];
  byKey: ReadonlyMap<string, MatchedColumn>;
  /** Header words that mean nothing to this sheet; they are reported, not read. */
  unknown: readonly { index: number; label: string }[];
  /** Required columns that no header word names. */
  missing: readonly SheetColumn[];
}

const unitIn = (words: string): MoneyUnit | null => {
  const key = wordKey(words);
  return key.includes("万元") ? "wan" : /[(:/]元/.test(key) ? "yuan" : null;
};
const unitAbove = (rows: readonly TableRow[]): MoneyUnit | null => {
  for (const row of rows)
    for (const cell of row.cells) {
      const match = /单位:(?:人民币)?(万?元)/.exec(wordKey(cell.text));
      if (match) return match[1] === "万元" ? "wan" : "yuan";
    }
  return null;
};

/** From a head that stands over the column, merged or followed by blanks, in the two rows above the header. */
function unitOver(rows: readonly TableRow[], last: number, index: number): MoneyUnit | null {
  for (const row of [rows[last - 1], rows[last - 2]]) {
    const head = row?.cells.slice(0, index + 1).findLast((cell) => cell.text.trim() !== "");
    const unit = head ? unitIn(head.text) : null;
    if (unit) return unit;
  }
  return null;
}

// Every cell of the first rows is held against every column: a column's words are keyed once.
const keyed = new WeakMap<SheetColumn, { exact: string[]; bare: string[] }>();
function keysOf(column: SheetColumn): { exact: string[]; bare: string[] } {
  const known = keyed.get(column);
  if (known) return known;
  const words = [column.name.zh, column.name.en, column.key, ...column.also];
  const keys = { exact: words.map(wordKey), bare: words.map(bareKey) };
  keyed.set(column, keys);
  return keys;
}
/** 0 is best: the column's own name, its aliases in order, then the same without brackets; null is no match. */
function closeness(label: { exact: string; bare: string }, column: SheetColumn): number | null {
  const keys = keysOf(column);
  const exact = keys.exact.indexOf(label.exact);
  if (exact >= 0) return exact;
  const bare = keys.bare.indexOf(label.bare);
  return bare >= 0 ? 100 + bare : null;
}

interface Claim {
  column: SheetColumn;
  index: number;
  label: string;
  rank: number;
}

/** `labels[i]` are the words that column i of the file may be called by, the fullest first. */
function matchLabels(labels: readonly (readonly string[])[], sheet: Columns): Claim[] {
  const claims: Claim[] = [];
  labels.forEach((words, index) => {
    words.forEach((label, turn) => {
      const key = { exact: wordKey(label), bare: bareKey(label) };
      for (const column of sheet.columns) {
        const rank = closeness(key, column);
        if (rank !== null) claims.push({ column, index, label, rank: rank + turn * 0.5 });
      }
    });
  });
  claims.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const taken = new Set<number>();
  const named = new Set<string>();
  return claims.filter(({ column, index }) => {
    if (taken.has(index) || named.has(column.key)) return false;
    taken.add(index);
    named.add(column.key);
    return true;
  });
}

const single = (row: TableRow): string[][] => row.cells.map(({ text }) => (text.trim() ? [text.trim()] : []));
/** A merged head stands over its members; without merge information it covers the blanks to its right. */
function joined(upper: TableRow, lower: TableRow): string[][] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let over = "";
  return Array.from({ length: width }, (_, index) => {
    const head = (upper.cells[index]?.text ?? "").trim();
    const below = (lower.cells[index]?.text ?? "").trim();
    if (head) over = head;
    if (!below) return head ? [head] : [];
    return head === below || !over ? [below] : [`${over}${below}`, below];
  });
}

/**
 * The best header among the first rows; null when no row names even one required column or two columns.
 * Ties go to the upper row, and one row deep wins over two.
 */
export function matchHeader<S extends Columns>(rows: readonly TableRow[], sheet: S): Header<S> | null {
  const near = rows.slice(0, headerRows);
  let best: { claims: Claim[]; labels: string[][]; last: number } | null = null;
  const consider = (labels: string[][], last: number) => {
    const claims = matchLabels(labels, sheet);
    if (!best || claims.length > best.claims.length) best = { claims, labels, last };
  };
  near.forEach((row, at) => {
    if (!isBlankRow(row)) consider(single(row), at);
  });
  near.forEach((row, at) => {
    const below = near[at + 1];
    if (below && !isBlankRow(row) && !isBlankRow(below)) consider(joined(row, below), at + 1);
  });
  const found = best as { claims: Claim[]; labels: string[][]; last: number } | null;
  if (!found) return null;
  const { claims, labels, last } = found;
  if (claims.length < 2 && !claims.some(({ column }) => column.isRequired)) return null;
  const inherited = unitAbove(near.slice(0, last));
  const matched = new Set(claims.map(({ index }) => index));
  const named = new Set(claims.map(({ column }) => column.key));
  const columns = claims
    .map(({ column, index, label }) => ({
      column,
      index,
      label,
      key: wordKey(label),
      unit:
        unitIn(labels[index]?.join(" ") ?? label) ??
        unitOver(near, last, index) ??
        inherited ??
        ("yuan" as const),
    }))
    .sort((a, b) => a.index - b.index);
  return {
    sheet,
    row: near[last]?.row ?? 1,
    columns,
    byKey: new Map(columns.map((match) => [match.column.key, match])),
    unknown: labels.flatMap((words, index) =>
      words[0] && !matched.has(index) ? [{ index, label: words[0] }] : [],
    ),
    missing: sheet.columns.filter((column) => column.isRequired && !named.has(column.key)),
  };
}

const wordsFor = (column: SheetColumn): string =>
  [...new Set([column.name.zh, column.name.en, ...column.also])].join(" / ");

/** `invalid`: names the sheet, each required column that is missing, and every word accepted for it. */
export function missingColumns(
  sheet: Sheet,
  missing: readonly SheetColumn[],
  place: Place,
  unknown: readonly string[] = [],
): FaultError {
  const zh = missing.map((column) => `“${column.name.zh}”（可写作 ${wordsFor(column)}）`).join(";");
  const en = missing.map((column) => `"${column.name.en}" (accepted: ${wordsFor(column)})`).join("; ");
  const others = unknown.length > 0 ? unknown.join(", ") : null;
  return fault(
    "invalid",
    {
      zh: `“${sheet.name.zh}”表缺少必需的列：${zh}。${others ? `表中未识别的列:${others}。` : ""}请在表头补上或改名后再导入。`,
      en: `The sheet "${sheet.name.en}" lacks required columns: ${en}. ${others ? `Columns not recognised: ${others}. ` : ""}Add or rename them in the header row, then import again.`,
    },
    { ...place, column: missing.map((column) => column.name.zh).join("、") },
  );
}

/** The kind a sheet holds, by its name and else by its header; null when two kinds fit or none does. */
export function guessKind(sheetName: string, rows: readonly TableRow[]): SheetKind | null {
  const key = bareKey(sheetName).replace(/^\d+[.、_-]?/, "");
  const byName = sheets.find((sheet) =>
    [sheet.name.zh, sheet.name.en, sheet.kind, ...sheet.also].some((word) => wordKey(word) === key),
  );
  if (byName) return byName.kind;
  const scored = sheets
    .flatMap((sheet) => {
      const header = matchHeader(rows, sheet);
      return header && header.missing.length === 0
        ? [{ kind: sheet.kind, score: header.columns.length - header.unknown.length }]
        : [];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && (!second || first.score > second.score) ? first.kind : null;
}
