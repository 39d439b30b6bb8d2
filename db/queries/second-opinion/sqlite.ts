// Runs the second opinion in SQLite, statement by statement, in temporary tables that are gone afterwards.
import type Database from "better-sqlite3";
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { dayOfNumber } from "./days.ts";
import { ground } from "./ground.ts";
import type { AnswerRow, Identity, NameOf, Question } from "./question.ts";
import { questions, questionsFor } from "./questions.ts";
import {
  type BaseRows,
  type BaseTable,
  baseIndexes,
  baseTableNames,
  columnsOf,
  createStatement,
} from "./schema.ts";

type Db = Database.Database;

/** One conflict as SQL tells it. */
export interface Answer extends Identity {
  ruleId: string;
  ruleVersion: number;
  day: Day;
}
export interface Progress {
  done: number;
  total: number;
}
export const makeStatement = ({ name, sql }: { name: string; sql: string }): string =>
  `CREATE TEMP TABLE ${name} AS ${sql}`;
/** Of a question's answers those whose day the rule version is in force on. */
export const inForceStatement = ({ sql }: Question): string =>
  `SELECT q.* FROM (${sql}) q JOIN so_rule in_force ON in_force.r = q.r
    WHERE in_force.from_d <= q.day AND q.day < in_force.until_d`;
export function answerOf(rules: readonly Rule[], question: Question, row: AnswerRow, nameOf: NameOf): Answer {
  const rule = rules[Number(row.r)];
  if (!rule) throw new Error(`no rule in place ${row.r}`);
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    ...question.identity(row, nameOf),
    day: dayOfNumber(Number(row.day)),
  };
}

export function createTables(db: Db): void {
  for (const table of baseTableNames) db.exec(createStatement(table));
}
export function fillTables(db: Db, rows: BaseRows): void {
  for (const table of Object.keys(rows) as BaseTable[]) {
    const columns = columnsOf(table);
    const insert = db.prepare(
      `INSERT INTO temp.${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    );
    for (const row of rows[table] ?? []) insert.run(...row);
  }
}
export function indexTables(db: Db): void {
  for (const [table, columns] of baseIndexes)
    db.exec(`CREATE INDEX temp.${table}_${columns.replaceAll(", ", "_")} ON ${table} (${columns})`);
}
export function dropTables(db: Db): void {
  for (const { name } of ground) db.exec(`DROP TABLE IF EXISTS temp.${name}`);
  for (const table of baseTableNames) db.exec(`DROP TABLE IF EXISTS temp.${table}`);
}

/**
 * Answers of SQL over tables that are filled, a statement a slice.
 * `asked` stands in for the questions where a test plants a wrong one.
 */
export function* answerSlices(
  db: Db,
  rules: readonly Rule[],
  nameOf: NameOf,
  asked: readonly Question[] = questions,
): Generator<Progress, Answer[]> {
  const wanted = questionsFor(rules, asked);
  const total = ground.length + wanted.length;
  const answers: Answer[] = [];
  let done = 0;
  for (const table of ground) {
    db.exec(makeStatement(table));
    for (const columns of table.indexes ?? [])
      db.exec(
        `CREATE INDEX temp.${table.name}_${columns.replaceAll(", ", "_")} ON ${table.name} (${columns})`,
      );
    done += 1;
    yield { done, total };
  }
  // Only the temporary tables: the planner chooses badly without knowing how large they are.
  db.exec("ANALYZE temp");
  for (const question of wanted) {
    for (const row of db.prepare<[], AnswerRow>(inForceStatement(question)).all())
      answers.push(answerOf(rules, question, row, nameOf));
    done += 1;
    yield { done, total };
  }
  return answers;
}
