// Where a rule can have evidence: the steps of a matter that a finding of it could rest on.
import type { Step } from "../../domain/authority.ts";
import type { Rule } from "../../domain/rule.ts";
import { type Ground, matched } from "./ground.ts";

/** Does it name duties? Rules about authority, presence, order or tempo look at every step alike. */
export function namedDuties({ parameters: given }: Rule): readonly string[] {
  const named: string[] = [];
  if ("duties" in given) named.push(...given.duties);
  if ("otherDuties" in given) named.push(...given.otherDuties);
  if ("duty" in given) named.push(given.duty);
  if ("earlier" in given) named.push(given.earlier, given.later);
  if ("base" in given) named.push(given.base, given.added);
  return [...new Set(named)];
}

/** Steps with the first duty and other steps with the second; empty where one of them is missing. */
function pairOf(ground: Ground, steps: readonly Step[], first: string, second: string): readonly Step[] {
  const has = (duty: string) => steps.filter((step) => ground.implied(step.duty).has(duty));
  const [early, late] = [has(first), has(second)];
  return early.some((one) => late.some((other) => other !== one)) ? [...early, ...late] : [];
}
const matching = (ground: Ground, steps: readonly Step[], duties: readonly string[]): readonly Step[] =>
  duties.length === 0 ? steps : steps.filter((step) => ground.match(duties, step.duty).length > 0);

/** Steps of one matter in scope; empty: nothing can be found there. Rules about cases alone reach no step. */
export function stepsReached(ground: Ground, rule: Rule, matterId: string): readonly Step[] {
  const steps = ground.stepsOf(matterId);
  switch (rule.kind) {
    case "separate-duties":
    case "separate-units": {
      const { duties, maxHeld } = rule.parameters;
      return matched(ground, duties, steps).size > maxHeld ? matching(ground, steps, duties) : [];
    }
    case "never-together":
    case "same-person":
      return matching(ground, steps, rule.parameters.duties);
    case "two-person":
      return matching(ground, steps, [rule.parameters.duty]);
    case "seniority":
      return pairOf(ground, steps, rule.parameters.earlier, rule.parameters.later);
    case "within-authority":
      return ground.hasAuthority(matterId) ? steps : [];
    case "relation": {
      const { duties, otherDuties, counterpart } = rule.parameters;
      const own = matching(ground, steps, duties);
      return counterpart === "supplier" ? own : [...own, ...matching(ground, steps, otherDuties)];
    }
    case "sequence":
      switch (rule.parameters.check) {
        case "before":
          return ground.implied(rule.parameters.later).has(rule.parameters.earlier)
            ? []
            : pairOf(ground, steps, rule.parameters.earlier, rule.parameters.later);
        case "deadline":
          return pairOf(ground, steps, rule.parameters.earlier, rule.parameters.later);
        case "sum-over":
          return pairOf(ground, steps, rule.parameters.base, rule.parameters.added);
        default:
          return new Set(steps.map(({ position }) => position)).size > 1 ? steps : [];
      }
    case "tempo":
      if (rule.parameters.check === "fast")
        return pairOf(ground, steps, rule.parameters.earlier, rule.parameters.later);
      return rule.parameters.check === "year-end" || rule.parameters.check === "crowding" ? [] : steps;
    case "concentration":
      return rule.parameters.check === "duty-share" || rule.parameters.check === "type-span" ? steps : [];
    case "absence":
    case "tenure":
      return steps;
    case "split-amount":
      return [];
  }
}
/** Rules about cases (amounts, suppliers, seasons) have no step to rest on, and are no less alive for it. */
export const isAboutCases = (rule: Rule): boolean =>
  rule.kind === "split-amount" ||
  (rule.kind === "tempo" && (rule.parameters.check === "year-end" || rule.parameters.check === "crowding")) ||
  (rule.kind === "concentration" &&
    (rule.parameters.check === "supplier-share" || rule.parameters.check === "single-source"));
/** Kinds that look at what people hold: scope bounds nothing there. */
export const isAboutHolding = (rule: Rule): boolean =>
  rule.kind === "never-together" ||
  rule.kind === "tenure" ||
  (rule.kind === "relation" && rule.parameters.counterpart === "holder");
