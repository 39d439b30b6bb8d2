// HiGHS on one instance in a thread of its own: the least arrivals of the relaxation, or that a plan's number is the least.
import { parentPort, workerData } from "node:worker_threads";
import { linearModel } from "../../shared/rotation/relaxed/model.ts";
import type { ModelAnswer } from "../../shared/rotation/relaxed/solver.ts";
import { readInstance } from "./rotation-files.ts";
import { highsSolver } from "./rotation-highs.ts";

export interface HighsAnswer extends ModelAnswer {
  columns: number;
  rows: number;
  ms: number;
  /** Processor time of the solver alone: other work on the machine stretches it little. */
  cpuMs: number;
}
const { name, fewerThan, seconds } = workerData as {
  name: string;
  /** Ask only whether there is anything below this; null: for the least. */
  fewerThan: number | null;
  seconds: number;
};
const solve = await highsSolver();
const model = linearModel(readInstance(name), fewerThan === null ? {} : { fewerThan });
const started = performance.now();
const before = process.threadCpuUsage();
const answer = solve(model, seconds);
const { user, system } = process.threadCpuUsage(before);
parentPort?.postMessage({
  ...answer,
  columns: model.columns.length,
  rows: model.rows.length,
  ms: performance.now() - started,
  cpuMs: (user + system) / 1000,
});
