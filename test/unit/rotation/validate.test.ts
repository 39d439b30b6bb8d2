// The validator against a naive reading of the same plan, day by day, on good plans and on spoilt ones.
import { expect, test } from "vitest";
import { addDays, type Day } from "../../../shared/domain/day.ts";
import type { Move } from "../../../shared/domain/rotation.ts";
import { overdueDays } from "../../../shared/rotation/constraints/limit.ts";
import { vacantDays } from "../../../shared/rotation/constraints/posts-held.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { replay } from "../../../shared/rotation/timetable.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { readDayByDay } from "./naive-days.ts";
import { smallOffice } from "./small-facts.ts";

const daysOf = (from: Day, until: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
};

function compare(problem: RotationProblem, moves: readonly Move[]): void {
  const naive = readDayByDay(problem, moves);
  const timetable = replay(problem, moves);
  const found = validatePlan(problem, { moves }).filter(
    (it) => it.constraint !== "limit" && it.personId !== null,
  );
  const shares = validatePlan(problem, { moves }).filter((it) => it.constraint === "arrivals-share");
  const keys = found.map((it) => `${it.constraint} ${it.postId} ${it.personId}`);
  expect([...new Set(keys)].sort()).toEqual(naive.breaches.filter((it) => !it.startsWith("arrivals-share")));
  expect(shares.length).toBe(naive.breaches.filter((it) => it.startsWith("arrivals-share")).length);
  const overdue = overdueDays(timetable).flatMap((it) =>
    daysOf(it.from, it.until).map((day) => `${it.postId} ${it.personId} ${day}`),
  );
  expect([...new Set(overdue)].sort()).toEqual(naive.overdue);
  const short = vacantDays(timetable).flatMap((it) =>
    daysOf(it.from, it.until).map((day) => `${it.postId} ${day}`),
  );
  expect(short.sort()).toEqual(naive.short);
}

/** Drops, redirects and adds moves at random; a person never gets two moves on one day. */
function spoil(problem: RotationProblem, moves: readonly Move[], seed: number): Move[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kept = moves
    .filter(() => random() < 0.8)
    .map((move) =>
      random() < 0.2 && move.toPostId !== null ? { ...move, toPostId: pick(problem.posts).id } : move,
    );
  for (let extra = 0; extra < 2; extra++) {
    const day = random() < 0.8 ? pick(problem.changeDays) : addDays(problem.today, Math.floor(random() * 90));
    const person = pick(problem.people);
    if (kept.some((it) => it.personId === person.id)) continue;
    kept.push({
      day,
      personId: person.id,
      fromPostId: person.placeId,
      toPostId: pick(problem.posts).id,
      chain: 99,
    });
  }
  return kept;
}

const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
test.each(seeds)(
  "agrees with the naive reading: office %i, its plan as found, spoilt, and no plan",
  (seed) => {
    const { problem } = smallOffice(seed, { keyPosts: 4, ordinaryPosts: 3, reserve: 3, months: 12 });
    const plan = solveToEnd({ ...problem, units: 3_000 });
    compare(problem, plan.moves);
    compare(problem, spoil(problem, plan.moves, seed));
    compare(problem, []);
  },
);
