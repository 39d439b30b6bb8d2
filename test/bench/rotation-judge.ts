// Judges a plan for an instance by the validator alone: `npm run -s bench -- rotation --validate FILE PLAN`.

import { judge } from "../../shared/rotation/cost.ts";
import type { RotationProblem } from "../../shared/rotation/plan.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";
import { readJson, readPlan } from "./rotation-files.ts";

/** Prints one line of JSON; the exit code is 1 unless the plan is valid. */
export function judgeFile(file: string, planFile: string | undefined): void {
  if (planFile === undefined) throw new Error("rotation --validate FILE PLAN");
  const problem = readJson(file) as RotationProblem;
  const { moves } = readPlan(planFile);
  const breaches = validatePlan(problem, { moves });
  const { cost } = judge(problem, moves);
  process.stdout.write(
    `${JSON.stringify({ valid: breaches.length === 0, cost, breaches: breaches.map((it) => it.sentence.en) })}\n`,
  );
  if (breaches.length > 0) process.exitCode = 1;
}
