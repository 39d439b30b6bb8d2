// The lower bound against plans made to undercut it: none that the validator accepts does, however tight the share.
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../../../shared/domain/day.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { boardOf } from "../../../shared/rotation/search/board.ts";
import { lowerBoundOf } from "../../../shared/rotation/search/bound.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import { solveRotation } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { workdayLineOf } from "../../../shared/rotation/workday-line.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";
import { isPlain, optimumOf } from "./brute-force.ts";

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
      seats: post.seats.map((seat) => (random() < 0.4 ? { ...seat, handBy: null } : seat)),
    })),
  };
}

/** Plans of a problem as they come; the share may be another than the one that they are judged by. */
function* plansOf(problem: RotationProblem, units: number) {
  for (const { better } of solveRotation({ ...problem, units })) if (better) yield better;
}

test.each(seeds(5000, 60))("office %i: no plan that the validator accepts undercuts the bound", (seed) => {
  const size = { keyPosts: 4 + (seed % 4), ordinaryPosts: 2, reserve: 5, months: 12 + (seed % 3) * 6 };
  const { problem: made } = smallOffice(seed, size);
  for (const problem of [made, withCap(made, 1), withCap(made, 2)]) {
    const bound = boundOf(problem);
    const tries = [problem, ...seeds(1, 6).map((at) => withoutSomeLimits(problem, seed * 10 + at))];
    for (const plan of tries.flatMap((it) => [...plansOf(it, 1_500)])) {
      if (validatePlan(problem, plan).length > 0) continue;
      expect(plan.cost.arrivals).toBeGreaterThanOrEqual(bound);
    }
  }
});

const tiny = seeds(6000, 80)
  .map((seed) => {
    const { problem } = smallOffice(seed, { keyPosts: 3, ordinaryPosts: 0, reserve: 2, months: 3 });
    return { seed, problem: withCap(problem, 1) };
  })
  .filter(({ problem }) => isPlain(problem) && boundOf(problem) > 0)
  .slice(0, 15);
test.each(tiny)("tiny office $seed: trying every timetable finds none below the bound", ({ problem }) => {
  expect(optimumOf(problem, Math.min(2, boundOf(problem) - 1))).toBeNull();
});

/** The changes that the due days of single-holder posts demand, each arrival as late as any chain of a month allows. */
function demanded(problem: RotationProblem): number {
  const line = workdayLineOf(problem);
  const overlaps = problem.posts.filter((it) => it.isKey).map((it) => it.overlapDays);
  const reachable = problem.changeDays.flatMap((day) => {
    const days = new Set([day]);
    for (const it of days)
      for (const overlap of overlaps) {
        const next = line.plus(it, overlap);
        if (next.startsWith(day.slice(0, 7))) days.add(next);
      }
    return [...days].map((it) => ({ day: it, month: day.slice(0, 7) }));
  });
  let sum = 0;
  for (const post of problem.posts) {
    let due: Day | null = post.seats[0]?.handBy ?? null;
    if (!post.isKey || post.required === 0) continue;
    // Whoever follows on a post that ends may stay to its end.
    if (post.until !== null) {
      if (due !== null && due < post.until) sum++;
      continue;
    }
    while (due !== null && due < problem.until) {
      const by: Day = due;
      const last = reachable
        .filter(({ day, month }) => {
          const gone = line.plus(day, post.overlapDays);
          return gone <= by && (gone.startsWith(month) || problem.changeDays.includes(gone));
        })
        .map((it) => it.day)
        .sort()
        .at(-1);
      sum++;
      due = post.limitMonths === null ? null : addDays(addMonths(last ?? by, post.limitMonths), 1);
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
      seats: post.seats.slice(0, 1).map((it) => ({ ...it, staysUntil: null, endsOn: null })),
    }));
    const holds = (personId: string, postId: string | null): boolean =>
      posts.some((post) => post.id === postId && post.seats.some((it) => it.personId === personId));
    const people = problem.people.map((it) => {
      const held = [it.placeId ?? "", ...it.alsoIds].filter((postId) => holds(it.id, postId));
      return { ...it, isLocked: false, leavesOn: null, placeId: held[0] ?? null, alsoIds: held.slice(1) };
    });
    const plain: RotationProblem = { ...problem, posts, people };
    expect(boundOf(withCap(plain, 1000))).toBe(demanded(plain));
    expect(demanded(plain)).toBeGreaterThan(0);
  });
});
