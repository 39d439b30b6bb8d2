// The solver that a fire drill asks: a part of a case's acts, by the same search as every other question.
import type { StaffingProblem, Witness } from "../domain/staffing.ts";
import { evaluate } from "./evaluate.ts";
import { findReason } from "./reason.ts";
import { indices, subproblem } from "./subproblem.ts";
import { findWitness } from "./witness.ts";

const first = (problem: StaffingProblem, count: number): StaffingProblem =>
  subproblem(problem, indices(problem.slots).slice(0, count), indices(problem.constraints));

/** `work`: what one question may spend. */
export const drillSolver = (work: number) => ({
  isStaffable(problem: StaffingProblem, count: number): boolean | null {
    const { status } = findWitness(first(problem, count), { left: work });
    return status === "undecided" ? null : status === "staffed";
  },
  broken: (problem: StaffingProblem, witness: Witness): readonly number[] =>
    evaluate(problem, witness).broken,
  reason: (problem: StaffingProblem, count: number): readonly number[] =>
    findReason(first(problem, count), { left: work }).constraints,
});
