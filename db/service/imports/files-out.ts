// Files that an import gives back: the rejected rows with their reasons, and the empty template.
import { extname } from "node:path";
import type { Receipt } from "../../../shared/contract/receipt.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { textCell } from "../../../shared/formats/cell.ts";
import { rejectsTable } from "../../../shared/formats/rejects.ts";
import { type PrintedTable, tableGrid } from "../../../shared/formats/sheet-print.ts";
import { writeAtomic } from "../../files/atomic-writer.ts";
import { writeTable, writeTemplate as writeTemplateFile } from "../../files/report-writer.ts";
import { xlsxBytes } from "../../files/xlsx-writer.ts";
import type { Desk } from "../desk.ts";
import { receiptOf } from "../receipts.ts";
import type { PreparedRow } from "./prepare.ts";
import type { Previewed } from "./session.ts";

/** Log rows have no header of a sheet: their fields stand under the names that the mapping gave them. */
function tableOf(rows: readonly PreparedRow[]): PrintedTable {
  const [first] = rows;
  const header = first?.raw.header;
  if (header)
    return rejectsTable(
      header,
      rows.map(({ raw, problems }) => ({
        row: raw.row,
        cells: raw.line.map(textCell),
        problems: problems.map(({ column, value, message }) => ({
          column,
          value,
          key: column,
          reason: message,
        })),
      })),
    );
  const sheet = first && sheetOf(first.kind);
  return {
    header: [...(sheet?.columns.map(({ name }) => name.zh) ?? []), "原行号", "退回原因"],
    rows: rows.map(({ raw, problems }) => [
      ...(sheet?.columns.map(({ key }) => raw.cells[key] ?? "") ?? []),
      String(raw.row),
      problems.map(({ message }) => message.zh).join(" "),
    ]),
  };
}

/** Two files may have a sheet of one name; in one workbook names must differ, upper and lower case aside. */
function freeName(name: string, used: Set<string>): string {
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name.slice(0, 31) : `${name.slice(0, 26)} ${nth}`;
    if (used.has(free.toLowerCase())) continue;
    used.add(free.toLowerCase());
    return free;
  }
}

/** @throws FaultError missing: nothing was rejected; invalid: several sheets into one csv */
export async function writeRejects(desk: Desk, preview: Previewed, path: string): Promise<Receipt> {
  // Rows of one reading of one sheet share their header; rows of a log have none.
  const groups = new Map<unknown, PreparedRow[]>();
  for (const row of preview.rows) {
    if (row.verdict !== "rejected") continue;
    const key = row.raw.header ?? row.kind;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const [only] = all;
  if (!only) throw fault("missing", { zh: "没有需补正的行。", en: "No row was rejected." });
  const count = all.reduce((sum, rows) => sum + rows.length, 0);
  const name = (rows: readonly PreparedRow[]): string => rows[0]?.sheet ?? "";
  if (extname(path).toLowerCase() === ".csv") {
    if (all.length > 1)
      throw fault("invalid", {
        zh: `需补正的行分属 ${all.length} 张表，一个 CSV 文件放不下。请存为 .xlsx。`,
        en: `The rejected rows belong to ${all.length} sheets, and a csv holds one: save as .xlsx.`,
      });
    return receiptOf(desk, path, await writeTable(path, name(only), tableOf(only), "csv"), count);
  }
  const used = new Set<string>();
  const bytes = await xlsxBytes(all.map((rows) => tableGrid(freeName(name(rows), used), tableOf(rows))));
  return receiptOf(desk, path, await writeAtomic(path, [bytes]), count);
}

export const writeTemplate = async (desk: Desk, path: string): Promise<Receipt> =>
  receiptOf(desk, path, await writeTemplateFile(path, "zh"), null);
