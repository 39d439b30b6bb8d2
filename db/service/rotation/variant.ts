// Keeps moves drawn by hand as a plan of its own, judged and explained like one that the planner found.
import type { Context } from "../../../shared/contract/call.ts";
import type { BareMove, Plan, Wishes } from "../../../shared/contract/plan.ts";
import { fault } from "../../../shared/domain/fault.ts";
import { numberChains } from "../../../shared/rotation/chains.ts";
import { judge } from "../../../shared/rotation/cost.ts";
import { explainPlan } from "../../../shared/rotation/explain.ts";
import type { PlannedLeave, RotationPlan, RotationProblem } from "../../../shared/rotation/plan.ts";
import { boardOf } from "../../../shared/rotation/search/board.ts";
import { lowerBoundOf } from "../../../shared/rotation/search/bound.ts";
import { stripOf } from "../../../shared/rotation/strip.ts";
import type { Desk } from "../desk.ts";
import { breachesOf, leavesOf, problemOfPlan } from "./judged.ts";
import type { MadePlan } from "./plan-making.ts";
import { planRecord } from "./plan-record.ts";
import { keepPlan, nameOf } from "./plan-run.ts";
import { planOf } from "./stored-plans.ts";

/** @throws FaultError refused: read-only; missing: no such plan */
export function keepVariant(
  desk: Desk,
  input: { planId: string; moves: BareMove[]; wishes: Wishes },
  context: Context,
): Plan {
  const { readOnly } = desk.store();
  if (readOnly) throw fault("refused", readOnly);
  const base = planOf(desk, input.planId);
  const problem = problemOfPlan(desk, base, input.wishes);
  const made = madeByHand(problem, input.moves, leavesOf(base, problem));
  return keepPlan(
    desk,
    context,
    planRecord(desk.world(), made, {
      name: nameOf(desk, "variant", problem.today, problem.months),
      madeAt: desk.deps.now(),
      from: problem.today,
      until: problem.until,
      months: problem.months,
      wishes: input.wishes,
      basePlanId: base.id,
      surprises: base.surprises,
      isReplan: false,
      isByHand: true,
      headSeq: desk.head().seq,
    }),
  );
}

/** Planned only where the validator finds nothing; else undecided, with what it found. */
function madeByHand(problem: RotationProblem, drawn: readonly BareMove[], leaves: PlannedLeave[]): MadePlan {
  const unmet = problem.leaves.filter(({ id }) => !leaves.some(({ demandId }) => demandId === id));
  const moves = numberChains(problem, drawn);
  const breaches = breachesOf(problem, moves, leaves);
  const { cost, overdue, vacant } = judge(problem, moves);
  const plan: RotationPlan = {
    status: breaches.length === 0 ? "planned" : "undecided",
    moves,
    leaves,
    unmetLeaveIds: unmet.map(({ id }) => id),
    changeDays: problem.changeDays,
    cost,
    lowerBound: lowerBoundOf(boardOf(problem)),
    unitsUsed: 0,
    seed: problem.seed,
    unavoidableOverdueDays: overdue.filter(({ why }) => why !== "nobody"),
    unavoidableVacantDays: vacant.filter(({ why }) => why !== "nobody"),
    cannotRotate: [...overdue, ...vacant].filter(({ why }) => why === "nobody"),
    bottleneck: null,
    notApplied: problem.notApplied,
  };
  return {
    plan,
    breaches,
    reasons: explainPlan(problem, plan),
    strip: stripOf(problem, moves, breaches),
    unmet,
  };
}
