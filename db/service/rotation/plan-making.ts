// Makes a plan from a scene: problem, search, independent validation, reasons; the same in a worker and here.
import type { Breach } from "../../../shared/rotation/constraints/breach.ts";
import { explainPlan, type MoveReason } from "../../../shared/rotation/explain.ts";
import type { LeaveDemand, RotationPlan } from "../../../shared/rotation/plan.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { type PlanMonth, stripOf } from "../../../shared/rotation/strip.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { type PlanScene, problemOf } from "./scene-problem.ts";

export interface MadePlan {
  plan: RotationPlan;
  breaches: Breach[];
  reasons: MoveReason[];
  strip: PlanMonth[];
  unmet: LeaveDemand[];
}
export interface MakingProgress {
  unitsUsed: number;
  units: number;
  /** The best so far; null: none yet. */
  best: { arrivals: number; lowerBound: number; unfilled: number } | null;
}

/** Null: asked to stop before any plan was found; else the best plan of all that the search came to. */
export function* planMaking(
  scene: PlanScene,
  isStopped: () => boolean,
): Generator<MakingProgress, MadePlan | null> {
  const problem = problemOf(scene);
  let best: RotationPlan | null = null;
  let plan: RotationPlan | null = null;
  const search = solveRotation(problem);
  while (!plan) {
    const step = search.next();
    // A search that ran to its end is made again by its budget; one that was stopped, by what it had used.
    if (step.done) plan = { ...step.value, unitsUsed: problem.units };
    else {
      const { unitsUsed, better } = step.value;
      best = better ?? best;
      yield {
        unitsUsed: Math.min(unitsUsed, problem.units),
        units: problem.units,
        best: best && {
          arrivals: best.cost.arrivals,
          lowerBound: best.lowerBound,
          unfilled: best.cost.unfilled,
        },
      };
      if (!isStopped()) continue;
      if (!best) return null;
      plan = { ...best, unitsUsed };
    }
  }
  const breaches = validatePlan(problem, plan);
  // What the validator finds fault with is offered to nobody as a plan, whatever the search believed.
  const isFaulty = plan.status === "planned" && breaches.length > 0;
  const found: RotationPlan = isFaulty ? { ...plan, status: "undecided" } : plan;
  return {
    plan: found,
    breaches,
    reasons: explainPlan(problem, found),
    strip: stripOf(problem, found.moves, breaches),
    unmet: problem.leaves.filter(({ id }) => found.unmetLeaveIds.includes(id)),
  };
}
