// Rows that refer to rows of their own sheet (parents, successors) stand or fall with the row referred to.
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { PrepareContext, PreparedRow } from "./prepare.ts";

/** Rejects rows whose parent or successor was itself rejected, and forgets the codes of rows that were announced but not taken. */
export function settleSelfReferences(
  kind: SheetKind,
  rows: readonly PreparedRow[],
  { existing, announced, lookups }: Pick<PrepareContext, "existing" | "announced" | "lookups">,
): void {
  const columns = sheetOf(kind).columns.filter(({ to }) => to === kind);
  if (columns.length === 0) return;
  const taken = rows.filter((row) => row.kind === kind && row.id !== "");
  const known = new Set([...existing.values()].map(({ id }) => id));
  for (const { id } of taken) known.add(id);
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const row of taken) {
      const column = columns.find(({ key }) => {
        const to = row.values[key];
        return typeof to === "string" && (!known.has(to) || to === row.id);
      });
      if (!column || row.verdict === "rejected") continue;
      const isItself = row.values[column.key] === row.id;
      row.verdict = "rejected";
      row.problems = [
        {
          column: column.name.zh,
          value: row.raw.cells[column.key] ?? "",
          message: isItself
            ? {
                zh: "指向了自身。请改为另一条，或留空。",
                en: "It refers to itself: name another row, or leave it empty.",
              }
            : {
                zh: "所指的那一行已被退回，这一行随之退回。请先补正那一行。",
                en: "The row it refers to was rejected, so this one is too: mend that row first.",
              },
        },
      ];
      if (row.isNew) known.delete(row.id);
      isSettled = false;
    }
  }
  for (const id of announced.values()) if (!known.has(id)) lookups.forget(kind, id);
}
