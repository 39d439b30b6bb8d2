// The naive oracle of the check: every kind written plainly from docs/rules/kinds.md, sharing nothing with the engine.
import type { Day } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { absence } from "./absence.ts";
import { concentration } from "./concentration.ts";
import type { Found, Outcome } from "./found.ts";
import { byText, distinct, type Ground, groundOf, isKnown } from "./ground.ts";
import { neverTogether } from "./never-together.ts";
import { relation } from "./relation.ts";
import { samePerson } from "./same-person.ts";
import { seniority } from "./seniority.ts";
import { separateDuties } from "./separate-duties.ts";
import { separateUnits } from "./separate-units.ts";
import { sequence } from "./sequence.ts";
import { splitAmount } from "./split-amount.ts";
import { tempo } from "./tempo.ts";
import { tenure } from "./tenure.ts";
import { twoPerson } from "./two-person.ts";
import { withinAuthority } from "./within-authority.ts";

/** What should be found: `notApplicable` are rule ids, each once, sorted. */
export interface Expected {
  findings: Found[];
  notApplicable: string[];
  notYetJudged: number;
}

function judge(ground: Ground, rule: Rule): Outcome | null {
  switch (rule.kind) {
    case "separate-duties":
      return separateDuties(ground, rule);
    case "never-together":
      return neverTogether(ground, rule);
    case "same-person":
      return samePerson(ground, rule);
    case "separate-units":
      return separateUnits(ground, rule);
    case "seniority":
      return seniority(ground, rule);
    case "two-person":
      return twoPerson(ground, rule);
    case "within-authority":
      return withinAuthority(ground, rule);
    case "sequence":
      return sequence(ground, rule);
    case "split-amount":
      return splitAmount(ground, rule);
    case "relation":
      return relation(ground, rule);
    case "absence":
      return absence(ground, rule);
    case "tenure":
      return tenure(ground, rule);
    case "tempo":
      return tempo(ground, rule);
    case "concentration":
      return concentration(ground, rule);
  }
}

const isInForce = (rule: Rule, day: Day): boolean =>
  (rule.inForce.from === null || rule.inForce.from <= day) &&
  (rule.inForce.until === null || day < rule.inForce.until);

export const byIdentity = (
  a: Pick<Found, "ruleId" | "groupKey" | "subject" | "anchor" | "ruleVersion">,
  b: Pick<Found, "ruleId" | "groupKey" | "subject" | "anchor" | "ruleVersion">,
): number =>
  byText(a.ruleId, b.ruleId) ||
  byText(a.groupKey, b.groupKey) ||
  byText(a.subject, b.subject) ||
  byText(a.anchor, b.anchor) ||
  a.ruleVersion - b.ruleVersion;

/** Ids of other rules given to which `sameCheckAs` leads from a rule, over any number of rules and any of their versions. */
function ledTo(rules: readonly Rule[], id: string, passed: readonly string[] = []): string[] {
  const next = rules
    .filter((rule) => rule.id === id)
    .map((rule) => rule.sameCheckAs)
    .filter(isKnown)
    .filter((other) => rules.some((rule) => rule.id === other) && !passed.includes(other));
  return distinct(next.flatMap((other) => [other, ...ledTo(rules, other, [...passed, other])]));
}

export function isJudgedByAnother(rule: Rule, rules: readonly Rule[]): boolean {
  const other = rule.sameCheckAs;
  if (other === null || other === rule.id || !rules.some(({ id }) => id === other)) return false;
  const circle = [other, ...ledTo(rules, other)].filter((id) => ledTo(rules, id).includes(rule.id));
  const isInCircle = circle.includes(other);
  return !isInCircle || circle.some((id) => id < rule.id);
}

/** Findings are sorted by rule id, group key, subject, anchor, rule version. */
export function oracle(world: World, rules: readonly Rule[], today: Day): Expected {
  const ground = groundOf(world, today);
  const judged = rules
    .filter((rule) => !isJudgedByAnother(rule, rules))
    .map((rule) => ({ rule, outcome: judge(ground, rule) }));
  return {
    findings: judged
      .flatMap(({ rule, outcome }) =>
        (outcome?.findings ?? []).filter((finding) => isInForce(rule, finding.day)),
      )
      .sort(byIdentity),
    notApplicable: distinct(judged.filter(({ outcome }) => outcome === null).map(({ rule }) => rule.id)),
    notYetJudged: judged.reduce((sum, { outcome }) => sum + (outcome?.notYetJudged ?? 0), 0),
  };
}
