// HiGHS on one instance in a thread of its own: the least arrivals of the relaxation, and its solution carried out where a plan is still sought.
import { parentPort, workerData } from "node:worker_threads";
import { type Decided, decide } from "./rotation-exact/exact.ts";
import { readInstance } from "./rotation-files.ts";
import { highsSolver } from "./rotation-highs.ts";

export interface HighsTask {
  name: string;
  /** Ask only for plans with fewer arrivals than this; null: for the least. */
  fewerThan: number | null;
  /** A question. */
  seconds: number;
  /** How often the solver may be asked until its solution can be carried out; 1: the bound is enough. */
  tries: number;
}
export interface HighsAnswer extends Decided {
  ms: number;
  /** Processor time of the thread: other work on the machine stretches it little. */
  cpuMs: number;
}
const { name, fewerThan, seconds, tries } = workerData as HighsTask;
const solve = await highsSolver();
const problem = readInstance(name);
const started = performance.now();
const before = process.threadCpuUsage();
const decided = decide(problem, solve, seconds, { tries, ...(fewerThan === null ? {} : { fewerThan }) });
const { user, system } = process.threadCpuUsage(before);
parentPort?.postMessage({
  ...decided,
  ms: performance.now() - started,
  cpuMs: (user + system) / 1000,
});
