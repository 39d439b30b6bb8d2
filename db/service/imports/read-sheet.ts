// The rows of one offered sheet, read as one kind and judged in order.
import type { Context } from "../../../shared/contract/call.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { cellAt, type TableRow } from "../../../shared/formats/cell.ts";
import { printCell } from "../../../shared/formats/cell-print.ts";
import type { Header } from "../../../shared/formats/header-match.ts";
import { openSheet, type ParsedRow } from "../../../shared/formats/sheet-parse.ts";
import type { RawRow } from "./prepare.ts";
import type { OfferedSource } from "./session.ts";

const slice = 1000;

function rawOf(parsed: ParsedRow, header: Header, timeZone: string): RawRow {
  const cells: Record<string, string> = {};
  const asRow: TableRow = { row: parsed.row, cells: parsed.cells };
  for (const { column, index } of header.columns) cells[column.key] = cellAt(asRow, index).text;
  const corrected: Record<string, string> = {};
  for (const { key } of parsed.notes) {
    const column = header.sheet.columns.find((one) => one.key === key);
    if (column) corrected[key] = printCell(parsed.values[key], column, timeZone);
  }
  return {
    row: parsed.row,
    cells,
    line: parsed.cells.map(({ text }) => text),
    values: parsed.values,
    corrected,
    header,
    problems: parsed.problems.map(({ column, value, reason }) => ({ column, value, message: reason })),
  };
}

export interface ReadSheet {
  rows: RawRow[];
  header: Header;
}
/** @throws FaultError invalid: no header, a required column missing, a damaged file; refused: stopped */
export async function readSheetAs(
  source: OfferedSource,
  kind: SheetKind,
  timeZone: string,
  context: Context,
  breathe: () => Promise<void>,
): Promise<ReadSheet> {
  const { file, sheet, rows: total } = source.offered;
  const label = { zh: `正在核对 ${sheet}`, en: `Reading ${sheet}` };
  const open = await openSheet(source.rows(), sheetOf(kind), {
    timeZone,
    file,
    sheetName: sheet,
    stop: context.signal,
  });
  const rows: RawRow[] = [];
  for await (const parsed of open.rows) {
    rows.push(rawOf(parsed, open.header, timeZone));
    if (rows.length % slice === 0) {
      context.progress(label, rows.length, total);
      await breathe();
    }
  }
  return { rows, header: open.header };
}
