// Runs the planner over the public instances, HiGHS beside it where asked: `npm run -s bench -- rotation --set [--highs]`.
import { Worker } from "node:worker_threads";
import { instanceNames, type Known, readBest, readInstance, writeBest, writePlan } from "./rotation-files.ts";
import type { HighsAnswer } from "./rotation-highs-worker.ts";
import { gapPercent, type Run, rounded, run } from "./rotation-run.ts";

export interface SetOptions {
  /** Only instances whose name contains this. */
  only: string;
  budgetMs: number;
  /** Seconds for HiGHS on each instance that it can bear; null: without it. */
  highsSeconds: number | null;
  /** Keep what is better than before in best.json and plans/. */
  keep: boolean;
}
/** HiGHS is asked where there are at most so many posts × months. */
const bearable = 200 * 24;

export async function benchSet({ only, budgetMs, highsSeconds: seconds, keep }: SetOptions): Promise<void> {
  const best = readBest();
  const rows: Record<string, unknown>[] = [];
  for (const name of instanceNames().filter((it) => it.includes(only))) {
    const problem = readInstance(name);
    const made = run(problem, budgetMs);
    const size = problem.posts.length * problem.months;
    const answer = seconds !== null && size <= bearable ? await highsOn(name, seconds, openCost(made)) : null;
    const known = knownOf(made, answer, budgetMs);
    if (keep) {
      const kept = best[name];
      best[name] = kept ? merged(kept, known) : known;
      if (made.cost && (kept?.cost ?? Number.POSITIVE_INFINITY) > made.cost.arrivals)
        writePlan(name, made.plan);
      writeBest(best);
    }
    const row = {
      name,
      status: known.status,
      firstMs: rounded(made.firstMs),
      bound: made.lowerBound,
      cost: known.cost,
      gapPercent: gapPercent(made),
      optimal: known.isOptimal,
      best: best[name]?.cost ?? null,
      ...(seconds !== null
        ? {
            highs: answer?.status ?? "–",
            highsBound: answer?.bound ?? null,
            highsCpuMs: answer ? Math.round(answer.cpuMs) : null,
          }
        : {}),
    };
    rows.push(row);
    process.stderr.write(`${JSON.stringify(row)}\n`);
    if (made.bottleneck) process.stderr.write(`  ${made.bottleneck.sentence.en}\n`);
  }
  console.table(rows);
}

function knownOf(made: Run, answer: HighsAnswer | null, budgetMs: number): Known {
  const cost = made.cost?.arrivals ?? null;
  // Of a model that asks for fewer arrivals than a plan has, "infeasible" says that the plan is the best.
  const refuted = answer?.status === "infeasible";
  const bound = Math.max(made.lowerBound, answer?.bound ?? 0, cost !== null && refuted ? cost : 0);
  const isImpossible = made.status === "impossible" || (cost === null && refuted);
  const by = [`planner, ${budgetMs} ms`, ...(answer && answer.status !== "unknown" ? ["HiGHS"] : [])];
  return {
    status: isImpossible ? "impossible" : made.status,
    cost,
    bound,
    isOptimal: cost !== null && cost <= bound,
    by: by.join("; "),
    reason: made.bottleneck?.sentence.en ?? (isImpossible ? "the relaxation has no solution (HiGHS)" : null),
  };
}

/** The better plan and the better bound; a proof of impossibility stays. */
function merged(a: Known, b: Known): Known {
  if (a.status === "impossible" || b.status === "impossible") return a.status === "impossible" ? a : b;
  const better = (b.cost ?? Number.POSITIVE_INFINITY) < (a.cost ?? Number.POSITIVE_INFINITY) ? b : a;
  const bound = Math.max(a.bound, b.bound);
  return { ...better, bound, isOptimal: better.cost !== null && better.cost <= bound };
}

/** Where the planner's own bound does not reach its plan: whether there is anything below the plan is what is asked. */
const openCost = ({ cost, lowerBound }: Run): number | null =>
  cost !== null && cost.arrivals > lowerBound ? cost.arrivals : null;

const highsOn = (name: string, seconds: number, fewerThan: number | null): Promise<HighsAnswer> =>
  new Promise((resolve, reject) => {
    const workerData = { name, fewerThan, seconds };
    const worker = new Worker(new URL("./rotation-highs-worker.ts", import.meta.url), { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
