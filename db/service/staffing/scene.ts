// What the questions of staffing share: facts and rules of a day with edits laid over them, without the log, kept while they stay the same.
import type { Matter } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { amountIn } from "../../../shared/rules/analysis/amount-tiers.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import { innerSteps, type Path, pathOf } from "../../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { isInForce } from "../../../shared/rules/finding.ts";
import { staffingTiers } from "../../../shared/rules/staffing/amount-cuts.ts";
import { candidatesOf } from "../../../shared/rules/staffing/candidates.ts";
import { problemOf, type StaffingCase, staffingPath } from "../../../shared/rules/staffing/problem-of.ts";
import type { View } from "../../../shared/rules/view.ts";
import type { Desk } from "../desk.ts";
import { type Labels, labelsOf } from "../labels.ts";
import type { TierAnswer } from "./answer.ts";

export interface Scene {
  readonly day: Day;
  /** Without its cases and approvals: staffing asks the organisation alone. */
  readonly world: World;
  readonly view: View;
  /** All in use, and those in force that day that bind people within a case. */
  readonly rules: readonly Rule[];
  readonly binding: readonly Rule[];
  readonly labels: Labels;
  readonly matters: readonly Matter[];
  readonly tiersOf: (matterId: string) => AmountRange[];
  readonly caseOf: (matter: Matter, tier: AmountRange) => StaffingCase;
  /** With whom a step could be granted to as well. */
  readonly offeredCaseOf: (matter: Matter, tier: AmountRange) => StaffingCase;
  /** The same with these rules given up, and offers to people who would break a never-together rule by holding it. */
  readonly relaxedCaseOf: (matter: Matter, tier: AmountRange, givenUp: ReadonlySet<string>) => StaffingCase;
  /** Answers so far, by problem. */
  readonly answers: Map<string, TierAnswer>;
}

export interface StaffingAsked {
  day: Day;
  knownOn: Day | null;
  edits: readonly Edit[];
}

const kept = new WeakMap<World, { day: Day; rules: unknown; scene: Scene }>();

export function sceneOf(desk: Desk, { day, knownOn, edits }: StaffingAsked): Scene {
  const lens = desk.lens(day, knownOn);
  const rules = lens.rules.map(({ rule }) => rule);
  if (edits.length > 0) return makeScene(withEdits(lens.world, edits, day), withRuleEdits(rules, edits), day);
  const known = kept.get(lens.world);
  if (known?.day === day && known.rules === lens.rules) return known.scene;
  const scene = makeScene(lens.world, rules, day);
  kept.set(lens.world, { day, rules: lens.rules, scene });
  return scene;
}

/** The scene of a day after edits that hold from an earlier one. */
export const sceneAfter = (desk: Desk, edits: readonly Edit[], from: Day, day: Day): Scene =>
  makeScene(
    withEdits(desk.world(), edits, from),
    withRuleEdits(
      desk.rules().map(({ rule }) => rule),
      edits,
    ),
    day,
  );

function makeScene(full: World, rules: readonly Rule[], day: Day): Scene {
  const world: World = { ...full, cases: [], approvals: [] };
  const view = indexFacts(world, day);
  const binding = bindingRules(view, rules).filter((rule) => isInForce(rule, day));
  const governed = new Set(world.authorities.map((row) => view.steps.get(row.stepId)?.matterId));
  const wayOf = (matter: Matter, tier: AmountRange): Path =>
    pathOf(view, matter, amountIn(tier), day, staffingPath);
  return {
    day,
    world,
    view,
    rules,
    binding,
    labels: labelsOf(full),
    matters: world.matters
      .filter(({ id }) => governed.has(id) && innerSteps(view, id).length > 0)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    tiersOf: (matterId) => staffingTiers(view, matterId, day),
    caseOf: (matter, tier) => problemOf(view, binding, wayOf(matter, tier)),
    offeredCaseOf: (matter, tier) => {
      const path = wayOf(matter, tier);
      return problemOf(view, binding, path, { candidates: candidatesOf(view, binding, path) });
    },
    relaxedCaseOf: (matter, tier, givenUp) => {
      const path = wayOf(matter, tier);
      const rules = binding.filter(({ id }) => !givenUp.has(id));
      return problemOf(view, rules, path, { candidates: candidatesOf(view, [], path) });
    },
    answers: new Map(),
  };
}
