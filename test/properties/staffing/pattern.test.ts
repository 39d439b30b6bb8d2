// The two ways of search against each other and, where that can be done, against trying everything.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StaffingProblem } from "../../../shared/domain/staffing.ts";
import { isWitness } from "../../../shared/staffing/evaluate.ts";
import { findByPattern, treatsAllAlike } from "../../../shared/staffing/pattern.ts";
import { findByChoices } from "../../../shared/staffing/witness.ts";
import { drawn } from "../../builders/source.ts";
import { alikeProblem } from "./alike-problem.ts";
import { isStaffable } from "./brute-force.ts";
import { smallProblem } from "./small-problem.ts";

const plenty = () => ({ left: 100_000_000 });

function bothWays(problem: StaffingProblem): string {
  expect(treatsAllAlike(problem)).toBe(true);
  const answers = [findByPattern(problem, plenty()), findByChoices(problem, plenty())];
  for (const answer of answers)
    if (answer.status === "staffed") expect(isWitness(problem, answer.witness)).toBe(true);
  expect(answers[0]?.status).toBe(answers[1]?.status);
  return answers[0]?.status ?? "";
}

describe("patterns", () => {
  it("answer as trying everything does", () => {
    fc.assert(
      fc.property(
        drawn((source) => alikeProblem(source, { people: 4, steps: 4, constraints: 4 })),
        (problem) => {
          expect(bothWays(problem)).toBe(isStaffable(problem) ? "staffed" : "impossible");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("answer as who does what does", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        drawn((source) => alikeProblem(source, { people: 9, steps: 12, constraints: 14 })),
        (problem) => {
          const status = bothWays(problem);
          seen.set(status, (seen.get(status) ?? 0) + 1);
        },
      ),
      { numRuns: 400 },
    );
    expect(seen.get("staffed")).toBeGreaterThan(50);
    expect(seen.get("impossible")).toBeGreaterThan(50);
  });

  it("are for bounds alone that hang on sharing, not on who it is", () => {
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        if (!treatsAllAlike(problem)) return;
        const answer = findByPattern(problem, plenty());
        const isEmpty = problem.allowed.some((list) => list.length === 0);
        if (!isEmpty) expect(answer.status).toBe(isStaffable(problem) ? "staffed" : "impossible");
      }),
      { numRuns: 1500 },
    );
  });
});
