// A cell of an office table as read from a file, before anyone has decided what it means.
import { type FaultError, fault } from "../domain/fault.ts";

export interface Cell {
  /** As shown or written, trimmed; "" is an empty cell. */
  text: string;
  /** Set when the file stores a number; the exact decimal is in `text`. */
  number?: number;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:mm:ss` when the file stores a date. */
  date?: string;
}

export interface TableRow {
  /** 1-based, as the office program shows it. */
  row: number;
  cells: readonly Cell[];
}

/** Rows in file order; a file is streamed, a test passes an array. */
export type Rows = AsyncIterable<TableRow> | Iterable<TableRow>;

/** Read between rows: whoever asked may want to stop. */
export interface Stop {
  readonly aborted: boolean;
}

export const emptyCell: Cell = { text: "" };
export const textCell = (text: string): Cell => ({ text });
export const cellAt = (row: TableRow, index: number): Cell => row.cells[index] ?? emptyCell;
export const isBlankRow = (row: TableRow): boolean => row.cells.every((cell) => cell.text.trim() === "");

/** A table at hand (pasted, generated) as rows of a file: the header is row 1. */
export const rowsOf = (header: readonly string[], rows: readonly (readonly string[])[]): TableRow[] =>
  [header, ...rows].map((words, at) => ({
    row: at + 1,
    cells: words.map((text) => textCell(text.trim())),
  }));

/** The first rows, for guessing what a sheet is; the file is let go again. */
export async function peekRows(rows: Rows, count: number): Promise<TableRow[]> {
  const first: TableRow[] = [];
  if (count > 0)
    for await (const row of rows) {
      first.push(row);
      if (first.length === count) break;
    }
  return first;
}

/** The Fault that a stopped reading or writing throws. */
export const stopped = (): FaultError =>
  fault("refused", {
    zh: "已按您的要求停止，没有写入任何内容。需要时请重新开始。",
    en: "Stopped as you asked; nothing was written. Start again when you are ready.",
  });
