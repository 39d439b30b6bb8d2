// The staffing problem made of rows and rules, against the rules themselves: an assignment keeps the bounds exactly where no rule finds anything.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Kind } from "../../../shared/domain/rule-kinds.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import { findingsOn } from "../../../shared/rules/analysis/imagined-case.ts";
import { pathOf } from "../../../shared/rules/analysis/path.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { placesOf } from "../../../shared/rules/staffing/place-of.ts";
import { problemOf, staffingPath } from "../../../shared/rules/staffing/problem-of.ts";
import { findWitness } from "../../../shared/staffing/witness.ts";
import { assignmentsOf, boundHolds } from "../../builders/bound-holds.ts";
import { smallDay, smallRules, smallUnit } from "../../builders/small-path.ts";
import { pickOrNull, seeded } from "../../builders/source.ts";

const mostTried = 60;

function questionOf(seed: number, kinds?: Kind[]) {
  const source = seeded(seed);
  const world = smallUnit(source);
  const view = indexFacts(world, smallDay);
  const rules = bindingRules(view, smallRules(source, kinds));
  const amount = pickOrNull(source, [5_000, 5_001, 20_001], 60);
  const [matter] = world.matters;
  if (!matter) throw new Error("no matter");
  const path = pathOf(view, matter, amount, smallDay, staffingPath);
  return { world, rules, path, of: problemOf(view, rules, path) };
}

/** Assignments of one question that were tried, and how many of them the rules point at. */
function compare(seed: number, kinds?: Kind[]): { kept: number; broken: number } {
  const { world, rules, path, of } = questionOf(seed, kinds);
  const { problem } = of;
  let [kept, broken] = [0, 0];
  for (const witness of assignmentsOf(problem)) {
    if (kept + broken >= mostTried) break;
    const failed = problem.constraints.filter((bound) => !boundHolds(bound, problem, witness));
    const found = findingsOn(world, rules, path, placesOf(of, witness));
    expect([...new Set(found.map(({ ruleId }) => ruleId))].sort()).toEqual(
      [...new Set(failed.map(({ source }) => source))].sort(),
    );
    if (failed.length > 0) broken += 1;
    else kept += 1;
  }
  return { kept, broken };
}

describe("the staffing problem of a matter", () => {
  it("is kept by an assignment exactly where the rules find nothing in that case", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        compare(seed);
      }),
      { numRuns: 400 },
    );
  });

  it("has a witness exactly where some assignment keeps every rule; written down, the rules find nothing", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { world, rules, path, of } = questionOf(seed);
        const answer = findWitness(of.problem, { left: 10_000_000 });
        if (answer.status === "staffed") {
          expect(findingsOn(world, rules, path, placesOf(of, answer.witness))).toEqual([]);
          return;
        }
        expect(answer.status).toBe("impossible");
        let tried = 0;
        for (const witness of assignmentsOf(of.problem)) {
          tried += 1;
          if (tried > mostTried) return;
          expect(findingsOn(world, rules, path, placesOf(of, witness))).not.toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    "separate-duties",
    "never-together",
    "same-person",
    "separate-units",
    "two-person",
    "seniority",
    "relation",
    "concentration",
  ] as const)("binds by %s: some assignments keep it and some break it", (kind) => {
    let [kept, broken] = [0, 0];
    for (let seed = 1; seed <= 120; seed += 1) {
      const counts = compare(seed, [kind]);
      kept += counts.kept;
      broken += counts.broken;
    }
    expect(kept).toBeGreaterThan(0);
    expect(broken).toBeGreaterThan(0);
  });
});
