// Measures the planner on a seeded instance: time to the first valid plan, and its distance from the lower bound.
import { parseArgs } from "node:util";
import type { RotationPlan } from "../../shared/rotation/plan.ts";
import { solveRotation } from "../../shared/rotation/solve.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";
import { rotationInstance } from "./rotation-instance.ts";

/** `--posts N --months N [--seed N] [--budget MS] [--key PERMILLE] [--reserve PERMILLE] [--backlog] [--json]` */
export function benchRotation(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      posts: { type: "string", default: "500" },
      months: { type: "string", default: "36" },
      seed: { type: "string", default: "1" },
      budget: { type: "string", default: "1500" },
      key: { type: "string", default: "600" },
      reserve: { type: "string", default: "60" },
      backlog: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const posts = Number(values.posts);
  const months = Number(values.months);
  const budgetMs = Number(values.budget);
  const { problem } = rotationInstance({
    posts,
    months,
    seed: Number(values.seed),
    keyPermille: Number(values.key),
    reservePermille: Number(values.reserve),
    hasBacklog: values.backlog,
  });

  const started = performance.now();
  let firstValidMs: number | null = null;
  let best: RotationPlan | null = null;
  let rolls = 0;
  for (const progress of solveRotation(problem)) {
    rolls = progress.rolls;
    if (progress.better) {
      best = progress.better;
      const isValid = best.status === "planned" && validatePlan(problem, best).length === 0;
      if (isValid && firstValidMs === null) firstValidMs = performance.now() - started;
    }
    if (performance.now() - started >= budgetMs) break;
  }
  const breaches = best ? validatePlan(problem, best) : [];
  const valid = best !== null && best.status === "planned" && breaches.length === 0;
  const cost = best?.cost.arrivals ?? null;
  const lowerBound = best?.lowerBound ?? 0;
  const result = {
    posts,
    months,
    valid,
    firstValidMs: firstValidMs === null ? null : Math.round(firstValidMs * 10) / 10,
    lowerBound,
    cost,
    gapPercent: cost === null || lowerBound === 0 ? null : Math.round((cost / lowerBound - 1) * 10_000) / 100,
    budgetMs,
  };
  process.stderr.write(
    `${rolls} rolls, ${best?.unitsUsed ?? 0} units, ${JSON.stringify(best?.cost)}, breaches ${breaches.length}, unavoidable overdue ${best?.unavoidableOverdueDays.length ?? 0}\n`,
  );
  for (const breach of breaches.slice(0, 5))
    process.stderr.write(`${breach.constraint}: ${breach.sentence.en}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(result);
}
