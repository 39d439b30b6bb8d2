// The rules that another one judges for: their citations stand beside its own, so that one finding shows every source.
import type { Rule } from "../domain/rule.ts";
import { judgedElsewhere } from "./same-check.ts";

/** Rules among these, the newest version of each, whose check is made by the rule with that id; in the order given. */
export function furtherSources(rules: readonly Rule[], judgeId: string): Rule[] {
  const judgeOf = judgedElsewhere(rules);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const lastJudge = (rule: Rule): string => {
    const seen = new Set<string>();
    let at = rule;
    for (let next = judgeOf(at); next !== null && !seen.has(next); next = judgeOf(at)) {
      seen.add(next);
      const found = byId.get(next);
      if (!found) break;
      at = found;
    }
    return at.id;
  };
  const newest = new Map<string, Rule>();
  for (const rule of rules)
    if (rule.id !== judgeId && rule.version >= (newest.get(rule.id)?.version ?? 0)) newest.set(rule.id, rule);
  return [...newest.values()].filter((rule) => lastJudge(rule) === judgeId);
}
