// The worker of long solves: takes a rotation problem, posts better and better plans, then the last.
import { parentPort, workerData } from "node:worker_threads";
import type { RotationPlan, RotationProblem } from "../../shared/rotation/plan.ts";
import { solveRotation } from "../../shared/rotation/solve.ts";

export type SolveMessage =
  | { type: "progress"; unitsUsed: number; better: RotationPlan | null }
  | { type: "done"; plan: RotationPlan };

if (parentPort) {
  const search = solveRotation(workerData as RotationProblem);
  for (let step = search.next(); ; step = search.next()) {
    const message: SolveMessage = step.done
      ? { type: "done", plan: step.value }
      : { type: "progress", unitsUsed: step.value.unitsUsed, better: step.value.better };
    parentPort.postMessage(message);
    if (step.done) break;
  }
}
