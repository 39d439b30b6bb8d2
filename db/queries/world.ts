// The rows in force as the world that checks look at.
import type Database from "better-sqlite3";
import { builtInDuties } from "../../shared/domain/duty.ts";
import type { OwnDuty } from "../../shared/domain/edited.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { sameText } from "../../shared/domain/text.ts";
import type { Facts, World } from "../../shared/domain/world.ts";
import { settingsOf } from "./settings.ts";
import { type IdOf, idsByKey, type Row, rowsOf } from "./versions.ts";

type Db = Database.Database;

const ownDuty = (row: Row): OwnDuty => ({
  id: row.id,
  code: String(row.code),
  name: sameText(String(row.name)),
  type: row.type as OwnDuty["type"],
  implies: [...(row.implies as readonly string[])],
});

/** Everything but cases and approvals; the tables' CHECKs and the import's validation stand for the casts. */
export function plainFactsOf(
  db: Db,
  knownAt: number | null = null,
  ids: IdOf = idsByKey(db),
): Omit<Facts, "cases"> {
  const rows = <T>(kind: SheetKind): T[] => rowsOf(db, kind, ids, knownAt) as unknown as T[];
  return {
    settings: settingsOf(db),
    departments: rows("departments"),
    posts: rows("posts"),
    postDuties: rows("post-duties"),
    people: rows("people"),
    qualifications: rows("qualifications"),
    assignments: rows("assignments"),
    relations: rows("relations"),
    absences: rows("absences"),
    calendar: rows("calendar"),
    suppliers: rows("suppliers"),
    duties: [...builtInDuties, ...rowsOf(db, "duties", ids, knownAt).map(ownDuty)],
    matters: rows("matters"),
    steps: rows("steps"),
    authorities: rows("authorities"),
    delegations: rows("delegations"),
    tenurePolicies: rows("tenure-policies"),
    exemptions: rows("exemptions"),
  };
}
function factsOf(db: Db, knownAt: number | null = null, ids = idsByKey(db)): Facts {
  return {
    ...plainFactsOf(db, knownAt, ids),
    cases: rowsOf(db, "cases", ids, knownAt) as unknown as Facts["cases"],
  };
}

export function worldOf(db: Db, knownAt: number | null = null): World {
  const ids = idsByKey(db);
  return {
    ...factsOf(db, knownAt, ids),
    approvals: rowsOf(db, "approvals", ids, knownAt) as unknown as World["approvals"],
  };
}
