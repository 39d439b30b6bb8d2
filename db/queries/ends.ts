// The end that an assignment had before the one that is on record now.
import type Database from "better-sqlite3";
import type { Day } from "../../shared/domain/day.ts";

/** Null: it had none, or there was no version with another end. */
export const endBefore = (db: Database.Database, assignmentId: string): Day | null =>
  (db
    .prepare(
      `SELECT before.until_day FROM assignments AS now
       JOIN entities ON entities.key = now.entity
       JOIN assignments AS before ON before.entity = now.entity AND before.superseded_in IS NOT NULL
       WHERE entities.id = ? AND now.superseded_in IS NULL AND before.until_day IS NOT now.until_day
       ORDER BY before.row_id DESC LIMIT 1`,
    )
    .pluck()
    .get(assignmentId) as Day | null | undefined) ?? null;
