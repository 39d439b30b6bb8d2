// Can one case of a matter, every step done, keep all of these rules? People are as many as are needed.
import type { Step } from "../../domain/authority.ts";
import type { Rule } from "../../domain/rule.ts";
import { type Ground, matched } from "./ground.ts";

const has = (ground: Ground, step: Step, duty: string): boolean => ground.implied(step.duty).has(duty);

/** Steps that must be in one hand, as groups; a step in none may be done by anybody, and by several. */
function handsOf(rules: readonly Rule[], steps: readonly Step[], ground: Ground): Step[][] {
  let groups: Step[][] = [];
  for (const rule of rules) {
    if (rule.kind !== "same-person") continue;
    const own = steps.filter((step) => ground.match(rule.parameters.duties, step.duty).length > 0);
    if (own.length === 0) continue;
    const joined = new Set(own);
    const apart = groups.filter((group) => {
      if (!group.some((step) => joined.has(step))) return true;
      for (const step of group) joined.add(step);
      return false;
    });
    groups = [...apart, [...joined]];
  }
  return groups;
}

/** By same-person, separate-duties, never-together and two-person: is there a division of the steps among people? */
export function handsFit(rules: readonly Rule[], steps: readonly Step[], ground: Ground): boolean {
  const groups = handsOf(rules, steps, ground);
  const bound = new Set(groups.flat());
  const hands = [...groups, ...steps.filter((step) => !bound.has(step)).map((step) => [step])];
  return rules.every((rule) => {
    if (rule.kind === "separate-duties" || rule.kind === "never-together")
      return hands.every(
        (own) => matched(ground, rule.parameters.duties, own).size <= rule.parameters.maxHeld,
      );
    if (rule.kind === "two-person" && rule.parameters.countBy === "person") {
      const own = steps.filter((step) => has(ground, step, rule.parameters.duty));
      const isFree = own.length === 0 || own.some((step) => !bound.has(step));
      return (
        isFree ||
        groups.filter((group) => group.some((step) => own.includes(step))).length >=
          rule.parameters.minPersons
      );
    }
    return true;
  });
}

/** By `before` and `order`: is there an order of the steps, one after another? Placing one never blocks another. */
export function orderFits(rules: readonly Rule[], steps: readonly Step[], ground: Ground): boolean {
  const placed = new Set<Step>();
  const may = (step: Step): boolean =>
    rules.every((rule) => {
      if (rule.kind !== "sequence") return true;
      const { parameters } = rule;
      if (parameters.check === "order")
        return steps.every(
          (other) => !other.isRequired || other.position >= step.position || placed.has(other),
        );
      if (parameters.check !== "before" || !has(ground, step, parameters.later)) return true;
      const first = steps.filter((other) => has(ground, other, parameters.earlier));
      // Without another step for the earlier duty the rule says nothing about this matter.
      if (first.every((other) => other === step)) return true;
      return first.includes(step) || first.some((other) => placed.has(other));
    });
  for (let size = -1; size !== placed.size; ) {
    size = placed.size;
    for (const step of steps) if (!placed.has(step) && may(step)) placed.add(step);
  }
  return placed.size === steps.length;
}

/** By seniority: can levels be given to the steps so that every later one stands strictly higher? */
export function levelsFit(rules: readonly Rule[], steps: readonly Step[], ground: Ground): boolean {
  const above = new Map<Step, Set<Step>>(steps.map((step) => [step, new Set()]));
  for (const rule of rules) {
    if (rule.kind !== "seniority") continue;
    const { earlier, later } = rule.parameters;
    for (const low of steps)
      for (const high of steps)
        if (low !== high && has(ground, low, earlier) && has(ground, high, later)) above.get(low)?.add(high);
  }
  const left = new Set(steps);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const step of left)
      if (![...(above.get(step) ?? [])].some((other) => left.has(other))) left.delete(step);
  }
  return left.size === 0;
}
