// The questions of one tier put to the solver, with a budget of work each: the same rows give the same answer everywhere.
import type { StaffingProblem, StaffingReason, Witness } from "../../../shared/domain/staffing.ts";
import type { Budget } from "../../../shared/staffing/budget.ts";
import { minimumPeople } from "../../../shared/staffing/minimum.ts";
import { findReason } from "../../../shared/staffing/reason.ts";
import { irreplaceable, irreplaceablePairs } from "../../../shared/staffing/resilience.ts";

export interface TierAnswer {
  readonly status: "staffed" | "impossible" | "undecided";
  /** With the fewest people that were found. */
  readonly witness: Witness | null;
  readonly reason: StaffingReason | null;
  readonly minimum: number | null;
  readonly minimumAtLeast: number | null;
  /** Indices into `people`; proved to be all where `isResilienceProved`. */
  readonly irreplaceable: readonly number[];
  readonly isResilienceProved: boolean;
}

/** Units of work a question: a million are some tens of milliseconds. */
const units = 20_000_000;
export const freshBudget = (): Budget => ({ left: units });

/** Whether it can be staffed and by how few, without what else an answer says: most of the work is in that. */
export function countTier(problem: StaffingProblem): Pick<TierAnswer, "status" | "minimum"> {
  const fewest = minimumPeople(problem, freshBudget());
  if (fewest === null) return { status: "impossible", minimum: null };
  return { status: fewest.witness === null ? "undecided" : "staffed", minimum: fewest.found };
}

export function answerTier(problem: StaffingProblem): TierAnswer {
  const fewest = minimumPeople(problem, freshBudget());
  const none = { irreplaceable: [], isResilienceProved: true };
  if (fewest === null)
    return {
      ...none,
      status: "impossible",
      witness: null,
      reason: findReason(problem, freshBudget()),
      minimum: null,
      minimumAtLeast: null,
    };
  const { witness, found, atLeast } = fewest;
  const counted = { witness, reason: null, minimum: found, minimumAtLeast: atLeast };
  if (witness === null) return { ...none, ...counted, status: "undecided", isResilienceProved: false };
  const { people, isProved } = irreplaceable(problem, witness, freshBudget());
  return { ...counted, status: "staffed", irreplaceable: people, isResilienceProved: isProved };
}

/** Pairs of people who are each replaceable; for a tier that can be staffed. */
export const pairsOf = (problem: StaffingProblem, { witness, irreplaceable: alone }: TierAnswer) =>
  witness === null
    ? { pairs: [], isProved: true }
    : irreplaceablePairs(problem, witness, alone, freshBudget());
