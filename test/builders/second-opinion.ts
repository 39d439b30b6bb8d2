// The second opinion over a generated world: its tables in a SQLite database in memory, all questions asked.
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import type { Question } from "../../db/queries/second-opinion/question.ts";
import { questions } from "../../db/queries/second-opinion/questions.ts";
import {
  type Answer,
  answerSlices,
  createTables,
  dropTables,
  fillTables,
  indexTables,
} from "../../db/queries/second-opinion/sqlite.ts";
import { worldTables } from "../../db/queries/second-opinion/world-rows.ts";
import type { Question as Asked } from "./rules.ts";

/** Call inside a test; the answerer may be asked about one world after the other. */
export function sqlAnswerer(): (asked: Asked, from?: readonly Question[]) => Answer[] {
  const db = new Database(":memory:");
  onTestFinished(() => {
    db.close();
  });
  return ({ world, rules, today }, from = questions) => {
    const { rows, nameOf } = worldTables(world, rules, today);
    createTables(db);
    db.transaction(() => fillTables(db, rows))();
    indexTables(db);
    const slices = answerSlices(db, rules, nameOf, from);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (!slice.done) continue;
      dropTables(db);
      return slice.value;
    }
  };
}
