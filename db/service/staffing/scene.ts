// What the questions of staffing share: facts and rules of a day with edits laid over them, without the log, kept while they stay the same.
import type { Matter } from "../../../shared/domain/authority.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import { withEdits, withRuleEdits } from "../../../shared/domain/edited.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { amountIn } from "../../../shared/rules/analysis/amount-tiers.ts";
import { bindingRules, type Demand, demandsOf } from "../../../shared/rules/analysis/demands.ts";
import { innerSteps, type Path, pathOf, peopleOn } from "../../../shared/rules/analysis/path.ts";
import { indexPlain, viewOver } from "../../../shared/rules/facts.ts";
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

const makeScene = (full: World, rules: readonly Rule[], day: Day): Scene => scenesOver(full, rules)(day);

/** The scene of whatever day over the same facts and rules. */
export function scenesOver(full: World, rules: readonly Rule[]): (day: Day) => Scene {
  const world: World = { ...full, cases: [], approvals: [] };
  // Without a log nothing of a view but `today` knows the day.
  const plain = indexPlain(world, "0000-01-01");
  const anyDay = viewOver(plain, [], []);
  const bindingAnyDay = bindingRules(anyDay, rules);
  const governed = new Set(world.authorities.map((row) => anyDay.steps.get(row.stepId)?.matterId));
  const fixed = {
    world,
    rules,
    labels: labelsOf(full),
    matters: world.matters
      .filter(({ id }) => governed.has(id) && innerSteps(anyDay, id).length > 0)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  };
  return (day) => {
    const view = viewOver({ ...plain, today: day }, [], []);
    return sceneOn(
      view,
      bindingAnyDay.filter((rule) => isInForce(rule, day)),
      day,
      fixed,
    );
  };
}

function sceneOn(
  view: View,
  binding: readonly Rule[],
  day: Day,
  fixed: Pick<Scene, "world" | "rules" | "labels" | "matters">,
): Scene {
  let there: ReturnType<typeof peopleOn> | null = null;
  const wayOf = (matter: Matter, tier: AmountRange): Path => {
    there ??= peopleOn(view, day, staffingPath.absent);
    return pathOf(view, matter, amountIn(tier), day, staffingPath, there);
  };
  const demanded = new Map<string, readonly Demand[]>();
  const demandsOn = (path: Path): readonly Demand[] => {
    const known = demanded.get(path.matter.id) ?? demandsOf(view, binding, path);
    demanded.set(path.matter.id, known);
    return known;
  };
  return {
    ...fixed,
    day,
    view,
    binding,
    tiersOf: (matterId) => staffingTiers(view, matterId, day),
    caseOf: (matter, tier) => {
      const path = wayOf(matter, tier);
      return problemOf(view, binding, path, { demands: demandsOn(path) });
    },
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
