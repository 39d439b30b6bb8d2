// Rules that ask the same: which one judges for another.
import type { Rule } from "../domain/rule.ts";

/**
 * The id of the rule that judges in place of a given one; null where it judges for itself. Of rules that name
 * each other in a circle the one with the smallest id judges, so that none is lost.
 */
export function judgedElsewhere(rules: readonly Rule[]): (rule: Rule) => string | null {
  const links = new Map<string, string[]>(rules.map(({ id }) => [id, []]));
  for (const { id, sameCheckAs } of rules)
    if (sameCheckAs !== null && links.has(sameCheckAs)) links.get(id)?.push(sameCheckAs);
  const reachedFrom = (id: string): Set<string> => {
    const reached = new Set<string>();
    const open = [...(links.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(links.get(next) ?? []));
    }
    return reached;
  };
  return ({ id, sameCheckAs }) => {
    if (sameCheckAs === null || sameCheckAs === id || !links.has(sameCheckAs)) return null;
    if (!reachedFrom(sameCheckAs).has(id)) return sameCheckAs;
    const circle = [...reachedFrom(id)].filter((other) => reachedFrom(other).has(id));
    return circle.every((other) => id <= other) ? null : sameCheckAs;
  };
}
