// What a table is told about its columns and groups, and what it gives to be copied or exported.
import type { ReactNode } from "react";
import { textWidth } from "./text-width.ts";

export type CellValue = string | number | null;

export interface DataColumn<Row> {
  key: string;
  title: string;
  /** A heading shared with the neighbours that carry the same one. */
  band?: string;
  /** Pixels, 40 at least. */
  width: number;
  /** Takes what is left of the width. */
  grows?: boolean;
  align?: "start" | "end" | "center";
  /** Sorted and filtered by this; money in fen, days as `YYYY-MM-DD`. */
  value(row: Row): CellValue;
  /** Copied, exported, found and offered as a choice; the value itself by default. */
  text?(row: Row): string;
  /** Drawn; the text by default. */
  cell?(row: Row): ReactNode;
  /** "choices" by default for text, "number" for numbers; "money" reads its bounds in the shown unit. */
  filter?: "choices" | "text" | "number" | "money" | "day" | "none";
  /** In group rows' totals and in the foot. */
  total?(rows: readonly Row[]): string;
  startsHidden?: boolean;
  /** A column of mere marks: its title is kept for readers of the screen only. */
  isMark?: boolean;
  /** False keeps the declared width whatever the words need. */
  fits?: boolean;
}

export interface GroupChoice<Row> {
  key: string;
  title: string;
  /** The group that a row belongs to; groups stand in the order of `order`, else of their words. */
  of(row: Row): { key: string; words: string; order?: number; tone?: "red" | "amber" };
  /** Beside the group's name: "3 处 · 205.10 万元". */
  note?(rows: readonly Row[]): string;
}

export interface ColumnSort {
  key: string;
  descending: boolean;
}

export type ColumnType = "money" | "integer" | "day" | "text";

/** What is shown, as text: for export and for the clipboard. */
export interface TableExtract {
  columns: readonly { key: string; title: string; type: ColumnType }[];
  rows: readonly (readonly string[])[];
  /** The same cells for files: money in fen, counts as numbers, days as `YYYY-MM-DD`, the rest as text. */
  values: readonly (readonly CellValue[])[];
  /** Filters in words, to be printed with the export: "状态:待核". */
  filters: readonly string[];
}

export const textOf = <Row>(column: DataColumn<Row>, row: Row): string => {
  if (column.text) return column.text(row);
  const value = column.value(row);
  return value === null ? "" : String(value);
};

const typesByFilter: Partial<Record<NonNullable<DataColumn<unknown>["filter"]>, ColumnType>> = {
  money: "money",
  number: "integer",
  day: "day",
};

/** Everything that is shown, ready to be written to a file or copied. */
export function extractOf<Row>(
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
  filters: readonly string[],
): TableExtract {
  const sample = rows[0];
  const typed = columns.map((column) => {
    const isCount = !column.text && sample !== undefined && typeof column.value(sample) === "number";
    return {
      column,
      type: (column.filter && typesByFilter[column.filter]) ?? (isCount ? "integer" : "text"),
    };
  });
  return {
    columns: typed.map(({ column, type }) => ({ key: column.key, title: column.title, type })),
    rows: rows.map((row) => columns.map((column) => textOf(column, row))),
    values: rows.map((row) =>
      typed.map(({ column, type }) => (type === "text" ? textOf(column, row) : column.value(row))),
    ),
    filters,
  };
}

const sampled = 80;
const most = 1.6;

/** The declared width, made wider (up to 1.6 times) where the title or the first rows would be cut. */
export function fitWidth<Row>(column: DataColumn<Row>, rows: readonly Row[]): number {
  if (column.isMark || column.fits === false) return column.width;
  const marks = column.cell ? 20 : 0;
  let needed = 0;
  if (!column.grows)
    for (const row of rows.slice(0, sampled))
      needed = Math.max(needed, textWidth(textOf(column, row)) * (14 / 12) + 18 + marks);
  const title = textWidth(column.title) + 22;
  return Math.round(Math.max(column.width, title, Math.min(needed, column.width * most)));
}
