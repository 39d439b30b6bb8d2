/*
 * Writes reports, tables, templates and rejected rows to files; each answers { bytes, sha256 } of what is on disk.
 *
 *   writeReport(path, document, "xlsx" | "csv" | "json", stop?)
 *   writeTable(path, name, table, "xlsx" | "csv", stop?)     PrintedTable of sheet-print or rejects
 *   writeTemplate(path, language, kind?)                     .csv: one kind's header; .xlsx: one kind or all
 *   writeBytes(path, bytes, stop?)                           a PDF made elsewhere
 */
import { extname } from "node:path";
import type { ReportDocument } from "../../shared/domain/report.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../shared/domain/sheets.ts";
import type { Stop } from "../../shared/formats/cell.ts";
import { printCsv } from "../../shared/formats/csv-print.ts";
import type { Grid } from "../../shared/formats/grid.ts";
import { reportGrids } from "../../shared/formats/report-grid.ts";
import { reportCsv, reportJson } from "../../shared/formats/report-print.ts";
import { type PrintedTable, tableGrid } from "../../shared/formats/sheet-print.ts";
import { templateGrid, templateGrids, templateHeader } from "../../shared/formats/sheet-template.ts";
import type { Language } from "../../shared/words/language.ts";
import { type Pieces, type Written, writeAtomic } from "./atomic-writer.ts";
import { fileFault } from "./file-fault.ts";
import { xlsxBytes } from "./xlsx-writer.ts";

export type ReportFormat = "xlsx" | "csv" | "json";

/** Without a path: the same bytes in memory or for a terminal. */
export async function reportPieces(document: ReportDocument, format: ReportFormat): Promise<Pieces> {
  switch (format) {
    case "xlsx":
      return [await xlsxBytes(reportGrids(document))];
    case "csv":
      return reportCsv(document);
    case "json":
      return [reportJson(document)];
  }
}

export const writeReport = async (
  path: string,
  document: ReportDocument,
  format: ReportFormat,
  stop?: Stop,
): Promise<Written> => writeAtomic(path, await reportPieces(document, format), stop);

export const writeTable = async (
  path: string,
  name: string,
  table: PrintedTable,
  format: "xlsx" | "csv",
  stop?: Stop,
): Promise<Written> =>
  writeAtomic(
    path,
    format === "xlsx" ? [await xlsxBytes([tableGrid(name, table)])] : printCsv([table.header, ...table.rows]),
    stop,
  );

/** `invalid` for a csv template of all kinds: a csv has one table. */
export async function writeTemplate(path: string, language: Language, kind?: SheetKind): Promise<Written> {
  if (extname(path).toLowerCase() !== ".csv")
    return writeAtomic(path, [
      await xlsxBytes(kind ? [templateGrid(sheetOf(kind), language)] : templateGrids(language)),
    ]);
  if (!kind)
    throw fileFault(
      path,
      "invalid",
      "一个 CSV 文件只放一张表。请选定一种表，或改存为 .xlsx。",
      "A csv file holds one table. Choose a kind, or save as .xlsx.",
    );
  return writeAtomic(path, printCsv([templateHeader(sheetOf(kind), language)]));
}

/** A workbook of sheets laid out beforehand. */
export const writeGrids = async (path: string, grids: readonly Grid[], stop?: Stop): Promise<Written> =>
  writeAtomic(path, [await xlsxBytes(grids)], stop);

export const writeBytes = (path: string, bytes: Uint8Array, stop?: Stop): Promise<Written> =>
  writeAtomic(path, [bytes], stop);
