// Rules stored in a workbook: every version in force, parsed.
import type Database from "better-sqlite3";
import { z } from "zod";
import { type Rule, ruleSchema } from "../../shared/domain/rule.ts";
import { idsByKey, rowsOf } from "./versions.ts";

export interface StoredRule {
  id: string;
  pack: string;
  rule: Rule;
}

export const rulesOf = (db: Database.Database, knownAt: number | null = null): StoredRule[] =>
  rowsOf(db, "rules", idsByKey(db), knownAt).map((row) => ({
    id: row.id,
    pack: String(row.pack),
    rule: ruleSchema.parse(JSON.parse(String(row.body))),
  }));

interface Line {
  version: number;
  pack: string;
  body: string;
  superseded: number | null;
  undone: number | null;
  at: number;
  actor: string;
}
const ruleIn = ({ body }: Pick<Line, "body">): Rule => ruleSchema.parse(JSON.parse(body));

export interface HistoricVersion {
  version: number;
  rule: Rule;
  isInUse: boolean;
  recordedAt: number;
  recordedBy: string;
}
/** Every version that a rule had, newest first, as last worded and when first recorded; undone ones are no part of it. */
export function ruleHistory(db: Database.Database, ruleId: string): HistoricVersion[] {
  const lines = db
    .prepare(
      `SELECT version, pack, body, superseded_in AS superseded, made.at AS at, made.actor AS actor, gone.undo_of AS undone
       FROM rules JOIN journal AS made ON made.seq = recorded_in LEFT JOIN journal AS gone ON gone.seq = superseded_in
       WHERE rule_id = ? ORDER BY recorded_in, row_id`,
    )
    .all(ruleId) as Line[];
  const versions = new Map<number, HistoricVersion>();
  for (const line of lines) {
    const { recordedAt, recordedBy } = versions.get(line.version) ?? {
      recordedAt: line.at,
      recordedBy: line.actor,
    };
    const isInUse = line.superseded === null;
    if (line.undone !== null) versions.delete(line.version);
    else
      versions.set(line.version, {
        version: line.version,
        rule: ruleIn(line),
        isInUse,
        recordedAt,
        recordedBy,
      });
  }
  return [...versions.values()].sort((a, b) => b.version - a.version);
}

/** Of every rule id that has no version in use: those that went out of use last; what was undone never counts. */
export const lastRules = (db: Database.Database): { rule: Rule; pack: string }[] =>
  (
    db
      .prepare(
        `WITH gone AS (
           SELECT rule_id, version, pack, body, superseded_in FROM rules JOIN journal ON journal.seq = superseded_in
           WHERE undo_of IS NULL AND rule_id NOT IN (SELECT rule_id FROM rules WHERE superseded_in IS NULL))
         SELECT pack, body FROM gone
         WHERE superseded_in = (SELECT max(superseded_in) FROM gone AS other WHERE other.rule_id = gone.rule_id)
         ORDER BY rule_id, version`,
      )
      .all() as Pick<Line, "pack" | "body">[]
  ).map((line) => ({ rule: ruleIn(line), pack: line.pack }));

/** The body of every version that was ever recorded, those out of use included, in the order of recording. */
export const recordedRules = (db: Database.Database): string[] =>
  z.array(z.string()).parse(db.prepare("SELECT body FROM rules ORDER BY row_id").pluck().all());
