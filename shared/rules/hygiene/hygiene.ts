// The health of the rules in use: what contradicts, what is redundant, what can never find anything, what nobody looks at.
import type { Day } from "../../domain/day.ts";
import type { Rule } from "../../domain/rule.ts";
import type { HygieneFinding } from "../../domain/rule-hygiene.ts";
import type { World } from "../../domain/world.ts";
import { contradictions } from "./contradictions.ts";
import { uncovered, unnamedDuties } from "./coverage.ts";
import { groundOf } from "./ground.ts";
import { neverFiring } from "./never-fires.ts";
import { redundantRules } from "./redundancy.ts";
import { tooFewPeople } from "./too-few-people.ts";

/** Contradictions first; within a sort by rule id. Rules that another one judges for are left out. */
export function hygieneOf(world: World, rules: readonly Rule[], today: Day): HygieneFinding[] {
  const ground = groundOf(world, rules, today);
  return [
    ...contradictions(ground),
    ...tooFewPeople(ground),
    ...redundantRules(ground),
    ...neverFiring(ground),
    ...uncovered(ground),
    ...unnamedDuties(ground),
  ];
}
