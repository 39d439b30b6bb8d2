// How tables are taken away as files: the shell lends the way, so that every table can export what it shows.
import { createContext, useContext } from "react";
import type { TableExtract } from "./table-column.ts";

export const exportFormats = ["xlsx", "csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];
export interface TableExporter {
  take(title: string, extract: TableExtract, format: ExportFormat): void;
}

export const TableExportContext = createContext<TableExporter | null>(null);
export const useTableExporter = (): TableExporter | null => useContext(TableExportContext);
