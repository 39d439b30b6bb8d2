// Runs the planner over the public instances, HiGHS beside it where asked: `npm run -s bench -- rotation --set [--highs]`.
import { Worker } from "node:worker_threads";
import { judge } from "../../shared/rotation/cost.ts";
import type { RotationPlan, RotationProblem } from "../../shared/rotation/plan.ts";
import { instanceNames, type Known, readBest, readInstance, writeBest, writePlan } from "./rotation-files.ts";
import type { HighsAnswer, HighsTask } from "./rotation-highs-worker.ts";
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
  let best = readBest();
  const rows: Record<string, unknown>[] = [];
  for (const name of instanceNames().filter((it) => it.includes(only))) {
    const problem = readInstance(name);
    const made = run(problem, budgetMs);
    const size = problem.posts.length * problem.months;
    const answer = seconds !== null && size <= bearable ? await highsOn(taskFor(name, made, seconds)) : null;
    const known = knownOf(problem, made, answer, budgetMs);
    if (keep) {
      // Read again: another run may have written in between.
      best = readBest();
      const kept = best[name];
      best[name] = kept ? merged(kept, known) : known;
      if (known.cost !== null && (kept?.cost ?? Number.POSITIVE_INFINITY) > known.cost)
        writePlan(name, bestMoves(made, known.cost === made.cost?.arrivals ? null : answer));
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
            highsAsked: answer?.asked ?? null,
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

function knownOf(problem: RotationProblem, made: Run, answer: HighsAnswer | null, budgetMs: number): Known {
  const own = made.cost?.arrivals ?? null;
  const other = answer?.moves ? judge(problem, answer.moves).cost.arrivals : null;
  const cost = other !== null && (own === null || other < own) ? other : own;
  // Of a model that asks for fewer arrivals than a plan has, "infeasible" says that the plan is the best.
  const refuted = answer?.status === "infeasible";
  const bound = Math.max(made.lowerBound, answer?.bound ?? 0, own !== null && refuted ? own : 0);
  const isImpossible = made.status === "impossible" || (cost === null && refuted);
  const proof = bound > made.lowerBound || (cost === null && refuted) ? ["bound: HiGHS"] : [];
  const by = [cost === own ? `planner, ${budgetMs} ms` : "HiGHS, carried out", ...proof];
  return {
    status: isImpossible ? "impossible" : cost === null ? made.status : "planned",
    cost,
    bound,
    isOptimal: cost !== null && cost <= bound,
    by: by.join("; "),
    reason:
      cost === null
        ? isImpossible && made.status !== "impossible"
          ? "the relaxation has no solution (HiGHS)"
          : (made.bottleneck?.sentence.en ?? null)
        : null,
  };
}

/** What the solver's carried-out solution is for, it is better than the planner's plan. */
const bestMoves = (made: Run, answer: HighsAnswer | null): Pick<RotationPlan, "moves" | "leaves"> =>
  answer?.moves
    ? { moves: answer.moves.map((it) => ({ ...it, chain: 0 })), leaves: [] }
    : { moves: made.plan?.moves ?? [], leaves: made.plan?.leaves ?? [] };

/** The better plan and the better bound; a proof of impossibility stays. */
function merged(a: Known, b: Known): Known {
  if (a.status === "impossible" || b.status === "impossible") return a.status === "impossible" ? a : b;
  const better = (b.cost ?? Number.POSITIVE_INFINITY) < (a.cost ?? Number.POSITIVE_INFINITY) ? b : a;
  const bound = Math.max(a.bound, b.bound);
  return { ...better, bound, isOptimal: better.cost !== null && better.cost <= bound };
}

/** Where the planner's plan is at its bound, or counting refutes, HiGHS stands beside it; else it is asked to decide. */
function taskFor(name: string, { cost, lowerBound, status }: Run, seconds: number): HighsTask {
  const isDecided = status === "impossible" || (cost !== null && cost.arrivals <= lowerBound);
  const fewerThan = cost !== null && cost.arrivals > lowerBound ? cost.arrivals : null;
  return { name, fewerThan, seconds, tries: isDecided ? 1 : 12 };
}

const highsOn = (workerData: HighsTask): Promise<HighsAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./rotation-highs-worker.ts", import.meta.url), { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
