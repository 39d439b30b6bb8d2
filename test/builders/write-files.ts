// Writes office tables to disk for import tests: one csv a table, or one workbook with a sheet a table.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SampleTable } from "../../db/demo/tables.ts";
import { writeTable } from "../../db/files/report-writer.ts";
import { xlsxBytes } from "../../db/files/xlsx-writer.ts";
import { printCsv } from "../../shared/formats/csv-print.ts";
import { tableGrid } from "../../shared/formats/sheet-print.ts";

/** `<folder>/01-内设机构.csv` … in the order of import, UTF-8 with a byte order mark; answers the paths. */
export async function writeCsvFiles(folder: string, tables: readonly SampleTable[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const [nth, { name, header, rows }] of tables.entries()) {
    const path = join(folder, `${String(nth + 1).padStart(2, "0")}-${name}.csv`);
    await writeTable(path, name, { header, rows }, "csv");
    paths.push(path);
  }
  return paths;
}

/** All tables as sheets of one workbook, named as offices name them. */
export async function writeWorkbookFile(path: string, tables: readonly SampleTable[]): Promise<void> {
  writeFileSync(
    path,
    await xlsxBytes(tables.map(({ name, header, rows }) => tableGrid(name, { header, rows }))),
  );
}

/** The text of one csv without a mark, for tests that damage or re-encode it. */
export const csvText = ({ header, rows }: Pick<SampleTable, "header" | "rows">): string =>
  [...printCsv([header, ...rows])].join("").replace(/^\ufeff/, "");
