// How a check counts rules: however many versions of a rule are in use, it is one rule.
import type { NotApplicable } from "../domain/conflict.ts";

/** Each rule once, with what is said of it first. */
export function eachRuleOnce<Said extends { readonly ruleId: string }>(said: readonly Said[]): Said[] {
  const firsts = new Map<string, Said>();
  for (const one of said) if (!firsts.has(one.ruleId)) firsts.set(one.ruleId, one);
  return [...firsts.values()];
}

/** How many rules were applied: every version of them that judges for itself could be. */
export function appliedCount(
  judging: readonly { readonly id: string }[],
  notApplicable: readonly NotApplicable[],
): number {
  const unmet = new Set(notApplicable.map(({ ruleId }) => ruleId));
  return new Set(judging.map(({ id }) => id).filter((id) => !unmet.has(id))).size;
}
