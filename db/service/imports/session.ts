// One import under way: the sheets offered, then every row with its verdict, kept until committed or discarded.
import type { OfferedSheet, Preview, PreviewRow } from "../../../shared/contract/imports.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetKinds } from "../../../shared/domain/sheets.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { TableRow } from "../../../shared/formats/cell.ts";
import type { Store } from "../../open.ts";
import type { PreparedRow } from "./prepare.ts";

export interface OfferedSource {
  offered: OfferedSheet;
  /** Reads the sheet from its start; may be called again. */
  rows: (wanted?: readonly string[]) => AsyncIterable<TableRow>;
  notes?: (() => Text[]) | undefined;
  /** What reading the rows has told, beside their verdicts. */
  warnings?: () => Text[];
}
export interface Previewed {
  rows: PreparedRow[];
  faults: Preview["faults"];
  warnings: Preview["warnings"];
  /** Read from a log: its matters and steps are names of what was seen there, and give nobody any power. */
  isLog: boolean;
  /** Journal entry that the verdicts were made on. */
  basedOn: number;
}
export interface ImportSession {
  id: string;
  sources: OfferedSource[];
  /** The workbook that it was begun in: ids of one mean nothing in another. */
  store: Store;
  preview: Previewed | null;
  /** Told the rows that were taken, as they are: later tables of the same files may rest on them. */
  laid: { rows: readonly PreparedRow[] };
}

export const isCorrected = (row: PreparedRow): boolean => Object.keys(row.raw.corrected).length > 0;

export function previewOf(id: string, { rows, faults, warnings }: Previewed): Preview {
  const counts = new Map<SheetKind, Preview["kinds"][number]>();
  for (const row of rows) {
    const count = counts.get(row.kind) ?? {
      kind: row.kind,
      added: 0,
      changed: 0,
      same: 0,
      rejected: 0,
      corrected: 0,
    };
    count[row.verdict] += 1;
    if (row.verdict !== "rejected" && isCorrected(row)) count.corrected += 1;
    counts.set(row.kind, count);
  }
  return { id, kinds: sheetKinds.flatMap((kind) => counts.get(kind) ?? []), faults, warnings };
}

export const shownRow = ({ kind, sheet, raw, verdict, replaced, problems }: PreparedRow): PreviewRow => ({
  kind,
  row: raw.row,
  sheet,
  verdict,
  cells: raw.cells,
  corrected: raw.corrected,
  replaced,
  problems,
});
