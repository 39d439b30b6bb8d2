// Rows of a sheet out of the world, by kind; and what refers to what, so that nothing is left dangling.
import type { Period } from "../../shared/domain/day.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheets } from "../../shared/domain/sheets.ts";
import type { World } from "../../shared/domain/world.ts";
import { tables } from "../queries/tables.ts";
import { idsByKey, rowsOf, type Value } from "../queries/versions.ts";
import type { Desk } from "./desk.ts";

export type DomainRow = { id: string } & Record<string, Value>;
/** Sheets that no check reads: their rows are not in the world (nor are the unit's own duties, as rows). */
type Aside = "duties" | "authority-notes" | "responsibilities";
export const isAside = (kind: SheetKind): kind is Aside =>
  kind === "duties" || kind === "authority-notes" || kind === "responsibilities";
const fields: Record<Exclude<SheetKind, Aside>, keyof World> = {
  departments: "departments",
  posts: "posts",
  "post-duties": "postDuties",
  people: "people",
  qualifications: "qualifications",
  assignments: "assignments",
  relations: "relations",
  absences: "absences",
  calendar: "calendar",
  suppliers: "suppliers",
  matters: "matters",
  steps: "steps",
  authorities: "authorities",
  delegations: "delegations",
  "tenure-policies": "tenurePolicies",
  exemptions: "exemptions",
  cases: "cases",
  approvals: "approvals",
};

/** The rows in force of one sheet; an authority also says its step's matter. */
export function worldRows(world: World, kind: Exclude<SheetKind, Aside>): DomainRow[] {
  const rows = world[fields[kind]] as unknown as DomainRow[];
  if (kind === "authorities") {
    const matterOf = new Map(world.steps.map((step) => [step.id, step.matterId]));
    return rows.map((row) => ({ ...row, matterId: matterOf.get(String(row.stepId)) ?? null }));
  }
  if (kind === "approvals") {
    const matterOf = new Map(world.cases.map((one) => [one.id, one.matterId]));
    return rows.map((row) => ({ ...row, matterId: matterOf.get(String(row.caseId)) ?? null }));
  }
  return rows;
}

/** Rows in force of any sheet; those that are not in the world are read from their table. */
export const rowsOfKind = (desk: Desk, kind: SheetKind, world = desk.world()): DomainRow[] =>
  isAside(kind) ? rowsOf(desk.db(), kind, idsByKey(desk.db())) : worldRows(world, kind);

export const isInForce = (row: DomainRow, day: string): boolean => {
  const { from, until } = row as unknown as Partial<Period>;
  return from === undefined || (from <= day && (until === null || until === undefined || day < until));
};

/** Sheets and columns that may refer to a row of `kind`. */
export const referrers = (kind: SheetKind): Array<{ kind: SheetKind; key: string }> =>
  sheets.flatMap((sheet) =>
    sheet.columns
      .filter(
        ({ type, to, key }) =>
          type === "reference" &&
          to === kind &&
          // The matter of an authority is that of its step: it is shown, not stored.
          tables[sheet.kind].columns.some((stored) => stored.key === key),
      )
      .map((column) => ({ kind: sheet.kind, key: column.key })),
  );
