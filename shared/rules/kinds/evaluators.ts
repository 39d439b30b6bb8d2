// From the name of a kind to its evaluator.
import type { Rule, RuleOf } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { View } from "../view.ts";
import { absence } from "./absence.ts";
import { concentration } from "./concentration.ts";
import { type Evaluator, evaluated } from "./evaluation.ts";
import type { Context, KindModule } from "./kind.ts";
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

type Made = (rule: Rule, view: View) => Evaluator;

const isOfKind = <K extends Kind>(rule: Rule, kind: K): rule is RuleOf<K> => rule.kind === kind;

/** A kind of several checks chooses the check's fold itself. */
const checked =
  <K extends Kind>(kind: K, make: (context: Context<K>) => Evaluator): Made =>
  (rule, view) => {
    if (!isOfKind(rule, kind)) throw new Error(`rule ${rule.id} is not of kind ${kind}`);
    return make({ rule, view, admits: admission(rule, view) });
  };
const folded = <K extends Kind, Item, State>(kind: K, module: KindModule<K, Item, State>): Made =>
  checked(kind, (context) => evaluated(module(context)));

/** Which matters a rule's scope admits. */
export function admission({ scope }: Rule, view: View): (matterId: string) => boolean {
  const areas = scope.areas && new Set<string>(scope.areas);
  const codes = scope.matters && new Set(scope.matters);
  if (!areas && !codes) return () => true;
  const admitted = new Set(
    view.world.matters
      .filter((matter) => (!areas || areas.has(matter.area)) && (!codes || codes.has(matter.code)))
      .map((matter) => matter.id),
  );
  return (matterId) => admitted.has(matterId);
}

const evaluators: Record<Kind, Made> = {
  "separate-duties": folded("separate-duties", separateDuties),
  "never-together": folded("never-together", neverTogether),
  "same-person": folded("same-person", samePerson),
  "separate-units": folded("separate-units", separateUnits),
  "two-person": folded("two-person", twoPerson),
  seniority: folded("seniority", seniority),
  "within-authority": folded("within-authority", withinAuthority),
  sequence: checked("sequence", sequence),
  "split-amount": checked("split-amount", splitAmount),
  relation: checked("relation", relation),
  absence: folded("absence", absence),
  tenure: folded("tenure", tenure),
  tempo: checked("tempo", tempo),
  concentration: checked("concentration", concentration),
};
/** A rule made ready over a view. */
export const evaluatorOf = (rule: Rule, view: View): Evaluator => evaluators[rule.kind](rule, view);
