// After what is done already: can the rest be staffed, and who may take each slot that is left so that it still can.
import type { StaffingAnswer, StaffingProblem, Witness } from "../domain/staffing.ts";
import { type Budget, share } from "./budget.ts";
import type { Sat } from "./sat/sat.ts";
import { indices } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

export interface SlotOptions {
  readonly slot: number;
  /** Takers with whom a witness is left, ascending. */
  readonly takers: readonly number[];
  /** Takers of whom it was not decided within the budget. */
  readonly undecided: readonly number[];
}
export interface LookAhead {
  readonly answer: StaffingAnswer;
  /** The slots that are left, in path order; empty lists where the answer is not "staffed". */
  readonly options: readonly SlotOptions[];
}

/** The problem with these slots (slot → taker, allowed today or not) fixed; its reason is `findReason` of this. */
export function withTaken(problem: StaffingProblem, taken: ReadonlyMap<number, number>): StaffingProblem {
  return {
    ...problem,
    allowed: problem.allowed.map((list, slot) => {
      const taker = taken.get(slot);
      return taker === undefined ? list : [taker];
    }),
  };
}

export function lookAhead(
  problem: StaffingProblem,
  taken: ReadonlyMap<number, number>,
  budget: Budget,
  sat?: Sat,
): LookAhead {
  const fixed = withTaken(problem, taken);
  const left = indices(problem.slots).filter((slot) => !taken.has(slot));
  const answer = findWitness(fixed, budget, sat);
  if (answer.status !== "staffed")
    return { answer, options: left.map((slot) => ({ slot, takers: [], undecided: [] })) };
  const fits = new Map(left.map((slot) => [slot, new Set<number>()]));
  const note = (witness: Witness): void => {
    for (const [slot, takers] of fits) takers.add(witness[slot]!);
  };
  note(answer.witness);
  const options = left.map((slot): SlotOptions => {
    const undecided: number[] = [];
    for (const taker of fixed.allowed[slot]!) {
      if (fits.get(slot)?.has(taker)) continue;
      const own = share(budget, 0.05, (part) =>
        findWitness(withTaken(fixed, new Map([[slot, taker]])), part, sat),
      );
      if (own.status === "staffed") note(own.witness);
      if (own.status === "undecided") undecided.push(taker);
    }
    return { slot, takers: [...(fits.get(slot) ?? [])].sort((a, b) => a - b), undecided };
  });
  return { answer, options };
}
