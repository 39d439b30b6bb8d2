// Staffed or not, against trying everything; and laws that hold whatever the problem.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StaffingConstraint, StaffingProblem } from "../../../shared/domain/staffing.ts";
import { isWitness } from "../../../shared/staffing/evaluate.ts";
import { minimumPeople } from "../../../shared/staffing/minimum.ts";
import type { Sat } from "../../../shared/staffing/sat/sat.ts";
import { findWitness } from "../../../shared/staffing/witness.ts";
import { drawn, seeded, shuffled } from "../../builders/source.ts";
import { isStaffable } from "./brute-force.ts";
import { smallProblem } from "./small-problem.ts";

const plenty = () => ({ left: 50_000_000 });
const status = (problem: StaffingProblem) => findWitness(problem, plenty()).status;
const runs = { numRuns: 600 };

describe("a witness", () => {
  it("is found exactly where there is one, and keeps every bound", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        const answer = findWitness(problem, plenty());
        expect(answer.status).toBe(isStaffable(problem) ? "staffed" : "impossible");
        if (answer.status === "staffed") expect(isWitness(problem, answer.witness)).toBe(true);
        for (const { type } of problem.constraints) seen.add(`${type} ${answer.status}`);
      }),
      { numRuns: 3000 },
    );
    for (const type of ["few", "together", "many", "rising", "unrelated", "one-team"])
      for (const answer of ["staffed", "impossible"]) expect(seen).toContain(`${type} ${answer}`);
  });

  it("is never lost by one more person or one constraint less", () => {
    fc.assert(
      fc.property(drawn(smallProblem), fc.nat(), (problem, seed) => {
        const whole = findWitness(problem, plenty());
        if (whole.status !== "staffed") return;
        const left = seed % Math.max(1, problem.constraints.length);
        const fewer = problem.constraints.filter((_, at) => at !== left);
        expect(status({ ...problem, constraints: fewer })).toBe("staffed");
        expect(status(withNewcomer(problem))).toBe("staffed");
      }),
      runs,
    );
  });

  it("does not hang on the order of people, takers, slots or constraints", () => {
    fc.assert(
      fc.property(drawn(smallProblem), fc.nat(), (problem, seed) => {
        const other = reordered(problem, seed);
        expect(status(other)).toBe(status(problem));
        expect(minimumPeople(other, plenty())?.found).toBe(minimumPeople(problem, plenty())?.found);
      }),
      runs,
    );
  });

  it("can be left to another solver, which is believed", () => {
    const taker = { person: 0, credited: [0] };
    const alone: StaffingProblem = {
      people: ["p1"],
      takers: [taker],
      slots: [{ stepId: "s1", seat: 0 }],
      allowed: [[0]],
      constraints: [{ type: "one-team", slots: [0], teams: [[0]], source: "r1", weight: 1 }],
    };
    const asked: number[] = [];
    const other: Sat = {
      solve: (formula) => {
        asked.push(formula.variables);
        return { status: "undecided" };
      },
    };
    expect(findWitness(alone, plenty(), other).status).toBe("undecided");
    expect(asked.length).toBe(1);
  });

  it("is undecided without a budget, and never wrong with a small one", () => {
    fc.assert(
      fc.property(drawn(smallProblem), fc.nat({ max: 400 }), (problem, left) => {
        const answer = findWitness(problem, { left });
        if (answer.status !== "undecided") expect(answer.status === "staffed").toBe(isStaffable(problem));
        if (problem.allowed.every((list) => list.length > 0))
          expect(findWitness(problem, { left: 0 }).status).toBe("undecided");
      }),
      runs,
    );
  });
});

/** Somebody new who may take every slot, in a department and with ties of their own. */
function withNewcomer(problem: StaffingProblem): StaffingProblem {
  const person = problem.people.length;
  const taker = problem.takers.length;
  const bound = (it: StaffingConstraint): StaffingConstraint => {
    switch (it.type) {
      case "few":
      case "together":
        return { ...it, holders: [...it.holders, [1000]] };
      case "many":
        return {
          ...it,
          counted: [...it.counted, 1000],
          experts: it.experts && { ...it.experts, has: [...it.experts.has, false] },
        };
      case "rising":
        return { ...it, rank: [...it.rank, 2] };
      default:
        return it;
    }
  };
  return {
    ...problem,
    people: [...problem.people, "newcomer"],
    takers: [...problem.takers, { person, credited: [person] }],
    allowed: problem.allowed.map((list) => [...list, taker]),
    constraints: problem.constraints.map(bound),
  };
}

/** The same problem told in another order. Slots keep their path order where "rising" asks about it. */
function reordered(problem: StaffingProblem, seed: number): StaffingProblem {
  const source = seeded(seed);
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
  const takers = shuffled(source, upTo(problem.takers.length));
  const people = shuffled(source, upTo(problem.people.length));
  const isRising = problem.constraints.some((it) => it.type === "rising");
  const slots = isRising ? upTo(problem.slots.length) : shuffled(source, upTo(problem.slots.length));
  const slotsOf = (list: readonly number[]): number[] => list.map((it) => slots.indexOf(it));
  const byTaker = <T>(list: readonly T[]): T[] => takers.map((it) => list[it]!);
  const person = (it: number): number => people.indexOf(it);
  const bound = (it: StaffingConstraint): StaffingConstraint => {
    switch (it.type) {
      case "few":
        return { ...it, labels: slots.map((at) => it.labels[at]!), holders: byTaker(it.holders) };
      case "together":
        return { ...it, slots: slotsOf(it.slots), holders: byTaker(it.holders) };
      case "many":
        return {
          ...it,
          slots: slotsOf(it.slots),
          counted: byTaker(it.counted),
          experts: it.experts && { ...it.experts, has: people.map((at) => it.experts?.has[at] ?? false) },
        };
      case "rising":
        return { ...it, earlier: slotsOf(it.earlier), later: slotsOf(it.later), rank: byTaker(it.rank) };
      case "unrelated":
        return {
          ...it,
          left: slotsOf(it.left),
          right: slotsOf(it.right),
          related: it.related.map(([a, b]) => [person(a), person(b)] as const),
        };
      case "one-team":
        return { ...it, slots: slotsOf(it.slots), teams: it.teams.map((team) => team.map(person)) };
    }
  };
  return {
    people: people.map((at) => problem.people[at]!),
    takers: takers.map((at) => {
      const taker = problem.takers[at]!;
      return { person: person(taker.person), credited: taker.credited.map(person) };
    }),
    slots: slots.map((at) => problem.slots[at]!),
    allowed: slots.map((at) => problem.allowed[at]!.map((it) => takers.indexOf(it))),
    constraints: shuffled(source, problem.constraints.map(bound)),
  };
}
