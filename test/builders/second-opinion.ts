// The second opinion over a generated world: its tables in a SQLite database in memory, all questions asked.
import Database from "better-sqlite3";
import type { Question } from "../../db/queries/second-opinion/question.ts";
import { questions } from "../../db/queries/second-opinion/questions.ts";
import {
  type Answer,
  answerSlices,
  createTables,
  fillTables,
  indexTables,
} from "../../db/queries/second-opinion/sqlite.ts";
import { worldTables } from "../../db/queries/second-opinion/world-rows.ts";
import type { Question as Asked } from "./rules.ts";

/** Answers of SQL to one generated question. */
export function sqlAnswers({ world, rules, today }: Asked, from: readonly Question[] = questions): Answer[] {
  const db = new Database(":memory:");
  try {
    const { rows, nameOf } = worldTables(world, rules, today);
    createTables(db);
    db.transaction(() => fillTables(db, rows))();
    indexTables(db);
    const slices = answerSlices(db, rules, nameOf, from);
    for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
  } finally {
    db.close();
  }
}
