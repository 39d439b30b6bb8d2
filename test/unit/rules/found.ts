// What a test of a kind compares: findings of one rule, by who, when and with which evidence.
import type { Finding } from "../../../shared/domain/conflict.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { type CheckResult, check } from "../../../shared/rules/check.ts";

export const today: Day = "2026-06-30";
export const judge = (rule: Rule, world: World, on: Day = today): CheckResult => check(world, [rule], on);
export const findingsOf = (rule: Rule, world: World, on: Day = today): Finding[] =>
  judge(rule, world, on).findings;
/** The one finding; fails loudly otherwise. */
export function only(rule: Rule, world: World, on: Day = today): Finding {
  const findings = findingsOf(rule, world, on);
  const [finding] = findings;
  if (findings.length !== 1 || !finding) throw new Error(`${findings.length} findings instead of one`);
  return finding;
}
export const idsOf = ({ evidence }: Finding): string[] => evidence.map(({ id }) => id);
