// The rectangle of cells that is selected, and its text for the clipboard of a spreadsheet.

export interface CellAt {
  line: number;
  column: number;
}
export interface CellRange {
  /** Where the selection began, and the active cell it reaches to. */
  anchor: CellAt;
  active: CellAt;
}

export const isInRange = (range: CellRange, line: number, column: number): boolean =>
  line >= Math.min(range.anchor.line, range.active.line) &&
  line <= Math.max(range.anchor.line, range.active.line) &&
  column >= Math.min(range.anchor.column, range.active.column) &&
  column <= Math.max(range.anchor.column, range.active.column);

export const isSingle = (range: CellRange): boolean =>
  range.anchor.line === range.active.line && range.anchor.column === range.active.column;

/** A cell as spreadsheets paste it: breaks, tabs and quotes make it quoted. */
const quote = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const toTsv = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.map(quote).join("\t")).join("\n");

/** Where a key leads, as in a spreadsheet; null when the key moves nothing. Line -1 is the header. */
export function moveTo(
  key: string,
  from: CellAt,
  size: { lines: number; columns: number; page: number },
  jump: boolean,
): CellAt | null {
  const lastLine = size.lines - 1;
  const lastColumn = size.columns - 1;
  const to = (line: number, column: number): CellAt => ({
    line: Math.max(-1, Math.min(lastLine, line)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (key) {
    case "ArrowUp":
      return to(jump ? 0 : from.line - 1, from.column);
    case "ArrowDown":
      return to(jump ? lastLine : from.line + 1, from.column);
    case "ArrowLeft":
      return to(from.line, jump ? 0 : from.column - 1);
    case "ArrowRight":
      return to(from.line, jump ? lastColumn : from.column + 1);
    case "Home":
      return to(jump ? 0 : from.line, 0);
    case "End":
      return to(jump ? lastLine : from.line, lastColumn);
    case "PageUp":
      return to(Math.max(0, from.line - size.page), from.column);
    case "PageDown":
      return to(from.line + size.page, from.column);
    default:
      return null;
  }
}
