// What taking other versions of some rules would do to today's conflicts: which appear, which vanish, by identity.
import { identityOf } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import { checkSlices } from "../check.ts";
import type { View } from "../view.ts";
import type { RuleDifference } from "./compare.ts";

export interface RuleEffect {
  appear: number;
  vanish: number;
}
export interface EffectProgress {
  done: number;
  total: number;
}

/** Rules that change, and all that judge for them or that they judge for. */
function concerned(rules: readonly Rule[], ids: ReadonlySet<string>): Set<string> {
  const reached = new Set(ids);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { id, sameCheckAs } of rules) {
      if (sameCheckAs === null) continue;
      if (reached.has(id)) reached.add(sameCheckAs);
      else if (reached.has(sameCheckAs)) reached.add(id);
    }
  }
  return reached;
}

/** By rule id, for every rule that gains or loses a conflict, those included that only judged in another's place. */
export function* effectSlices(
  view: View,
  inUse: readonly Rule[],
  differences: readonly RuleDifference[],
): Generator<EffectProgress, Map<string, RuleEffect>> {
  const changed = differences.filter(({ change }) => change !== "same");
  const ids = new Set(changed.map(({ ruleId }) => ruleId));
  const after = [
    ...inUse.filter(({ id }) => !ids.has(id)),
    ...changed.flatMap((difference) => difference.after),
  ];
  const reached = concerned([...inUse, ...after], ids);
  const effects = new Map<string, RuleEffect>();
  if (ids.size === 0) return effects;
  const found: Map<string, string>[] = [];
  for (const [turn, rules] of [inUse, after].entries()) {
    const slices = checkSlices(
      view,
      rules.filter(({ id }) => reached.has(id)),
    );
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) {
        found.push(new Map(slice.value.findings.map((finding) => [identityOf(finding), finding.ruleId])));
        break;
      }
      yield { done: turn * slice.value.rules + slice.value.rulesDone, total: slice.value.rules * 2 };
    }
  }
  const [was, is] = found;
  const count = (
    here: ReadonlyMap<string, string>,
    there: ReadonlyMap<string, string>,
    key: keyof RuleEffect,
  ): void => {
    for (const [identity, ruleId] of here) {
      if (there.has(identity)) continue;
      const effect = effects.get(ruleId) ?? { appear: 0, vanish: 0 };
      effect[key] += 1;
      effects.set(ruleId, effect);
    }
  };
  if (was && is) {
    count(is, was, "appear");
    count(was, is, "vanish");
  }
  return effects;
}
