// A worksheet as plain data: what is in each cell, how wide, what repeats in print. Writers turn it into bytes.
import type { Day } from "../domain/day.ts";
import type { Fen, MoneyUnit } from "../domain/money.ts";

/** Money is written in yuan unless `unit` says 万元. */
export type GridValue =
  | { text: string }
  | { money: Fen; unit?: MoneyUnit }
  | { day: Day }
  | { integer: number }
  | null;
/** banner: a title centred over the table. */
export type GridStyle = "title" | "banner" | "about" | "head" | "body" | "note";
export interface GridRow {
  style: GridStyle;
  cells: readonly GridValue[];
}
export interface GridColumn {
  /** In characters of a Latin digit; a Chinese character takes two. */
  width: number;
  align: "left" | "right";
}
export interface Grid {
  name: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  /** 1-based row of the table's header: frozen on screen, repeated on every printed page. null: no table. */
  headRow: number | null;
  /** Where the header is two rows deep: its first; 1-based. */
  firstHeadRow?: number;
  /** Merged areas: 1-based rows, 0-based columns, all inclusive. */
  merges?: readonly { top: number; bottom: number; left: number; right: number }[];
  /** Cells that offer a list: 0-based column, first and last 1-based row. */
  choices: readonly { column: number; from: number; until: number; words: readonly string[] }[];
  /** Notes on header cells, by 0-based column. */
  hints: ReadonlyMap<number, string>;
}

export const gridText = (text: string): GridValue => (text === "" ? null : { text });

const widths = { least: 6, most: 60 };
/** Chinese and other wide characters count two. */
export const textWidth = (text: string): number =>
  Math.max(
    0,
    ...text
      .split("\n")
      .map((line) => [...line].reduce((sum, sign) => sum + (/[ᄀ-￠]/.test(sign) ? 2 : 1), 0)),
  );
export const columnWidth = (texts: Iterable<string>): number => {
  let width = widths.least;
  for (const text of texts) width = Math.max(width, textWidth(text) + 2);
  return Math.min(width, widths.most);
};

/** A tab name that Excel accepts: 31 characters, none of []:*?/\, no quote at an end. */
export const tabName = (words: string): string =>
  words
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31) || "Sheet";
