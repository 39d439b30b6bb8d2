// One run of the planner against the clock: only the planner's own time counts, the validator works off the clock.
import { findBottleneck } from "../../shared/rotation/bottleneck.ts";
import type { Bottleneck, PlanCost, RotationPlan, RotationProblem } from "../../shared/rotation/plan.ts";
import { solveRotation } from "../../shared/rotation/solve.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";

export interface Run {
  status: RotationPlan["status"];
  valid: boolean;
  breaches: number;
  /** Planner's time from the plain problem to its first plan that the validator accepts; null: none. */
  firstMs: number | null;
  /** Time of the whole run, the last roll included. */
  ranMs: number;
  /** What the validator took for the best plan. */
  validateMs: number;
  lowerBound: number;
  /** Null: no plan that the validator accepts. */
  cost: PlanCost | null;
  rolls: number;
  /** Why there is no plan, where none was found. */
  bottleneck: Bottleneck | null;
  /** Null: the first roll was not over. */
  plan: RotationPlan | null;
}

/** Stops asking after `budgetMs` of planning, looked at between rolls. */
export function run(problem: RotationProblem, budgetMs: number): Run {
  let planning = 0;
  let firstMs: number | null = null;
  let rolls = 0;
  let best: RotationPlan | null = null;
  let ended: RotationPlan | null = null;
  // The clock ends the run, not the units.
  const search = solveRotation({ ...problem, units: Number.MAX_SAFE_INTEGER });
  for (;;) {
    const asked = performance.now();
    const step = search.next();
    planning += performance.now() - asked;
    if (step.done) {
      ended = step.value;
      break;
    }
    rolls = step.value.rolls;
    if (step.value.better) {
      best = step.value.better;
      if (firstMs === null && isValid(problem, best)) firstMs = planning;
    }
    if (planning >= budgetMs) break;
  }
  const plan = ended ?? best;
  const asked = performance.now();
  const breaches = plan ? validatePlan(problem, plan).length : 0;
  const validateMs = performance.now() - asked;
  const valid = plan?.status === "planned" && breaches === 0;
  // Stopped before its end, the search has not said why nothing fits.
  const bottleneck =
    plan?.status === "planned"
      ? null
      : (plan?.bottleneck ?? findBottleneck(problem, plan?.cannotRotate.map((it) => it.postId) ?? []));
  return {
    status: bottleneck?.isProof ? "impossible" : (plan?.status ?? "undecided"),
    valid,
    breaches,
    firstMs,
    ranMs: planning,
    validateMs,
    lowerBound: plan?.lowerBound ?? 0,
    cost: valid ? (plan?.cost ?? null) : null,
    rolls,
    bottleneck,
    plan,
  };
}

const isValid = (problem: RotationProblem, plan: RotationPlan): boolean =>
  plan.status === "planned" && validatePlan(problem, plan).length === 0;

/** Percent above the bound, to a hundredth; null: no plan, or nothing to move. */
export const gapPercent = (run: Run): number | null =>
  run.cost === null || run.lowerBound === 0
    ? null
    : Math.round((run.cost.arrivals / run.lowerBound - 1) * 10_000) / 100;
export const rounded = (ms: number | null): number | null => (ms === null ? null : Math.round(ms * 10) / 10);
