// Every rule's worked example and counter-example, made from the rule itself and judged by the check.
import type { Rule } from "../../../domain/rule.ts";
import type { Text } from "../../../domain/text.ts";
import { check } from "../../check.ts";
import { withinAuthority } from "./authority-examples.ts";
import { relation, splitAmount } from "./case-examples.ts";
import { concentration } from "./concentration-examples.ts";
import { neverTogether, separateDuties, twoPerson } from "./duty-examples.ts";
import { absence, tenure } from "./presence-examples.ts";
import { sequence } from "./sequence-examples.ts";
import type { Example } from "./stage.ts";
import { tempo } from "./tempo-examples.ts";
import { samePerson, seniority, separateUnits } from "./unit-examples.ts";

/** The facts in which the rule is broken (or just kept), about this rule's own duties, numbers and reasons. */
export function playOf(rule: Rule, isBroken: boolean): Example {
  switch (rule.kind) {
    case "separate-duties":
      return separateDuties(rule, isBroken);
    case "never-together":
      return neverTogether(rule, isBroken);
    case "same-person":
      return samePerson(rule, isBroken);
    case "separate-units":
      return separateUnits(rule, isBroken);
    case "two-person":
      return twoPerson(rule, isBroken);
    case "seniority":
      return seniority(rule, isBroken);
    case "within-authority":
      return withinAuthority(rule, isBroken);
    case "sequence":
      return sequence(rule, isBroken);
    case "split-amount":
      return splitAmount(rule, isBroken);
    case "relation":
      return relation(rule, isBroken);
    case "absence":
      return absence(rule, isBroken);
    case "tenure":
      return tenure(rule, isBroken);
    case "tempo":
      return tempo(rule, isBroken);
    case "concentration":
      return concentration(rule, isBroken);
  }
}

export interface ToldExample {
  /** The facts, one sentence each; then, if something is found, the sentences of the findings. */
  story: Text[];
  finds: boolean;
}
/** What the window shows as *Why*: facts that break the rule, facts that just keep it, and what the check says. */
export function exampleOf(rule: Rule): { example: ToldExample; counterExample: ToldExample } {
  const told = (isBroken: boolean): ToldExample => {
    const { world, today, story } = playOf(rule, isBroken);
    const { findings } = check(world, [rule], today);
    return { story: [...story, ...findings.map(({ sentence }) => sentence)], finds: findings.length > 0 };
  };
  return { example: told(true), counterExample: told(false) };
}
