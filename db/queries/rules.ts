// Rules stored in a workbook: every version in force, parsed.
import type Database from "better-sqlite3";
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
