// The fewest distinct people who act in one witness, proved by showing that one fewer has none; else the bounds.
import type { StaffingConstraint, StaffingProblem, Witness } from "../domain/staffing.ts";
import type { Budget } from "./budget.ts";
import type { Sat } from "./sat/sat.ts";
import { indices } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

export interface MinimumPeople {
  /** No witness has fewer. */
  readonly atLeast: number;
  /** The fewest that were found, with their witness; null: none was found within the budget. Proved where it equals `atLeast`. */
  readonly found: number | null;
  readonly witness: Witness | null;
}

/** Null: the problem is impossible. */
export function minimumPeople(problem: StaffingProblem, budget: Budget, sat?: Sat): MinimumPeople | null {
  const atLeast = problem.slots.length > 0 ? 1 : 0;
  const first = findWitness(problem, budget, sat);
  if (first.status === "impossible") return null;
  if (first.status === "undecided") return { atLeast, found: null, witness: null };
  let { witness } = first;
  for (;;) {
    const found = actorsOf(problem, witness);
    if (found <= atLeast) return { atLeast: found, found, witness };
    const fewer = findWitness(withAtMost(problem, found - 1), budget, sat);
    if (fewer.status === "impossible") return { atLeast: found, found, witness };
    if (fewer.status === "undecided") return { atLeast, found, witness };
    witness = fewer.witness;
  }
}

function actorsOf(problem: StaffingProblem, witness: Witness): number {
  return new Set(witness.map((taker) => problem.takers[taker]!.person)).size;
}

/** The problem with at most so many people in all. */
export function withAtMost(problem: StaffingProblem, most: number): StaffingProblem {
  const bound: StaffingConstraint = {
    type: "many",
    slots: indices(problem.slots),
    counted: problem.takers.map((it) => it.person),
    least: 0,
    most,
    isOdd: false,
    experts: null,
    source: "at most",
    weight: 0,
  };
  return { ...problem, constraints: [...problem.constraints, bound] };
}
