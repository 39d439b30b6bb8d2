// The sample can be planned on whatever day it is opened: plans of its first rolls keep the validator content.
import { describe, expect, it } from "vitest";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import { openWork } from "../../../db/service/open-work.ts";
import type { RotationPlan } from "../../../shared/rotation/plan.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { sampleWorld } from "../../builders/sample-world.ts";

/** Each roll has another slack; what the search gains later costs time and proves nothing more here. */
const rolls = 6;

describe("the city sample of a day", () => {
  // A new year, a month's end, a leap day: on each an earlier planner left a seat overdue or a matter unstaffed.
  for (const today of ["2027-01-01", "2027-05-31", "2028-02-29"])
    it(`is planned for two years from ${today}, and no better plan breaks a constraint`, () => {
      const world = sampleWorld(generateUnit({ ...defaultSample, endsOn: today }));
      const problem = rotationProblem(world, {
        today,
        months: 24,
        seed: 1,
        rules: starterRules,
        casesOpen: openWork(world, today),
      });
      const better: RotationPlan[] = [];
      const search = solveRotation(problem);
      for (let roll = 0; roll < rolls; roll += 1) {
        const step = search.next();
        if (step.done) break;
        if (step.value.better) better.push(step.value.better);
      }
      const planned = better.filter(({ status }) => status === "planned");
      expect(planned).not.toEqual([]);
      expect(planned.flatMap((plan) => validatePlan(problem, plan))).toEqual([]);
    });
});
