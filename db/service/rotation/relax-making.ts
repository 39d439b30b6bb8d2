// Tries what would mend a plan that leaves something unfilled: each relaxed problem planned and judged; the same in a worker and here.
import type { Text } from "../../../shared/domain/text.ts";
import { explainPlan } from "../../../shared/rotation/explain.ts";
import type { RotationPlan, RotationProblem } from "../../../shared/rotation/plan.ts";
import { type Relaxation, relaxedProblems } from "../../../shared/rotation/relaxations.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { stripOf } from "../../../shared/rotation/strip.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import type { MadePlan } from "./plan-making.ts";
import { type PlanScene, problemOf } from "./scene-problem.ts";

export interface RelaxJob {
  scene: PlanScene;
  /** Where the plan found nobody. */
  cannotRotate: RotationPlan["cannotRotate"];
}
export interface TriedWay {
  type: Relaxation["type"];
  sentence: Text;
  postId: string | null;
  personId: string | null;
  /** Judged by the relaxed problem; its breaches are those that remain without the relaxation. */
  made: MadePlan;
}
export interface RelaxProgress {
  /** Ways tried so far. */
  tried: number;
}

/** Ways tried at most, and the share of the plan's own work units that each may take. */
const triesAtMost = 12;
const shareOfUnits = 24;
const leastUnits = 20_000;

/** A stop keeps the ways tried so far. */
export function* relaxMaking(
  { scene, cannotRotate }: RelaxJob,
  isStopped: () => boolean,
): Generator<RelaxProgress, TriedWay[]> {
  const problem = problemOf(scene);
  const units = Math.max(leastUnits, Math.floor(problem.units / shareOfUnits));
  const tried: TriedWay[] = [];
  for (const { problem: relaxed, ...way } of relaxedProblems(problem, { cannotRotate })) {
    if (tried.length === triesAtMost) break;
    let plan: RotationPlan | null = null;
    const search = solveRotation({ ...relaxed, units });
    while (!plan) {
      const step = search.next();
      if (step.done) plan = step.value;
      else yield { tried: tried.length };
      if (isStopped()) return tried;
    }
    tried.push({ ...way, made: judgedBy(problem, relaxed, plan) });
  }
  return tried;
}

function judgedBy(problem: RotationProblem, relaxed: RotationProblem, plan: RotationPlan): MadePlan {
  const isFaulty = plan.status === "planned" && validatePlan(relaxed, plan).length > 0;
  const found: RotationPlan = isFaulty ? { ...plan, status: "undecided" } : plan;
  const breaches = validatePlan(problem, found);
  return {
    plan: found,
    breaches,
    reasons: explainPlan(relaxed, found),
    strip: stripOf(problem, found.moves, breaches),
    unmet: problem.leaves.filter(({ id }) => found.unmetLeaveIds.includes(id)),
  };
}
