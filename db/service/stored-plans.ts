// Plans kept in the workbook, newest first.
import { type Plan, planSchema } from "../../shared/contract/rotation.ts";
import { idsByKey, rowOf, rowsOf } from "../queries/versions.ts";
import type { Desk } from "./desk.ts";

const parsed = (body: unknown): Plan => planSchema.parse(JSON.parse(String(body)));

export const storedPlans = (desk: Desk): Plan[] =>
  rowsOf(desk.db(), "plans", idsByKey(desk.db()))
    .map((row) => parsed(row.body))
    .toSorted((a, b) => b.madeAt - a.madeAt);
export function storedPlan(desk: Desk, id: string): Plan | null {
  const row = rowOf(desk.db(), "plans", id);
  return row ? parsed(row.body) : null;
}
