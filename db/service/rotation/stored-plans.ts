// Plans kept in the workbook, newest first; each row is read once.
import { type Plan, planSchema } from "../../../shared/contract/plan.ts";
import type { Db } from "../../open.ts";
import type { Desk } from "../desk.ts";
import { gone } from "../desk.ts";

// Rows of plans are never changed in place: a new version is a new row.
const read = new WeakMap<Db, Map<number, Plan>>();
const latest = `SELECT plans.row_id AS rowId FROM plans JOIN entities ON entities.key = plans.entity
  WHERE plans.superseded_in IS NULL`;

function planIn(db: Db, rowId: number): Plan {
  const known = read.get(db) ?? new Map<number, Plan>();
  read.set(db, known);
  const plan =
    known.get(rowId) ??
    planSchema.parse(
      JSON.parse(String(db.prepare("SELECT body FROM plans WHERE row_id = ?").pluck().get(rowId))),
    );
  known.set(rowId, plan);
  return plan;
}

export function storedPlans(desk: Desk): Plan[] {
  const db = desk.db();
  const rows = db.prepare(latest).pluck().all() as number[];
  return rows.map((rowId) => planIn(db, rowId)).toSorted((a, b) => b.madeAt - a.madeAt);
}
export function storedPlan(desk: Desk, id: string): Plan | null {
  const db = desk.db();
  const rowId = db.prepare(`${latest} AND entities.id = ?`).pluck().get(id) as number | undefined;
  return rowId === undefined ? null : planIn(db, rowId);
}
/** @throws FaultError missing */
export function planOf(desk: Desk, id: string): Plan {
  const plan = storedPlan(desk, id);
  if (!plan) throw gone({ zh: "这份方案", en: "This plan" });
  return plan;
}
/** Plans ever made, discarded ones included: the number that the next one is named by. */
export const plansEver = (desk: Desk): number =>
  Number(desk.db().prepare("SELECT count(*) FROM entities WHERE kind = 'plans'").pluck().get());
