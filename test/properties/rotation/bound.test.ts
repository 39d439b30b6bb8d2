// The lower bound against plans made to undercut it: none that the validator accepts does, however tight the share.
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { boardOf } from "../../../shared/rotation/search/board.ts";
import { lowerBoundOf } from "../../../shared/rotation/search/bound.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";
import { fewestArrivals } from "./brute-force.ts";

const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);
const boundOf = (problem: RotationProblem): number => lowerBoundOf(boardOf(problem));
const withCap = (problem: RotationProblem, cap: number): RotationProblem => ({
  ...problem,
  departments: problem.departments.map((it) => ({ ...it, cap })),
});

/** The same office in the eyes of a planner that lets some holders stay: they wait, as if the share forced them to. */
function withoutSomeLimits(problem: RotationProblem, seed: number): RotationProblem {
  const random = seededRandom(seed);
  return {
    ...problem,
    posts: problem.posts.map((post) => ({
      ...post,
      limitMonths: random() < 0.3 ? null : post.limitMonths,
      seats: post.seats.map((seat) => (random() < 0.4 ? { ...seat, overdueFrom: null } : seat)),
    })),
  };
}

/** Plans of a problem as they come; the share may be another than the one that they are judged by. */
function* plansOf(problem: RotationProblem, units: number) {
  for (const { better } of solveRotation({ ...problem, units })) if (better) yield better;
}

let undercuts = 0;
test.each(seeds(5000, 60))("office %i: no plan that the validator accepts undercuts the bound", (seed) => {
  const size = { keyPosts: 4 + (seed % 4), ordinaryPosts: 2, reserve: 5, months: 12 + (seed % 3) * 6 };
  const { problem: made } = smallOffice(seed, size);
  for (const problem of [made, withCap(made, 1), withCap(made, 2)]) {
    const bound = boundOf(problem);
    const generous = boundOf(withCap(problem, 1000));
    expect(bound).toBeLessThanOrEqual(generous);
    const tries = [problem, ...seeds(1, 6).map((at) => withoutSomeLimits(problem, seed * 10 + at))];
    for (const plan of tries.flatMap((it) => [...plansOf(it, 1_500)])) {
      if (validatePlan(problem, plan).length > 0) continue;
      expect(plan.cost.arrivals).toBeGreaterThanOrEqual(bound);
      if (plan.cost.arrivals < generous) undercuts++;
    }
  }
});
test("among them are plans that save arrivals by waiting", () => {
  expect(undercuts).toBeGreaterThan(0);
});

const tiny = seeds(6000, 40).map((seed) => {
  const { problem } = smallOffice(seed, { keyPosts: 3, ordinaryPosts: 0, reserve: 2, months: 5 });
  return { seed, problem: withCap(problem, 1) };
});
test.each(tiny)("tiny office $seed: trying every timetable finds none below the bound", ({ problem }) => {
  const bound = boundOf(problem);
  if (bound > 0) expect(fewestArrivals(problem, Math.min(2, bound - 1))).toBeNull();
  expect(bound).toBeGreaterThanOrEqual(0);
});

/** The changes that the limits of single-holder posts demand, read day by day. */
function demanded(problem: RotationProblem): number {
  const lastBy = (day: Day): Day | null => problem.changeDays.findLast((it) => it <= day) ?? null;
  const leavesOn = new Map(problem.people.map((it) => [it.id, it.leavesOn]));
  let sum = 0;
  for (const post of problem.posts) {
    const seat = post.seats[0];
    const opens = post.earliest === null ? undefined : problem.changeDays[post.earliest];
    if (!post.isKey || post.until !== null || !seat || !opens || post.required === 0) continue;
    const ends = [seat.endsOn, leavesOn.get(seat.personId) ?? null, seat.overdueFrom].flatMap(
      (it) => it ?? [],
    );
    let due = ends.sort()[0];
    while (due !== undefined && due < problem.until) {
      const day: Day = [lastBy(due) ?? "", opens].sort()[1] ?? "";
      sum++;
      due = post.limitMonths === null ? undefined : addDays(addMonths(day, post.limitMonths), 1);
    }
  }
  return sum;
}

describe("with a generous share", () => {
  test.each(seeds(7000, 60))("office %i: the bound is what the limits demand", (seed) => {
    const { problem } = smallOffice(seed, { keyPosts: 6, ordinaryPosts: 2, reserve: 4, months: 24 });
    const posts = problem.posts.map((post) => ({
      ...post,
      required: Math.min(1, post.required),
      seats: post.seats.slice(0, 1).map((it) => ({ ...it, staysUntil: null })),
    }));
    const holds = (personId: string, postId: string | null): boolean =>
      posts.some((post) => post.id === postId && post.seats.some((it) => it.personId === personId));
    const people = problem.people.map((it) => {
      const held = [it.placeId ?? "", ...it.alsoIds].filter((postId) => holds(it.id, postId));
      return { ...it, isLocked: false, placeId: held[0] ?? null, alsoIds: held.slice(1) };
    });
    const plain: RotationProblem = { ...problem, posts, people };
    expect(boundOf(withCap(plain, 1000))).toBe(demanded(plain));
  });
});
