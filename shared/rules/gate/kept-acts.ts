// The acts of a person that a fold wider than a case cannot do without: kept states, made anew from the rows.
import { addMonths, contains, type Day } from "../../domain/day.ts";
import type { Rule, RuleOf } from "../../domain/rule.ts";
import { coolingOffMonths } from "../../domain/tenure-term.ts";
import { creditedPersons } from "../cover.ts";
import { admission } from "../kinds/evaluators.ts";
import { matcher } from "../kinds/matching.ts";
import { findOverlaps, type Overlap } from "../kinds/never-together.ts";
import { dueOn, isExempt, isInTerm } from "../kinds/tenure.ts";
import type { Term } from "../terms.ts";
import type { Act, View } from "../view.ts";

/** A rule that folds what one person did over many cases. */
export interface PersonFold {
  readonly rule: RuleOf<"never-together"> | RuleOf<"tenure">;
  /** Whose acts it folds: those of the actor, or those that credit the person. */
  readonly by: "actor" | "credited";
  /** Could an act like this one be evidence against the person? */
  readonly bears: (personId: string, act: Act) => boolean;
  /**
   * Of all acts in order those that the fold takes note of: it answers the same with the others left out,
   * whatever act comes between.
   */
  readonly firsts: (personId: string, acts: readonly Act[]) => Act[];
}

export function personFoldOf(view: View, rule: Rule): PersonFold | null {
  if (rule.kind === "never-together") return ofHoldings(view, rule);
  if (rule.kind === "tenure") return ofTenure(view, rule);
  return null;
}

function remembered<Value>(make: (id: string) => Value): (id: string) => Value {
  const made = new Map<string, Value>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const value = make(id);
    made.set(id, value);
    return value;
  };
}

/** never-together: the first act of each duty of the set within each overlap. */
function ofHoldings(view: View, rule: RuleOf<"never-together">): PersonFold {
  const { duties, maxHeld } = rule.parameters;
  const match = matcher(view, duties);
  const admits = admission(rule, view);
  const overlapsOf = remembered((personId): Overlap[] =>
    findOverlaps(view.holdingsOf(personId), match, maxHeld),
  );
  const overlapOf = (personId: string, day: Day): Overlap | undefined =>
    overlapsOf(personId).find((overlap) => contains(overlap, day));
  const bears = (personId: string, act: Act): boolean =>
    match(act.step.duty).length > 0 &&
    admits(act.case.matterId) &&
    overlapOf(personId, act.day) !== undefined;
  return {
    rule,
    by: "credited",
    bears,
    firsts(personId, acts) {
      const seen = new Map<Overlap, Set<string>>();
      return acts.filter((act) => {
        if (!bears(personId, act) || !creditedPersons(view, act).includes(personId)) return false;
        const overlap = overlapOf(personId, act.day);
        if (!overlap) return false;
        const performed = seen.get(overlap) ?? new Set();
        seen.set(overlap, performed);
        const fresh = match(act.step.duty).filter((duty) => !performed.has(duty));
        for (const duty of fresh) performed.add(duty);
        return fresh.length > 0;
      });
    },
  };
}

/** tenure: the first act of each term that is too late, or too early. */
function ofTenure(view: View, rule: RuleOf<"tenure">): PersonFold {
  const { check, gapMonths } = rule.parameters;
  const admits = admission(rule, view);
  const terms = view.termsOf(gapMonths);
  const edges = new Map<Term, Day | null>();
  const edgeOf = (term: Term): Day | null => {
    let edge = edges.get(term);
    if (edge === undefined) {
      edge = check === "limit" ? dueOn(view, term) : coolingEnd(view, term);
      edges.set(term, edge);
    }
    return edge;
  };
  const termOf = (personId: string, act: Act): Term | undefined => {
    if (!admits(act.case.matterId)) return undefined;
    return terms.get(personId)?.find((term) => {
      const edge = edgeOf(term);
      if (edge === null) return false;
      const isAsked = check === "limit" ? act.day > edge && !isExempt(view, term, act.day) : act.day < edge;
      return isAsked && isInTerm(view, term, act);
    });
  };
  return {
    rule,
    by: "actor",
    bears: (personId, act) => termOf(personId, act) !== undefined,
    firsts(personId, acts) {
      // A post is of one family, and the terms of a family do not meet: an act lies in one term at most.
      const seen = new Set<Term>();
      return acts.filter((act) => {
        const term = act.actorId === personId ? termOf(personId, act) : undefined;
        if (!term || seen.has(term)) return false;
        seen.add(term);
        return true;
      });
    },
  };
}

/** The end of the cooling-off of a term that breaks one, whether or not it has begun. */
function coolingEnd(view: View, term: Term): Day | null {
  const end = term.previous?.until ?? null;
  if (end === null) return null;
  const until = addMonths(end, coolingOffMonths(term.post, view.world.tenurePolicies));
  return term.from < until ? until : null;
}
