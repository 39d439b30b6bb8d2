// The worker of long plans: takes a job, says how far it is, posts what came of it; a raised flag ends it with what it has.
import { parentPort, workerData } from "node:worker_threads";
import { type MadePlan, type MakingProgress, planMaking } from "./plan-making.ts";
import { type RelaxJob, type RelaxProgress, relaxMaking, type TriedWay } from "./relax-making.ts";
import type { PlanScene } from "./scene-problem.ts";

export type SolveInput = ({ kind: "plan"; scene: PlanScene } | ({ kind: "relax" } & RelaxJob)) & {
  /** One 32-bit word, shared: 1 means stop. */
  stop: SharedArrayBuffer;
};
export type SolveMessage =
  | { type: "progress"; progress: MakingProgress | RelaxProgress }
  | { type: "done"; made: MadePlan | null }
  | { type: "tried"; tried: TriedWay[] };

function run(input: SolveInput, post: (message: SolveMessage) => void): void {
  const flag = new Int32Array(input.stop);
  const isStopped = (): boolean => Atomics.load(flag, 0) === 1;
  const ended = <P extends MakingProgress | RelaxProgress, R>(work: Generator<P, R>): R => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      post({ type: "progress", progress: step.value });
    }
  };
  if (input.kind === "plan") post({ type: "done", made: ended(planMaking(input.scene, isStopped)) });
  else post({ type: "tried", tried: ended(relaxMaking(input, isStopped)) });
}

const port = parentPort;
if (port) run(workerData as SolveInput, (message) => port.postMessage(message));
