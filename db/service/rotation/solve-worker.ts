// The worker of long plans: takes a scene, says how far it is, posts the plan; a raised flag ends it with the best so far.
import { parentPort, workerData } from "node:worker_threads";
import { type MadePlan, type MakingProgress, planMaking } from "./plan-making.ts";
import type { PlanScene } from "./scene-problem.ts";

export interface SolveInput {
  scene: PlanScene;
  /** One 32-bit word, shared: 1 means stop. */
  stop: SharedArrayBuffer;
}
export type SolveMessage =
  | { type: "progress"; progress: MakingProgress }
  | { type: "done"; made: MadePlan | null };

if (parentPort) {
  const { scene, stop } = workerData as SolveInput;
  const flag = new Int32Array(stop);
  const making = planMaking(scene, () => Atomics.load(flag, 0) === 1);
  for (let step = making.next(); ; step = making.next()) {
    const message: SolveMessage = step.done
      ? { type: "done", made: step.value }
      : { type: "progress", progress: step.value };
    parentPort.postMessage(message);
    if (step.done) break;
  }
}
