// Properties of the planner over many small offices: its plans validate, repeat, cross threads, and match a brute-force optimum.
import { expect, test } from "vitest";
import { explainPlan } from "../../../shared/rotation/explain.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { solveRotation, solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { smallOffice, today } from "../../unit/rotation/small-facts.ts";
import { isPlain, optimumOf } from "./brute-force.ts";

const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

test.each(seeds(1000, 120))(
  "every plan of office %i validates, but for what it names as not to be rotated",
  (seed) => {
    const { problem } = smallOffice(seed, { keyPosts: 5, ordinaryPosts: 4, reserve: 3, months: 18 });
    const plan = solveToEnd({ ...problem, units: 4_000 });
    const breaches = validatePlan(problem, plan);
    const named = new Set(plan.cannotRotate.map((it) => it.postId));
    expect(
      breaches.filter(
        (it) =>
          !["limit", "posts-held", "handover-overlap", "qualification"].includes(it.constraint) ||
          !named.has(it.postId ?? ""),
      ),
    ).toEqual([]);
    expect(plan.status === "planned").toBe(breaches.length === 0);
    expect(explainPlan(problem, plan).every((it) => it.reason.zh !== "" && it.reason.en !== "")).toBe(true);
  },
);

test.each(seeds(2000, 10))(
  "office %i: same problem, same plan, also after crossing threads and with rows turned",
  (seed) => {
    const { facts, problem } = smallOffice(seed, { keyPosts: 5, ordinaryPosts: 4, reserve: 3, months: 18 });
    const short = { ...problem, units: 4_000 };
    const plan = solveToEnd(short);
    expect(solveToEnd(structuredClone(short))).toEqual(plan);
    expect(structuredClone(plan)).toEqual(plan);
    const turned = Object.fromEntries(
      Object.entries(facts).map(([table, rows]) => [table, Array.isArray(rows) ? rows.toReversed() : rows]),
    ) as unknown as typeof facts;
    const options = { today, months: 18, seed, units: 4_000, rules: [] };
    expect(rotationProblem(turned, options)).toEqual(rotationProblem(facts, options));
  },
);

test("plans only get better, and whoever stops early has the best so far", () => {
  const { problem } = smallOffice(7, { keyPosts: 6, ordinaryPosts: 4, reserve: 3, months: 24 });
  let last = Number.POSITIVE_INFINITY;
  for (const progress of solveRotation({ ...problem, units: 20_000 })) {
    if (!progress.better) continue;
    const { unfilled, arrivals } = progress.better.cost;
    expect(unfilled * 1000 + arrivals).toBeLessThanOrEqual(last);
    last = unfilled * 1000 + arrivals;
  }
  expect(last).toBeLessThan(Number.POSITIVE_INFINITY);
});

const tiny = seeds(3000, 100)
  .map((seed) => {
    const size = { keyPosts: 2 + (seed % 2), ordinaryPosts: 0, reserve: 1 + (seed % 2), months: 3 };
    return { seed, problem: smallOffice(seed, size).problem };
  })
  .filter(({ problem }) => isPlain(problem))
  .slice(0, 25);
test.each(tiny)(
  "tiny office $seed: the planner's arrivals, cycles and people are the brute-force optimum, and a proof of impossibility holds",
  ({ problem }) => {
    const plan = solveToEnd({ ...problem, units: 20_000 });
    if (plan.status === "planned" && plan.cost.arrivals > 2) return;
    const optimum = optimumOf(problem, 2);
    if (plan.status === "planned") {
      const { arrivals, withoutOverlap, people } = plan.cost;
      expect({ arrivals, withoutOverlap, people }).toEqual(optimum);
    } else expect(optimum).toBeNull();
  },
);
test("most tiny offices have a plan that can be compared", () => {
  expect(tiny.length).toBeGreaterThan(15);
});
