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
