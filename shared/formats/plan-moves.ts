// Moves of a rotation plan as a table: the columns of its export, read back by staff number and post codes.
import type { Day } from "../domain/day.ts";
import type { SheetColumn } from "../domain/sheet-column.ts";
import type { Text } from "../domain/text.ts";
import { cellAt, isBlankRow, type TableRow } from "./cell.ts";
import { parseCell } from "./cell-parse.ts";
import { headerRows, matchHeader } from "./header-match.ts";

const column = (
  key: string,
  zh: string,
  en: string,
  type: SheetColumn["type"],
  isRequired: boolean,
  also: readonly string[] = [],
): SheetColumn => ({ key, name: { zh, en }, also, type, isRequired });
/** The same words as in the report of a plan. */
export const moveColumns: readonly SheetColumn[] = [
  column("day", "调动日期", "Day", "day", true, ["到任日期", "日期"]),
  column("staffNo", "工号", "Staff no.", "code", true, ["staffNo"]),
  column("from", "现任岗位编码", "From (code)", "code", false, ["from"]),
  column("to", "拟任岗位编码", "To (code)", "code", false, ["to"]),
];

export interface WrittenMove {
  /** 1-based row of the file. */
  row: number;
  day: Day;
  staffNo: string;
  /** Code of a post; null: reserve. */
  from: string | null;
  to: string | null;
}
export interface ReadMoves {
  moves: WrittenMove[];
  problems: { row: number; reason: Text }[];
}

/** Null: no header of such a table among the first rows. Without the column of where to, everybody would go into reserve. */
export function readMoves(rows: readonly TableRow[], timeZone: string): ReadMoves | null {
  const header = matchHeader(rows.slice(0, headerRows), { columns: moveColumns });
  if (!header || header.missing.length > 0 || !header.byKey.has("to")) return null;
  const read: ReadMoves = { moves: [], problems: [] };
  const isDayAt = (row: TableRow): boolean => {
    const [match, [dayColumn]] = [header.byKey.get("day"), moveColumns];
    return (
      match !== undefined &&
      dayColumn !== undefined &&
      parseCell(cellAt(row, match.index), dayColumn, { timeZone, unit: match.unit }).ok
    );
  };
  let isOver = false;
  for (const row of rows) {
    if (row.row <= header.row) continue;
    const words = (key: string): string => {
      const match = header.byKey.get(key);
      return match ? cellAt(row, match.index).text.trim() : "";
    };
    if (isBlankRow(row)) continue;
    // Notes and further tables stand below this one; a move among them is none that may be passed over in silence.
    isOver ||= moveColumns.every(({ key }) => words(key) === "");
    if (isOver) {
      if (isDayAt(row) && words("staffNo") !== "" && words("from") + words("to") !== "")
        read.problems.push({
          row: row.row,
          reason: {
            zh: "在清单结束之后又有调动，没有读入。请把调动排在一起，中间不夹别的行",
            en: "a move stands below the end of the list and was not read: keep the moves together",
          },
        });
      continue;
    }
    const values: Record<string, string | null> = {};
    const wrong: Text[] = [];
    for (const one of moveColumns) {
      const match = header.byKey.get(one.key);
      if (!match) continue;
      const cell = parseCell(cellAt(row, match.index), one, { timeZone, unit: match.unit });
      if (cell.ok) values[one.key] = cell.value === null ? null : String(cell.value);
      else wrong.push({ zh: `${one.name.zh}：${cell.reason.zh}`, en: `${one.name.en}: ${cell.reason.en}` });
    }
    const { day, staffNo, from = null, to = null } = values;
    if (wrong.length > 0 || !day || !staffNo)
      read.problems.push({
        row: row.row,
        reason: {
          zh: wrong.map(({ zh }) => zh).join("；") || "缺少调动日期或工号",
          en: wrong.map(({ en }) => en).join("; ") || "the day or the staff number is missing",
        },
      });
    else read.moves.push({ row: row.row, day, staffNo, from: from || null, to: to || null });
  }
  return read;
}
