// From the name of a kind to its fold, with the fold's own types shut inside.
import type { Rule, RuleOf } from "../../domain/rule.ts";
import type { Kind } from "../../domain/rule-kinds.ts";
import type { Text } from "../../domain/text.ts";
import type { Touched, View } from "../view.ts";
import { absence } from "./absence.ts";
import type { Breach, KindModule } from "./kind.ts";
import { neverTogether } from "./never-together.ts";
import { relation } from "./relation.ts";
import { separateDuties } from "./separate-duties.ts";
import { sequence } from "./sequence.ts";
import { splitAmount } from "./split-amount.ts";
import { tenure } from "./tenure.ts";
import { twoPerson } from "./two-person.ts";
import { withinAuthority } from "./within-authority.ts";

/** One group folded to its end. */
export interface Verdict {
  /** The group's key: a case id for the kinds that can be undecided. */
  readonly key: string;
  readonly breaches: readonly Breach[];
  readonly isUndecided: boolean;
}
export interface Evaluator {
  readonly unmet: Text | null;
  /** Folds group by group; stop asking and it stops working. */
  verdicts(touched: Touched | null): Generator<Verdict>;
}

const isOfKind = <K extends Kind>(rule: Rule, kind: K): rule is RuleOf<K> => rule.kind === kind;

const enclose =
  <K extends Kind, Item, State>(kind: K, module: KindModule<K, Item, State>) =>
  (rule: Rule, view: View): Evaluator => {
    if (!isOfKind(rule, kind)) throw new Error(`rule ${rule.id} is not of kind ${kind}`);
    const fold = module({ rule, view, admits: admission(rule, view) });
    return {
      unmet: fold.unmet,
      *verdicts(touched) {
        for (const { key, items } of fold.groups(touched)) {
          const state = fold.start(key);
          let breaches: Breach[] | null = null;
          for (const item of items) {
            const completed = fold.step(state, item);
            if (completed.length > 0) breaches = [...(breaches ?? []), ...completed];
          }
          const closing = fold.finish?.(state);
          const all = closing?.breaches.length
            ? [...(breaches ?? []), ...closing.breaches]
            : (breaches ?? []);
          yield { key, breaches: all, isUndecided: closing?.isUndecided ?? false };
        }
      },
    };
  };

/** Which matters a rule's scope admits. */
function admission({ scope }: Rule, view: View): (matterId: string) => boolean {
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

const evaluators: Record<Kind, (rule: Rule, view: View) => Evaluator> = {
  "separate-duties": enclose("separate-duties", separateDuties),
  "never-together": enclose("never-together", neverTogether),
  "two-person": enclose("two-person", twoPerson),
  "within-authority": enclose("within-authority", withinAuthority),
  sequence: enclose("sequence", sequence),
  "split-amount": enclose("split-amount", splitAmount),
  relation: enclose("relation", relation),
  absence: enclose("absence", absence),
  tenure: enclose("tenure", tenure),
};
/** A rule made ready over a view. */
export const evaluatorOf = (rule: Rule, view: View): Evaluator => evaluators[rule.kind](rule, view);
