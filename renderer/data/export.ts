// Takes away what a table shows: a file is chosen, the service writes it, its receipt comes back.
import { useCallback } from "react";
import type { Fault } from "../../shared/domain/fault.ts";
import type { Language } from "../../shared/words/language.ts";
import { useData } from "./provider.tsx";
import { useTell } from "./tell.ts";
import type { Receipt } from "./types.ts";

export type ExportFormat = "xlsx" | "csv" | "json";
export interface ShownTable {
  title: string;
  columns: readonly { key: string; title: string }[];
  /** Cells as shown, in the order of the columns. */
  rows: readonly (readonly string[])[];
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
  const { tell, ...state } = useTell("reports.table");
  const take = useCallback(
    async (table: ShownTable, format: ExportFormat): Promise<Receipt | null> => {
      const file = await shell.chooseSave(table.title, format);
      if (!file) return null;
      return tell({
        grant: file.grant,
        format,
        document: {
          title: table.title,
          unitName: "",
          language,
          stated: table.filters.map((value) => ({ label: table.filtersTitle, value })),
          columns: table.columns.map(({ key, title }) => ({ key, title, type: "text" as const })),
          rows: table.rows.map((row) =>
            Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at] ?? ""])),
          ),
          notes: [],
        },
      });
    },
    [shell, tell, language],
  );
  return { take, ...state };
}
