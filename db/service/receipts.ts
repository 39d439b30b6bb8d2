// Receipts of written files, and the journal entry that every export leaves.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Context } from "../../shared/contract/call.ts";
import type { Receipt } from "../../shared/contract/receipt.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { Written } from "../files/atomic-writer.ts";
import type { Desk } from "./desk.ts";

export const receiptOf = (desk: Desk, path: string, written: Written, rows: number | null): Receipt => ({
  fileName: basename(path),
  path: desk.deps.showPaths ? path : null,
  ...written,
  rows,
  journalHead: desk.isOpen() ? desk.head().hash : null,
});

/** For files that SQLite itself wrote. */
export const readWritten = (path: string): Written => {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
};

/** Every export is logged; a read-only workbook cannot, and the report itself says so. */
export function logExport(desk: Desk, context: Context, what: Text, receipt: Receipt): Receipt {
  if (!desk.isOpen() || desk.store().readOnly) return receipt;
  desk.write(
    context,
    {
      action: "export",
      summary: { zh: `导出${what.zh}:${receipt.fileName}`, en: `Exported ${what.en}: ${receipt.fileName}` },
      detail: { sha256: receipt.sha256, bytes: receipt.bytes, rows: receipt.rows },
      touches: ["journal"],
    },
    () => undefined,
  );
  return receipt;
}
