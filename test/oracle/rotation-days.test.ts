// The validator of rotation plans against a life day by day, on seeded small offices.
import { expect, test } from "vitest";
import { addDays, daysBetween } from "../../shared/domain/day.ts";
import { constraintNames, type RotationProblem } from "../../shared/rotation/plan.ts";
import { solveToEnd } from "../../shared/rotation/solve.ts";
import { validatePlan } from "../../shared/rotation/validate.ts";
import { type Source, seeded } from "../builders/source.ts";
import { smallOffice } from "../unit/rotation/small-facts.ts";
import { type BareMove, type Broken, brokenByDays } from "./rotation-days.ts";

const worlds = 120;
const sizes = [
  { keyPosts: 3, ordinaryPosts: 1, reserve: 1, months: 12 },
  { keyPosts: 5, ordinaryPosts: 2, reserve: 2, months: 14 },
  { keyPosts: 8, ordinaryPosts: 2, reserve: 2, months: 24 },
];

/** Moves of all sorts: wild ones, and a plan with some of its moves taken away, put on other days, places or people. */
function movesFor(source: Source, problem: RotationProblem, planned: readonly BareMove[]): BareMove[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[source.int(0, Math.max(0, list.length - 1))];
  const anyDay = (): string =>
    source.int(0, 2) > 0
      ? (pick(problem.changeDays) ?? problem.today)
      : addDays(problem.today, source.int(0, daysBetween(problem.today, problem.until) - 1));
  const moves = planned.flatMap((move): BareMove[] => {
    switch (source.int(0, 11)) {
      case 0:
        return [];
      case 1:
        return [{ ...move, day: anyDay() }];
      case 2:
        return [{ ...move, personId: pick(problem.people)?.id ?? "" }];
      case 3:
        return [{ ...move, toPostId: pick([null, ...problem.posts.map(({ id }) => id)]) ?? null }];
      case 4:
        return [{ ...move, day: addDays(move.day, source.int(-9, 9)) }];
      default:
        return [move];
    }
  });
  for (let more = source.int(0, 3); more > 0; more--) {
    const person = pick(problem.people);
    const held = problem.posts.filter((post) => post.seats.some((seat) => seat.personId === person?.id));
    moves.push({
      day: anyDay(),
      personId: person?.id ?? "",
      fromPostId: source.int(0, 9) === 0 ? null : (pick(held)?.id ?? null),
      toPostId: pick([null, ...problem.posts.map(({ id }) => id)]) ?? null,
    });
  }
  return moves.filter(({ day }) => problem.today <= day && day < problem.until);
}

/** Matters and leaves are judged against oracles of their own. */
const ours = (constraint: string): boolean => constraint !== "staffability" && constraint !== "forced-leave";

test("the validator breaks what a life day by day breaks", () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < worlds; seed++) {
    const source = seeded(seed);
    const size = sizes[seed % sizes.length];
    if (!size) throw new Error("no size");
    const { problem } = smallOffice(seed, size);
    // What small offices have too little of: work of one's own, and grants beside the post.
    for (let more = 4; more > 0; more--) {
      const [person, post] = [
        problem.people[source.int(0, problem.people.length - 1)],
        problem.posts[source.int(0, problem.posts.length - 1)],
      ];
      if (!person || !post) continue;
      problem.blocks.push({
        personId: person.id,
        postId: post.id,
        until: problem.changeDays[6] ?? problem.until,
      });
      for (const rule of problem.separations) rule.byPerson[person.id] = 2 ** source.int(0, 2);
    }
    const wish = problem.people[source.int(0, problem.people.length - 1)];
    problem.wishes = {
      fixed: [],
      forbidden: wish
        ? [{ personId: wish.id, postId: null, from: null, until: problem.changeDays[3] ?? null }]
        : [],
      announced: null,
    };
    const planned = source.int(0, 4) === 0 ? [] : solveToEnd({ ...problem, units: 2_000 }).moves;
    const moves = source.int(0, 5) === 0 ? planned : movesFor(source, problem, planned);
    const said = new Set(
      validatePlan(problem, { moves: moves.map((move) => ({ ...move, chain: 0 })) })
        .filter(({ constraint }) => ours(constraint))
        .map((breach) => keyOf(breach)),
    );
    const lived = new Set(brokenByDays(problem, moves).map((it) => keyOf(it)));
    expect([...said].sort(), `office ${seed}`).toEqual([...lived].sort());
    for (const key of lived) seen.set(key.split(" ")[0] ?? "", (seen.get(key.split(" ")[0] ?? "") ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(constraintNames.filter((name) => ours(name)).sort());
});

/** Whom and what a breach is about, as far as both must agree. */
function keyOf({ constraint, postId, personId }: Broken): string {
  if (constraint === "arrivals-share") return constraint;
  if (constraint === "headcount") return `${constraint} ${postId}`;
  if (constraint === "change-day" || constraint === "wishes") return `${constraint} ${personId}`;
  return `${constraint} ${postId} ${personId}`;
}
