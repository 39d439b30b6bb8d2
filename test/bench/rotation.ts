// Measures the rotation planner: one seeded office, the public set of instances, or the validator on a plan of yours.
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { families, isFamily } from "./rotation-families.ts";
import type { InstanceSize } from "./rotation-instance.ts";
import { judgeFile } from "./rotation-judge.ts";
import { gapPercent, type Run, rounded } from "./rotation-run.ts";
import { benchSet } from "./rotation-set.ts";
import type { Task } from "./rotation-worker.ts";
import { writeSet } from "./rotation-write.ts";

/**
 * `--posts N --months N [--seed N] [--budget MS] [--family NAME] [--matters N] [--key PERMILLE] [--reserve PERMILLE]
 * [--backlog] [--json]` · `--set [--only TEXT] [--highs] [--seconds N] [--keep]` · `--validate FILE PLAN` · `--write-set`
 */
export async function benchRotation(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      posts: { type: "string", default: "500" },
      months: { type: "string", default: "36" },
      seed: { type: "string", default: "1" },
      budget: { type: "string", default: "1500" },
      family: { type: "string", default: "plain" },
      matters: { type: "string", default: "20" },
      key: { type: "string" },
      reserve: { type: "string" },
      backlog: { type: "boolean" },
      json: { type: "boolean", default: false },
      highs: { type: "boolean", default: false },
      seconds: { type: "string", default: "120" },
      set: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      keep: { type: "boolean", default: false },
      validate: { type: "string" },
      "write-set": { type: "boolean", default: false },
    },
  });
  const budgetMs = Number(values.budget);
  if (values.validate !== undefined) return judgeFile(values.validate, positionals[0]);
  if (values["write-set"]) return writeSet();
  if (values.set) {
    return await benchSet({
      only: values.only,
      budgetMs,
      highsSeconds: values.highs ? Number(values.seconds) : null,
      keep: values.keep,
    });
  }
  if (!isFamily(values.family)) throw new Error(`families: ${Object.keys(families).join(", ")}`);
  const size: InstanceSize = {
    ...families[values.family],
    posts: Number(values.posts),
    months: Number(values.months),
    seed: Number(values.seed),
    matters: Number(values.matters),
    ...(values.key === undefined ? {} : { keyPermille: Number(values.key) }),
    ...(values.reserve === undefined ? {} : { reservePermille: Number(values.reserve) }),
    ...(values.backlog === undefined ? {} : { hasBacklog: values.backlog }),
  };
  await one(size, budgetMs, values.json);
}

/** Each run in a thread of its own; the memory is that of the whole process after the run with staffability. */
async function one(size: InstanceSize, budgetMs: number, isJson: boolean): Promise<void> {
  const staffed = await apart({ size, budgetMs });
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const bare = await apart({ size: { ...size, matters: 0 }, budgetMs });
  const result = {
    posts: size.posts,
    months: size.months,
    valid: staffed.valid,
    firstValidMs: rounded(bare.firstMs),
    lowerBound: staffed.lowerBound,
    cost: staffed.cost?.arrivals ?? null,
    gapPercent: gapPercent(staffed),
    budgetMs,
    peakMb,
    firstStaffableMs: rounded(staffed.firstMs),
    status: staffed.status,
    ...laterObjectives(staffed),
  };
  process.stderr.write(
    `${staffed.rolls} rolls in ${rounded(staffed.ranMs)} ms (without matters ${bare.rolls} in ${rounded(bare.ranMs)}), ` +
      `breaches ${staffed.breaches}, validator ${rounded(staffed.validateMs)} ms\n`,
  );
  if (staffed.bottleneck) process.stderr.write(`${staffed.bottleneck.sentence.en}\n`);
  if (isJson) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(result);
}

const laterObjectives = ({ cost }: Run) => ({
  people: cost?.people ?? null,
  withoutOverlap: cost?.withoutOverlap ?? null,
  riskDays: cost?.riskDays ?? null,
  levelFalls: cost?.levelFalls ?? null,
  siteChanges: cost?.siteChanges ?? null,
  unevenness: cost?.unevenness ?? null,
  longestWait: cost?.longestWait ?? null,
});

const apart = (task: Task): Promise<Run> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./rotation-worker.ts", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
