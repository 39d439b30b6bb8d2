// Runs a rotation search in a worker; a stop ends it and keeps the best plan so far.
import { Worker } from "node:worker_threads";
import type { Context } from "../../shared/contract/call.ts";
import { fault } from "../../shared/domain/fault.ts";
import type { RotationPlan, RotationProblem } from "../../shared/rotation/plan.ts";
import { solveRotation } from "../../shared/rotation/solve.ts";
import type { ServiceDeps } from "./deps.ts";
import type { SolveMessage } from "./solve-worker.ts";

const label = { zh: "正在排轮岗方案", en: "Planning the rotation" };
const stopped = () =>
  fault("refused", { zh: "已停止，还没有排出任何方案。", en: "Stopped before any plan was found." });

/** @throws FaultError refused: stopped before the first plan */
export function solve(deps: ServiceDeps, problem: RotationProblem, context: Context): Promise<RotationPlan> {
  return deps.solveEntry === null
    ? solveHere(deps, problem, context)
    : solveInWorker(deps.solveEntry, problem, context);
}

function solveInWorker(
  entry: string,
  problem: RotationProblem,
  { signal, progress }: Context,
): Promise<RotationPlan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: problem });
    let best: RotationPlan | null = null;
    worker.on("message", (message: SolveMessage) => {
      if (message.type === "done") return resolve(message.plan);
      best = message.better ?? best;
      progress(label, Math.min(message.unitsUsed, problem.units), problem.units);
      if (!signal.aborted) return;
      void worker.terminate();
      if (best) resolve(best);
      else reject(stopped());
    });
    worker.once("error", reject);
  });
}

async function solveHere(
  deps: ServiceDeps,
  problem: RotationProblem,
  { signal, progress }: Context,
): Promise<RotationPlan> {
  let best: RotationPlan | null = null;
  const search = solveRotation(problem);
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    best = step.value.better ?? best;
    progress(label, Math.min(step.value.unitsUsed, problem.units), problem.units);
    await deps.breathe();
    if (signal.aborted) {
      if (best) return best;
      throw stopped();
    }
  }
}
