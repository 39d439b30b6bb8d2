// Which rules another rule among them judges for (`sameCheckAs`), circles included.
import type { Rule } from "../../../shared/domain/rule.ts";

/** True of a rule that is not judged by itself, because another one among `rules` asks the same. */
export function judgedElsewhere(rules: readonly Rule[]): (rule: Rule) => boolean {
  const named = new Map<string, Set<string>>();
  for (const { id } of rules) named.set(id, new Set());
  for (const { id, sameCheckAs } of rules)
    if (sameCheckAs !== null && sameCheckAs !== id && named.has(sameCheckAs)) named.get(id)?.add(sameCheckAs);

  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(named.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(named.get(next) ?? []));
    }
    return seen;
  };
  /** Of a circle the smallest id judges: somebody must. */
  const leads = (id: string): boolean => {
    const around = reached(id);
    return around.has(id) && ![...around].some((other) => other < id && reached(other).has(id));
  };
  const leaders = new Set(
    [...named]
      .filter(([, others]) => others.size > 0)
      .map(([id]) => id)
      .filter(leads),
  );
  return ({ id, sameCheckAs }) =>
    sameCheckAs !== null && sameCheckAs !== id && named.has(sameCheckAs) && !leaders.has(id);
}
