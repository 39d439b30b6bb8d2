// What has changed since a journal entry, as far as an incremental check may go: cases, approvals and nothing else.
import type Database from "better-sqlite3";
import { allTables, type TableKind, tableKinds } from "./tables.ts";

const incremental: ReadonlySet<TableKind> = new Set<TableKind>(["cases", "approvals"]);
/** Neither rules nor facts: they change no finding. */
const beside: ReadonlySet<TableKind> = new Set<TableKind>(["plans", "log-profiles"]);

export interface TouchedRows {
  caseIds: string[];
  /** Everybody named by acts that are gone, and whoever had lent them an authority. */
  personIds: string[];
}

/** Null when any other fact or a rule was recorded or superseded after entry `seq`. */
export function touchedSince(db: Database.Database, seq: number): TouchedRows | null {
  for (const kind of tableKinds) {
    if (incremental.has(kind) || beside.has(kind)) continue;
    const { name } = allTables[kind];
    if (
      db
        .prepare(`SELECT 1 FROM ${name} WHERE recorded_in > @seq OR superseded_in > @seq LIMIT 1`)
        .get({ seq })
    )
      return null;
  }
  const idOf = "SELECT DISTINCT entities.id FROM entities JOIN";
  const ids = (sql: string): string[] => db.prepare(sql).pluck().all({ seq }) as string[];
  const changed = "(recorded_in > @seq OR superseded_in > @seq)";
  return {
    caseIds: [
      ...new Set([
        ...ids(`${idOf} cases ON cases.entity = entities.key WHERE ${changed}`),
        ...ids(`${idOf} approvals ON approvals.case_key = entities.key WHERE ${changed}`),
      ]),
    ],
    personIds: [
      ...new Set([
        ...ids(`${idOf} approvals ON approvals.person = entities.key WHERE superseded_in > @seq`),
        ...ids(`${idOf} approvals ON approvals.on_behalf_of = entities.key WHERE superseded_in > @seq`),
        ...ids(
          `${idOf} delegations ON delegations.from_person = entities.key
           WHERE delegations.superseded_in IS NULL AND delegations.to_person IN (SELECT person FROM approvals WHERE superseded_in > @seq)`,
        ),
      ]),
    ],
  };
}
