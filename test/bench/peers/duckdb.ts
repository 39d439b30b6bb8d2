// The second opinion's SQL in DuckDB: the same tables, the same statements.
import { ground } from "../../../db/queries/second-opinion/ground.ts";
import type { AnswerRow, NameOf } from "../../../db/queries/second-opinion/question.ts";
import { questionsFor } from "../../../db/queries/second-opinion/questions.ts";
import {
  type BaseRows,
  baseTableNames,
  baseTables,
  createStatement,
} from "../../../db/queries/second-opinion/schema.ts";
import {
  type Answer,
  answerOf,
  inForceStatement,
  makeStatement,
} from "../../../db/queries/second-opinion/sqlite.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { type Connection, openDuckdb } from "./duckdb-driver.ts";

async function load(connection: Connection, rows: BaseRows): Promise<void> {
  for (const table of baseTableNames) {
    await connection.run(createStatement(table));
    const isText = baseTables[table].map((column) => column.endsWith(" TEXT"));
    const appender = await connection.createAppender(table);
    for (const row of rows[table] ?? []) {
      for (const [index, cell] of row.entries())
        if (cell === null) appender.appendNull();
        else if (isText[index]) appender.appendVarchar(String(cell));
        else appender.appendBigInt(BigInt(cell));
      appender.endRow();
    }
    appender.closeSync();
  }
}

/** DuckDB answers whole numbers as bigint. */
const plain = (row: Record<string, unknown>): AnswerRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "bigint" || typeof value === "number"
        ? Number(value)
        : value === null
          ? null
          : String(value),
    ]),
  );

export interface Duckdb {
  run: () => Promise<Answer[]>;
  /** Milliseconds of each statement of the last run. */
  spent: Map<string, number>;
  close: () => void;
}
/** Loaded once; every run makes the derived tables anew and asks every question. */
export async function duckdb(
  rows: BaseRows,
  rules: readonly Rule[],
  nameOf: NameOf,
  threads: number,
): Promise<Duckdb> {
  const { connection, close } = await openDuckdb(threads);
  await load(connection, rows);
  const spent = new Map<string, number>();
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    spent.set(name, performance.now() - started);
    return value;
  };
  return {
    spent,
    close,
    run: async () => {
      const answers: Answer[] = [];
      for (const table of ground) await timed(table.name, () => connection.run(makeStatement(table)));
      for (const question of questionsFor(rules)) {
        const reader = await timed(`${question.kind} ${question.aspect ?? ""}`, () =>
          connection.runAndReadAll(inForceStatement(question)),
        );
        for (const row of reader.getRowObjects()) answers.push(answerOf(rules, question, plain(row), nameOf));
      }
      for (const { name } of ground) await connection.run(`DROP TABLE ${name}`);
      return answers;
    },
  };
}
