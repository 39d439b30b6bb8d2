// Whether anything but cases and approvals has changed since a journal entry.
import type Database from "better-sqlite3";
import { allTables, type TableKind, tableKinds } from "./tables.ts";

/** The log, and what no check reads. */
const beside: ReadonlySet<TableKind> = new Set<TableKind>([
  "cases",
  "approvals",
  "rules",
  "plans",
  "handovers",
  "notices",
  "follow-ups",
  "control-evidence",
  "forced-leaves",
  "swap-offers",
  "log-profiles",
  "verdicts",
  "authority-notes",
  "responsibilities",
  "operators",
  "change-sets",
  "change-edits",
  "change-decisions",
]);

export const factsChangedSince = (db: Database.Database, seq: number): boolean =>
  tableKinds
    .filter((kind) => !beside.has(kind))
    .some((kind) =>
      db
        .prepare(
          `SELECT 1 FROM ${allTables[kind].name} WHERE recorded_in > @seq OR superseded_in > @seq LIMIT 1`,
        )
        .get({ seq }),
    );
