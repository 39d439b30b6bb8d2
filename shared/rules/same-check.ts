// Rules that ask the same: which one judges for another.
import type { Rule } from "../domain/rule.ts";

/**
 * The id of the rule that judges in place of a given one; null where it judges for itself. Of rules that name
 * each other in a circle the one with the smallest id judges, so that none is lost.
 */
export function judgedElsewhere(rules: readonly Rule[]): (rule: Rule) => string | null {
  const links = new Map<string, string | null>();
  for (const { id, sameCheckAs } of rules) links.set(id, links.get(id) ?? sameCheckAs);
  return ({ id, sameCheckAs }) => {
    if (sameCheckAs === null || sameCheckAs === id || !links.has(sameCheckAs)) return null;
    const passed = new Set<string>();
    let next: string | null | undefined = sameCheckAs;
    while (next && next !== id && links.has(next) && !passed.has(next)) {
      passed.add(next);
      next = links.get(next);
    }
    const isSmallestOfCircle = next === id && [...passed].every((other) => id < other);
    return isSmallestOfCircle ? null : sameCheckAs;
  };
}
