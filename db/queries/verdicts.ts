// What named people have said of conflicts: the verdicts in force, by conflict.
import type Database from "better-sqlite3";
import { type Verdict, verdictSchema } from "../../shared/domain/verdict.ts";

export interface StoredVerdict {
  id: string;
  verdict: Verdict;
}
interface Line {
  id: string;
  conflict_id: string;
  state: string;
  by: string;
  on: string;
  words: string;
  isChangedSince: number;
}
/** A conflict that has changed after the verdict says so: one more act may be more than was judged. */
export function verdictsOf(db: Database.Database): Map<string, StoredVerdict> {
  const lines = db
    .prepare(
      `SELECT entities.id AS id, conflict_id, verdicts.state AS state, said_by AS "by", said_on AS "on", words,
         conflicts.changed_in > recorded_in AS isChangedSince
       FROM verdicts JOIN entities ON entities.key = entity JOIN conflicts ON conflicts.id = conflict_id
       WHERE superseded_in IS NULL`,
    )
    .all() as Line[];
  return new Map(
    lines.map(({ id, conflict_id, isChangedSince, ...rest }) => [
      conflict_id,
      { id, verdict: verdictSchema.parse({ ...rest, isChangedSince: isChangedSince === 1 }) },
    ]),
  );
}
