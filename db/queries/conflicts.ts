// Stored conflicts and their events; the last check's summary.
import type Database from "better-sqlite3";
import { type ConflictState, type Finding, findingSchema } from "../../shared/domain/conflict.ts";

type Db = Database.Database;
export interface StoredConflict {
  id: string;
  finding: Finding;
  state: ConflictState;
  firstSeen: number;
}
interface Line {
  id: string;
  finding: string;
  state: ConflictState;
  first_seen: number;
}
const made = (line: Line): StoredConflict => ({
  id: line.id,
  finding: findingSchema.parse(JSON.parse(line.finding)),
  state: line.state,
  firstSeen: line.first_seen,
});

export const conflictsOf = (db: Db, { withClosed }: { withClosed: boolean }): StoredConflict[] =>
  (
    db
      .prepare(
        `SELECT id, finding, state, first_seen FROM conflicts ${withClosed ? "" : "WHERE state = 'open'"} ORDER BY key`,
      )
      .all() as Line[]
  ).map(made);

export function conflictOf(db: Db, id: string): StoredConflict | null {
  const line = db.prepare("SELECT id, finding, state, first_seen FROM conflicts WHERE id = ?").get(id) as
    | Line
    | undefined;
  return line ? made(line) : null;
}

export type ConflictEvent = "opened" | "updated" | "closed" | "reopened";
export interface ConflictWriter {
  open: (id: string, identity: string, finding: Finding, at: number) => void;
  change: (id: string, identity: string, finding: Finding, state: ConflictState, what: ConflictEvent) => void;
}
export function conflictWriter(db: Db, seq: number): ConflictWriter {
  const insert = db.prepare(
    "INSERT INTO conflicts (id, identity, rule_id, state, finding, first_seen, changed_in) VALUES (?, ?, ?, 'open', ?, ?, ?)",
  );
  const update = db.prepare(
    "UPDATE conflicts SET identity = ?, finding = ?, state = ?, changed_in = ? WHERE id = ?",
  );
  const event = db.prepare("INSERT INTO conflict_events SELECT key, ?, ? FROM conflicts WHERE id = ?");
  return {
    open: (id, identity, finding, at) => {
      insert.run(id, identity, finding.ruleId, JSON.stringify(finding), at, seq);
      event.run(seq, "opened", id);
    },
    change: (id, identity, finding, state, what) => {
      update.run(identity, JSON.stringify(finding), state, seq, id);
      event.run(seq, what, id);
    },
  };
}

export const conflictHistory = (db: Db, id: string): Array<{ at: number; what: ConflictEvent }> =>
  db
    .prepare(
      `SELECT journal.at AS at, what FROM conflict_events JOIN conflicts ON conflicts.key = conflict
       JOIN journal ON journal.seq = change WHERE conflicts.id = ? ORDER BY change`,
    )
    .all(id) as Array<{ at: number; what: ConflictEvent }>;

export const putCheck = (db: Db, seq: number, summary: unknown): void => {
  db.prepare("INSERT INTO checks VALUES (?, ?)").run(seq, JSON.stringify(summary));
};
/** The last check's journal entry and stored summary. */
export function lastCheck(db: Db): { seq: number; summary: unknown } | null {
  const line = db.prepare("SELECT change AS seq, summary FROM checks ORDER BY change DESC LIMIT 1").get() as
    | { seq: number; summary: string }
    | undefined;
  return line ? { seq: line.seq, summary: JSON.parse(line.summary) } : null;
}
const noFacts = "('plan', 'handover', 'check', 'export', 'profile', 'verdict', 'operators', 'change-set')";
/** True when an entry after `seq` changed facts or rules; plans, saved mappings, verdicts, operators, handovers, drafts and undoing these are neither. */
export const hasFactsAfter = (db: Db, seq: number): boolean =>
  db
    .prepare(
      `SELECT 1 FROM journal AS entry WHERE seq > ? AND row_count > 0
       AND action NOT IN ${noFacts}
       AND NOT EXISTS (
         WITH RECURSIVE undone(action, undo_of) AS (
           SELECT action, undo_of FROM journal WHERE seq = entry.undo_of
           UNION ALL SELECT earlier.action, earlier.undo_of FROM journal AS earlier JOIN undone ON earlier.seq = undone.undo_of)
         SELECT 1 FROM undone WHERE action IN ${noFacts})
       LIMIT 1`,
    )
    .get(seq) !== undefined;
