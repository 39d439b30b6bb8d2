// Properties of plans with wishes and forced leaves: what was announced stays, what is fixed is in the plan, what is forbidden is not, leaves are placed well.
import { expect, test } from "vitest";
import { addDays } from "../../../shared/domain/day.ts";
import type { PlanWishes, RotationPlan, RotationProblem } from "../../../shared/rotation/plan.ts";
import { planLeaves } from "../../../shared/rotation/search/leaves.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";

const none: PlanWishes = { fixed: [], forbidden: [], announced: null };
const bare = ({ day, personId, fromPostId, toPostId }: BareMove): BareMove => ({
  day,
  personId,
  fromPostId,
  toPostId,
});
const solve = (problem: RotationProblem, wishes: Partial<PlanWishes>): RotationPlan =>
  solveToEnd({ ...problem, wishes: { ...none, ...wishes } });

const size = { keyPosts: 5, ordinaryPosts: 3, reserve: 5, months: 12 };
const offices = Array.from({ length: 60 }, (_, at) => at + 1)
  .map((seed) => {
    const { problem: made } = smallOffice(seed, size);
    const problem = { ...made, units: 3_000 };
    return { seed, problem, plan: solveToEnd(problem) };
  })
  .filter(({ plan }) => plan.status === "planned" && plan.moves.length > 2)
  .slice(0, 12);

test("offices with plans are found", () => {
  expect(offices.length).toBeGreaterThan(8);
});

test.each(offices)(
  "office $seed: where nothing has happened, everything announced is kept",
  ({ problem, plan }) => {
    const again = solve(problem, { announced: plan.moves.map(bare) });
    expect(again.status).toBe("planned");
    expect(again.cost.changed).toBe(0);
    expect(again.moves.map(bare)).toEqual(plan.moves.map(bare));
  },
);

test.each(offices)(
  "office $seed: a veto is kept to, and disturbs less than a plan made anew",
  ({ problem, plan }) => {
    const first = plan.moves.find((it) => it.toPostId !== null);
    if (!first) throw new Error("a plan without arrivals");
    const forbidden = [{ personId: first.personId, postId: first.toPostId, from: null, until: null }];
    const announced = plan.moves.map(bare);
    const again = solve(problem, { forbidden, announced });
    if (again.status !== "planned") return;
    expect(again.moves.some((it) => it.personId === first.personId && it.toPostId === first.toPostId)).toBe(
      false,
    );
    expect(validatePlan({ ...problem, wishes: { fixed: [], forbidden, announced } }, again)).toEqual([]);
    const anew = solve(problem, { forbidden });
    const key = (it: BareMove): string => JSON.stringify([it.personId, it.toPostId, it.day]);
    const made = new Set(anew.moves.map(key));
    const people = new Set(announced.map((it) => it.personId));
    const changed =
      announced.filter((it) => !made.has(key(it))).length +
      anew.moves.filter((it) => !people.has(it.personId)).length;
    if (anew.status === "planned") expect(again.cost.changed).toBeLessThanOrEqual(changed);
  },
);

test.each(offices)(
  "office $seed: a plan that is planned holds every fixed move",
  ({ seed, problem, plan }) => {
    const fixed = plan.moves.map(bare).filter((_, at) => (at + seed) % 3 === 0);
    const again = solve({ ...problem, seed: seed + 77 }, { fixed });
    if (again.status !== "planned") return;
    const made = again.moves.map(bare);
    for (const move of fixed) expect(made).toContainEqual(move);
    expect(validatePlan({ ...problem, wishes: { ...none, fixed } }, again)).toEqual([]);
  },
);
test("most of them can be planned with a third of their moves fixed", () => {
  const planned = offices.filter(({ seed, problem, plan }) => {
    const seen = new Set<string>();
    const firsts = plan.moves.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
    const fixed = firsts.map(bare).filter((_, at) => (at + seed) % 3 === 0);
    return solve({ ...problem, seed: seed + 77 }, { fixed }).status === "planned";
  });
  expect(planned.length).toBeGreaterThan(offices.length * 0.7);
});

test.each(offices)("office $seed: forced leaves are placed well or named as not met", ({ problem }) => {
  const leaves = problem.posts
    .filter((post) => post.isKey)
    .flatMap((post) => post.seats.slice(0, 1).map((seat) => ({ postId: post.id, personId: seat.personId })))
    .map((it, at) => ({
      ...it,
      id: `l${at}`,
      workingDays: 10 + (at % 3),
      from: "2026-12-05",
      until: "2027-03-01",
    }));
  const asked = { ...problem, leaves };
  const plan = solveToEnd(asked);
  expect(plan.leaves.length + plan.unmetLeaveIds.length).toBe(leaves.length);
  if (plan.status === "planned") expect(validatePlan(asked, plan)).toEqual([]);
  expect(plan.leaves.length).toBeGreaterThan(0);
});

test("forced leaves that are placed already stand in every plan, and a plan made without them would break some", () => {
  let [planned, broken] = [0, 0];
  for (const { seed, problem } of offices) {
    const demands = problem.posts
      .filter((post) => post.isKey)
      .flatMap(({ id, seats }, at) =>
        seats.slice(0, 1).map(({ personId }) => ({
          id: `l${at}`,
          personId,
          postId: id,
          workingDays: 10,
          from: addDays(problem.today, 20 + 40 * at),
          until: addDays(problem.today, 80 + 40 * at),
        })),
      );
    // As they are placed by hand: on who sits where today.
    const { leaves: placed } = planLeaves({ ...problem, leaves: demands }, []);
    const { problem: made } = smallOffice(seed, size, placed);
    const given = { ...made, units: 30_000 };
    const without = solveToEnd({ ...problem, seed: given.seed });
    broken += validatePlan(given, without).filter(({ constraint }) => constraint === "forced-leave").length;
    const plan = solveToEnd(given);
    for (const leave of placed)
      for (const move of plan.moves)
        if (move.personId === leave.personId && move.fromPostId === leave.postId)
          expect(move.day >= leave.until, `${seed} ${leave.demandId}`).toBe(true);
    if (plan.status !== "planned") continue;
    planned += 1;
    expect(validatePlan(given, plan)).toEqual([]);
  }
  expect(broken).toBeGreaterThan(0);
  expect(planned).toBeGreaterThan(offices.length / 3);
});
