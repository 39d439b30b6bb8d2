// What the relaxation refutes has no valid plan, and no valid plan has fewer arrivals than its optimum (HiGHS).
import { describe, expect, test } from "vitest";
import { findBottleneck } from "../../../shared/rotation/bottleneck.ts";
import { withHandBy } from "../../../shared/rotation/hand-by.ts";
import type { RotationPlan, RotationProblem } from "../../../shared/rotation/plan.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { workdayLineOf } from "../../../shared/rotation/workday-line.ts";
import { linearModel } from "../../bench/rotation-exact/model.ts";
import { highsSolver } from "../../bench/rotation-highs.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";

const sizes = [
  { keyPosts: 3, ordinaryPosts: 2, reserve: 1, months: 12 },
  { keyPosts: 5, ordinaryPosts: 3, reserve: 2, months: 18 },
];
const withOverlap = (problem: RotationProblem, overlapDays: number): RotationProblem => {
  const posts = problem.posts.map((post) => ({ ...post, overlapDays: post.isKey ? overlapDays : 0 }));
  return { ...problem, posts: withHandBy({ ...problem, posts, line: workdayLineOf(problem) }) };
};
const isValid = (problem: RotationProblem, plan: RotationPlan): boolean =>
  plan.status === "planned" && validatePlan(problem, plan).length === 0;

describe.each(sizes)("$keyPosts key posts, $months months", (size) => {
  test.each([0, 5])(
    "overlap of %i working days: what is proved holds of every plan found",
    async (overlap) => {
      const solve = await highsSolver();
      const seen = { planned: 0, refuted: 0, tight: 0 };
      for (let seed = 1; seed <= 10; seed++) {
        const problem = withOverlap(smallOffice(seed, size).problem, overlap);
        const plan = solveToEnd({ ...problem, units: 3_000 });
        const valid = isValid(problem, plan);
        const proof = findBottleneck(problem, []);
        const answer = solve(linearModel(problem), 20);
        expect(answer.status, `seed ${seed}`).not.toBe("unknown");
        if (valid) {
          seen.planned++;
          expect(proof, `seed ${seed}: ${proof?.sentence.en}`).toBeNull();
          expect(answer.status, `seed ${seed}`).toBe("optimal");
          expect(answer.bound, `seed ${seed}`).toBeLessThanOrEqual(plan.cost.arrivals);
          if (answer.bound === plan.cost.arrivals) seen.tight++;
        }
        // What can be counted by hand the solver finds as well.
        if (proof) {
          seen.refuted++;
          if (proof.kind !== "share")
            expect(answer.status, `seed ${seed}: ${proof.sentence.en}`).toBe("infeasible");
        }
      }
      if (overlap === 0) {
        expect(seen.planned).toBeGreaterThan(1);
        expect(seen.tight).toBeGreaterThan(0);
      }
      expect(seen.refuted).toBeGreaterThan(0);
    },
  );
});
