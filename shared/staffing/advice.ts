// The cheapest further authorisations that give a witness, or that leave nobody irreplaceable.
import type { StaffingProblem } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import { encode } from "./encode/encode.ts";
import { irreplaceable } from "./resilience.ts";
import { cdcl } from "./sat/cdcl.ts";
import { Cnf } from "./sat/cnf.ts";
import type { Sat } from "./sat/sat.ts";
import { without } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

/** An authorisation that could be given: the taker (an index into `takers`) on the slot. */
export interface Grant {
  readonly slot: number;
  readonly taker: number;
  /** Among equally few grants the least sum wins; whole, not negative. */
  readonly cost: number;
}
export interface Advice {
  readonly status: "found";
  /** Indices into the grants offered, ascending. */
  readonly grants: readonly number[];
  /** True where neither fewer nor, of as many, cheaper ones suffice. */
  readonly isProved: boolean;
}
export type AdviceAnswer =
  | Advice
  /** All that were offered together do not suffice. */
  | { readonly status: "impossible" }
  | { readonly status: "undecided" };

/** Grants that give a witness; none, where there is one already. */
export function adviseStaffing(
  problem: StaffingProblem,
  grants: readonly Grant[],
  budget: Budget,
  sat: Sat = cdcl,
): AdviceAnswer {
  return cheapest(problem, grants, [[]], budget, sat);
}

/** Grants with which nobody is irreplaceable: there is a witness without each one person. */
export function adviseResilience(
  problem: StaffingProblem,
  grants: readonly Grant[],
  budget: Budget,
  sat: Sat = cdcl,
): AdviceAnswer {
  // Who is irreplaceable with the grants found so far must be spared too: until nobody is.
  const absences: number[][] = [[]];
  for (;;) {
    const advice = share(budget, 0.5, (own) => cheapest(problem, grants, absences, own, sat));
    if (advice.status !== "found") return advice;
    const granted = withGrants(
      problem,
      advice.grants.map((it) => grants[it]!),
    );
    const answer = findWitness(granted, budget, sat);
    if (answer.status !== "staffed") return { status: "undecided" };
    const { people, isProved } = irreplaceable(granted, answer.witness, budget, sat);
    if (people.length === 0) return isProved ? advice : { status: "undecided" };
    absences.push(...people.map((it) => [it]));
  }
}

export function withGrants(problem: StaffingProblem, grants: readonly Grant[]): StaffingProblem {
  const allowed = problem.allowed.map((list) => new Set(list));
  for (const { slot, taker } of grants) allowed[slot]?.add(taker);
  return { ...problem, allowed: allowed.map((list) => [...list].sort((a, b) => a - b)) };
}

/** The fewest, then cheapest grants with which there is a witness for each of the absences. */
function cheapest(
  problem: StaffingProblem,
  grants: readonly Grant[],
  absences: readonly (readonly number[])[],
  budget: Budget,
  sat: Sat,
): AdviceAnswer {
  const costs = grants.map((it) => it.cost);
  const ask = (most: number, cost: number | null) => {
    const cnf = new Cnf();
    const isGiven = grants.map(() => cnf.variable());
    for (const absent of absences) addWitness(cnf, problem, grants, isGiven, absent);
    cnf.atMost(isGiven, most);
    if (cost !== null) cnf.atMostWeight(isGiven, costs, cost);
    const answer = sat.solve(cnf.formula(), budget);
    if (answer.status !== "satisfiable") return answer.status;
    return isGiven.flatMap((literal, at) => (answer.model[literal] === 1 ? [at] : []));
  };
  const all = ask(grants.length, null);
  if (all === "unsatisfiable") return { status: "impossible" };
  if (all === "undecided") return { status: "undecided" };
  let best = all;
  let isProved = true;
  for (let most = 0; most < all.length; most++) {
    const fewer = ask(most, null);
    if (fewer === "unsatisfiable") continue;
    if (fewer === "undecided") isProved = false;
    else best = fewer;
    break;
  }
  const sum = (list: readonly number[]): number => list.reduce((total, it) => total + costs[it]!, 0);
  while (isProved && sum(best) > 0) {
    const cheaper = ask(best.length, sum(best) - 1);
    if (cheaper === "unsatisfiable") break;
    if (cheaper === "undecided") isProved = false;
    else best = cheaper;
  }
  return { status: "found", grants: best, isProved };
}

/** One witness of the problem without the absent, which may use what is given. */
function addWitness(
  cnf: Cnf,
  problem: StaffingProblem,
  grants: readonly Grant[],
  isGiven: readonly number[],
  absent: readonly number[],
): void {
  const granted = without(withGrants(problem, grants), absent);
  const choices = encode(cnf, granted);
  for (const [slot, list] of granted.allowed.entries())
    for (const taker of list) {
      if (problem.allowed[slot]!.includes(taker)) continue;
      const given = grants.flatMap((it, at) =>
        it.slot === slot && it.taker === taker ? [isGiven[at]!] : [],
      );
      cnf.add(-choices.takersOf(slot).get(taker)!, ...given);
    }
}
