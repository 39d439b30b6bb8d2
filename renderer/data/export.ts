// Takes away what a table shows: a file is chosen, the service writes it, its receipt comes back.
import { useCallback } from "react";
import type { Fault } from "../../shared/domain/fault.ts";
import type { ReportColumnType, ReportValue } from "../../shared/domain/report.ts";
import type { Language } from "../../shared/words/language.ts";
import { useData } from "./provider.tsx";
import { useTell } from "./tell.ts";
import type { Receipt } from "./types.ts";
import { useWorkbook } from "./workbook.ts";

export type ExportFormat = "xlsx" | "csv" | "json";
export interface ShownTable {
  title: string;
  columns: readonly { key: string; title: string; type: ReportColumnType }[];
  /** Cells in the order of the columns: money in fen, days as days. */
  values: readonly (readonly ReportValue[])[];
  /** Filters in words. */
  filters: readonly string[];
  filtersTitle: string;
}

/** Answers null when the person changed their mind or `fault` says why it failed. */
export function useTableExport(language: Language): {
  take(table: ShownTable, format: ExportFormat): Promise<Receipt | null>;
  isBusy: boolean;
  fault: Fault | null;
  clear(): void;
} {
  const { shell } = useData();
  const book = useWorkbook();
  const { tell, ...state } = useTell("reports.table");
  const take = useCallback(
    async (table: ShownTable, format: ExportFormat): Promise<Receipt | null> => {
      const file = await shell.chooseSave(table.title, format);
      if (!file) return null;
      return tell({
        grant: file.grant,
        format,
        document: {
          kind: "table",
          title: table.title,
          unitName: book?.unitName ?? "",
          language,
          generatedAt: Date.now(),
          timeZone: book?.timeZone ?? "Asia/Shanghai",
          filters: table.filters.map((value) => ({ name: table.filtersTitle, value })),
          rules: [],
          journalHead: book?.journalHead ?? null,
          columns: table.columns.map(({ key, title, type }) => ({ key, name: title, type })),
          rows: table.values.map((row) => [...row]),
          notes: [],
        },
      });
    },
    [shell, tell, language, book],
  );
  return { take, ...state };
}
