// Properties of the planner over many small offices: its plans validate, repeat, cross threads, and match a brute-force optimum.
import { expect, test } from "vitest";
import type { Move } from "../../../shared/domain/rotation.ts";
import { explainPlan } from "../../../shared/rotation/explain.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { solveRotation, solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { smallOffice, today } from "../../unit/rotation/small-facts.ts";

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
        (it) => !["limit", "posts-held"].includes(it.constraint) || !named.has(it.postId ?? ""),
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

/** The fewest arrivals of any valid plan with at most `most` of them, by trying every timetable; null: none. */
function fewestArrivals(problem: RotationProblem, most: number): number | null {
  const keys = problem.posts.filter((post) => post.isKey);
  const choices = problem.changeDays.flatMap((day) =>
    keys.flatMap((post) => problem.people.map((person) => ({ day, post: post.id, person: person.id }))),
  );
  const movesOf = (chosen: typeof choices): Move[] | null => {
    const holder = new Map(
      keys.flatMap((post) => post.seats.map((seat) => [post.id, seat.personId] as const)),
    );
    const endsOn = new Map(problem.people.map((person) => [person.id, person.leavesOn]));
    const moves: Move[] = [];
    for (const day of new Set(chosen.map((it) => it.day))) {
      const todays = chosen.filter((it) => it.day === day);
      const postOf = new Map([...holder].map(([post, person]) => [person, post]));
      const arriving = new Map(todays.map((it) => [it.person, it.post]));
      for (const it of todays) {
        const leaver = holder.get(it.post);
        const isGone = leaver !== undefined && (endsOn.get(leaver) ?? "9") <= day;
        if (leaver !== undefined && !arriving.has(leaver) && !isGone) {
          moves.push({ day, personId: leaver, fromPostId: it.post, toPostId: null, chain: 1 });
        }
        const from = postOf.get(it.person) ?? null;
        // A key post left must be taken by somebody the same day.
        if (from !== null && !todays.some((other) => other.post === from)) return null;
        moves.push({ day, personId: it.person, fromPostId: from, toPostId: it.post, chain: 1 });
      }
      for (const it of todays) holder.set(it.post, it.person);
    }
    return moves;
  };
  const search = (start: number, left: number, chosen: typeof choices): boolean => {
    if (left === 0) {
      const moves = movesOf(chosen);
      return moves !== null && validatePlan(problem, { moves }).length === 0;
    }
    for (let at = start; at < choices.length; at++) {
      const next = choices[at];
      if (
        !next ||
        chosen.some((it) => it.day === next.day && (it.post === next.post || it.person === next.person))
      )
        continue;
      if (search(at + 1, left - 1, [...chosen, next])) return true;
    }
    return false;
  };
  for (let count = 0; count <= most; count++) if (search(0, count, [])) return count;
  return null;
}

const tiny = seeds(3000, 60).map((seed) => {
  const { problem } = smallOffice(seed, {
    keyPosts: 2 + (seed % 2),
    ordinaryPosts: 0,
    reserve: 2,
    months: 4,
  });
  return { seed, problem };
});
test.each(tiny)(
  "tiny office $seed: the planner's cost is the brute-force optimum, and a proof of impossibility holds",
  ({ problem }) => {
    const plan = solveToEnd({ ...problem, units: 20_000 });
    const fewest = fewestArrivals(problem, plan.status === "planned" ? Math.min(2, plan.cost.arrivals) : 2);
    if (plan.status === "impossible") expect(fewest).toBeNull();
    if (plan.status === "planned") expect(fewest ?? plan.cost.arrivals).toBe(plan.cost.arrivals);
  },
);
