// The small world of the oracle's own tests: one purchase in four steps, and the check as of one day.
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { type Expected, oracle } from "./check.ts";

export const today = "2026-06-30";
export const check = (world: World, ...rules: Rule[]): Expected => oracle(world, rules, today);
export const ids = (found: Expected["findings"][number] | undefined): string[] =>
  (found?.evidence ?? []).map(({ id }) => id);

/** One purchase: apply (1), approve (2), execute (3), custody by a cashier (4). */
export const purchase = (given: Partial<World> = {}): World =>
  row.world({
    departments: [row.department("d1")],
    people: [row.person("ann"), row.person("bo"), row.person("cy"), row.person("bot", { isSystem: true })],
    posts: [row.post("t1"), row.post("t2")],
    matters: [row.matter("m")],
    steps: [
      row.step("s1", "m", 1, "pay_apply"),
      row.step("s2", "m", 2, "pay_approve"),
      row.step("s3", "m", 3, "pay_execute"),
      row.step("s4", "m", 4, "cashier", { isRequired: false }),
    ],
    cases: [row.caseOf("c", "m", { amount: 500 })],
    ...given,
  });
