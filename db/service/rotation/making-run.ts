// Makes a plan off the service's main thread where there is a worker, else here in slices; a stop keeps the best so far.
import { Worker } from "node:worker_threads";
import type { Context, ProgressDetail } from "../../../shared/contract/call.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { ServiceDeps } from "../deps.ts";
import { type MadePlan, type MakingProgress, planMaking } from "./plan-making.ts";
import { type RelaxJob, type RelaxProgress, relaxMaking, type TriedWay } from "./relax-making.ts";
import type { PlanScene } from "./scene-problem.ts";
import type { SolveInput, SolveMessage } from "./solve-worker.ts";

/** How often a stop is looked for while the worker says nothing. */
const lookEveryMs = 50;
const stopped = () =>
  fault("refused", {
    zh: "已停止，还没有排出任何方案，没有写入任何内容。",
    en: "Stopped before any plan was found; nothing was written.",
  });

type Job = { kind: "plan"; scene: PlanScene } | ({ kind: "relax" } & RelaxJob);
type Outcome = Exclude<SolveMessage, { type: "progress" }>;

/** @throws FaultError refused: stopped before the first plan */
export async function madeFrom(deps: ServiceDeps, scene: PlanScene, context: Context): Promise<MadePlan> {
  const outcome = await outcomeOf(deps, { kind: "plan", scene }, context);
  if (outcome.type !== "done" || !outcome.made) throw stopped();
  return outcome.made;
}

/** A stop keeps the ways tried so far. */
export async function triedFrom(deps: ServiceDeps, job: RelaxJob, context: Context): Promise<TriedWay[]> {
  const outcome = await outcomeOf(deps, { kind: "relax", ...job }, context);
  return outcome.type === "tried" ? outcome.tried : [];
}

const outcomeOf = ({ solveEntry, breathe }: ServiceDeps, job: Job, context: Context): Promise<Outcome> =>
  solveEntry === null ? outcomeHere(breathe, job, context) : outcomeInWorker(solveEntry, job, context);

function outcomeInWorker(entry: string, job: Job, context: Context): Promise<Outcome> {
  const stop = new SharedArrayBuffer(4);
  const input: SolveInput = { ...job, stop };
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: input });
    const look = setInterval(() => {
      if (!context.signal.aborted) return;
      const flag = new Int32Array(stop);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    }, lookEveryMs);
    worker.on("message", (message: SolveMessage) => {
      if (message.type === "progress") report(context, message.progress);
      else resolve(message);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearInterval(look);
      // After `resolve` this changes nothing.
      reject(new Error(`the worker of the plan ended by itself (${code})`));
    });
  });
}

async function outcomeHere(breathe: ServiceDeps["breathe"], job: Job, context: Context): Promise<Outcome> {
  const isStopped = (): boolean => context.signal.aborted;
  const ended = async <P extends MakingProgress | RelaxProgress, R>(work: Generator<P, R>): Promise<R> => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      report(context, step.value);
      await breathe();
    }
  };
  return job.kind === "plan"
    ? { type: "done", made: await ended(planMaking(job.scene, isStopped)) }
    : { type: "tried", tried: await ended(relaxMaking(job, isStopped)) };
}

function report({ progress }: Context, far: MakingProgress | RelaxProgress): void {
  if ("tried" in far) {
    const number = far.tried + 1;
    progress({ zh: `正在试第 ${number} 种放宽`, en: `Trying relaxation ${number}` }, far.tried, null);
    return;
  }
  const { unitsUsed, units, best } = far;
  const detail = best && detailOf(best);
  if (detail) progress(labelOf(detail), unitsUsed, units, detail);
  else progress({ zh: "正在排轮岗方案", en: "Planning the rotation" }, unitsUsed, units);
}

const detailOf = ({
  arrivals,
  lowerBound,
  unfilled,
}: NonNullable<MakingProgress["best"]>): ProgressDetail => ({
  arrivals,
  lowerBound,
  gapPercent: lowerBound === 0 ? null : Math.round(((arrivals - lowerBound) / lowerBound) * 1000) / 10,
  unfilled,
});

function labelOf({ arrivals, lowerBound, gapPercent, unfilled }: ProgressDetail): Text {
  if (unfilled > 0)
    return {
      zh: `正在排轮岗方案：目前还有 ${unfilled} 处没有人接任`,
      en: `Planning the rotation: ${unfilled} place(s) still without anybody`,
    };
  const gap =
    gapPercent === null ? { zh: "", en: "" } : { zh: `，差 ${gapPercent}%`, en: `, gap ${gapPercent}%` };
  return {
    zh: `正在排轮岗方案：已有可行方案，${arrivals} 次到岗，下限 ${lowerBound}${gap.zh}`,
    en: `Planning the rotation: a valid plan with ${arrivals} arrival(s), at least ${lowerBound} needed${gap.en}`,
  };
}
