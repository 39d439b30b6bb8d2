// A fresh thread for one run, so that its code is as cold as the planner's worker in the program is.
import { parentPort, workerData } from "node:worker_threads";
import { type InstanceSize, rotationInstance } from "./rotation-instance.ts";
import { run } from "./rotation-run.ts";

export interface Task {
  size: InstanceSize;
  budgetMs: number;
}
const { size, budgetMs } = workerData as Task;
parentPort?.postMessage(run(rotationInstance(size).problem, budgetMs));
