// The named people at this computer, as stored in the workbook.
import type Database from "better-sqlite3";
import { idReader, rowsOf } from "./versions.ts";

export interface StoredOperator {
  id: string;
  name: string;
  personId: string | null;
  roles: readonly string[];
}
export const operatorsOf = (db: Database.Database): StoredOperator[] =>
  rowsOf(db, "operators", idReader(db)).map((row) => ({
    id: row.id,
    name: String(row.name),
    personId: row.personId === null ? null : String(row.personId),
    roles: row.roles as readonly string[],
  }));

/** Ids of all operators there ever were that have shared a name or a person of the roster with this one, itself included. */
export const sameOperators = (db: Database.Database, id: string): string[] =>
  db
    .prepare(
      `WITH own AS (SELECT name, person FROM operators JOIN entities ON key = entity WHERE id = @id)
       SELECT DISTINCT id FROM operators JOIN entities ON key = entity
       WHERE name IN (SELECT name FROM own) OR person IN (SELECT person FROM own WHERE person IS NOT NULL)`,
    )
    .pluck()
    .all({ id }) as string[];
/** Every name that the operator ever had. */
export const namesOf = (db: Database.Database, id: string): string[] =>
  db
    .prepare("SELECT DISTINCT name FROM operators JOIN entities ON key = entity WHERE id = ?")
    .pluck()
    .all(id) as string[];
