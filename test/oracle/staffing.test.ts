// Every answer of shared/staffing against the oracle that tries every seating, on seeded tiny problems.
import { expect, test } from "vitest";
import type { StaffingProblem } from "../../shared/domain/staffing.ts";
import { adviseStaffing, type Grant, withGrants } from "../../shared/staffing/advice.ts";
import { findJoin } from "../../shared/staffing/join.ts";
import { lookAhead } from "../../shared/staffing/look-ahead.ts";
import { minimumPeople } from "../../shared/staffing/minimum.ts";
import { findReason } from "../../shared/staffing/reason.ts";
import { irreplaceable, irreplaceablePairs } from "../../shared/staffing/resilience.ts";
import { findWitness } from "../../shared/staffing/witness.ts";
import { seeded } from "../builders/source.ts";
import { tinyProblem } from "../builders/staffing-problem.ts";
import * as oracle from "./staffing.ts";

const worlds = 1500;
/** More than any tiny problem can spend. */
const plenty = () => ({ left: 10_000_000 });
const problems = Array.from({ length: worlds }, (_, seed) => ({ seed, problem: tinyProblem(seeded(seed)) }));
const solved = problems.map(({ seed, problem }) => ({
  seed,
  problem,
  witnesses: oracle.everyWitness(problem),
}));
const staffed = solved.filter(({ witnesses }) => witnesses.length > 0);
const stuck = solved.filter(({ witnesses }) => witnesses.length === 0);

test("the problems are of both sorts", () => {
  expect(staffed.length).toBeGreaterThan(worlds / 4);
  expect(stuck.length).toBeGreaterThan(worlds / 4);
});

test("a witness is one of all witnesses, and is found where there is any", () => {
  for (const { seed, problem, witnesses } of solved) {
    const answer = findWitness(problem, plenty());
    expect(answer.status, `seed ${seed}`).toBe(witnesses.length > 0 ? "staffed" : "impossible");
    if (answer.status === "staffed") expect(witnesses, `seed ${seed}`).toContainEqual([...answer.witness]);
  }
});

test("the minimum of people is the minimum", () => {
  for (const { seed, problem } of solved) {
    const answer = minimumPeople(problem, plenty());
    expect(answer?.found ?? null, `seed ${seed}`).toBe(oracle.fewestPeople(problem));
    if (answer) expect(answer.atLeast, `seed ${seed}`).toBe(answer.found);
  }
});

test("the irreplaceable are those without whom nothing is left, alone and in pairs", () => {
  for (const { seed, problem, witnesses } of staffed) {
    const [witness = []] = witnesses;
    const truth = oracle.irreplaceable(problem);
    const alone = irreplaceable(problem, witness, plenty());
    const both = irreplaceablePairs(problem, witness, alone.people, plenty());
    expect({ alone: alone.people, pairs: both.pairs }, `seed ${seed}`).toEqual(truth);
    expect(alone.isProved && both.isProved, `seed ${seed}`).toBe(true);
  }
});

test("a reason rules out every seating, and nothing can be left out of it", () => {
  for (const { seed, problem } of stuck) {
    const { slots, constraints, isIrreducible } = findReason(problem, plenty());
    expect(oracle.isReason(problem, slots, constraints), `seed ${seed}`).toBe(true);
    expect(isIrreducible, `seed ${seed}`).toBe(true);
    for (const slot of slots) {
      const fewer = slots.filter((other) => other !== slot);
      expect(oracle.isReason(problem, fewer, constraints), `seed ${seed}, without slot ${slot}`).toBe(false);
    }
    for (const constraint of constraints) {
      const fewer = constraints.filter((other) => other !== constraint);
      expect(oracle.isReason(problem, slots, fewer), `seed ${seed}, without ${constraint}`).toBe(false);
    }
  }
});

test("a reason that is called smallest has no smaller beside it", () => {
  let said = 0;
  for (const { seed, problem } of stuck.slice(0, 200)) {
    const reason = findReason(problem, plenty());
    if (!reason.isSmallest) continue;
    said += 1;
    const size = reason.slots.length + reason.constraints.length;
    expect(smallestSize(problem), `seed ${seed}`).toBe(size);
  }
  expect(said).toBeGreaterThan(50);
});

test("what is given up weighs least", () => {
  for (const { seed, problem } of solved) {
    const answer = findJoin(problem, plenty());
    const least = oracle.leastWeight(problem);
    expect(answer.status === "found" ? answer.weight : null, `seed ${seed}`).toBe(least);
    if (answer.status !== "found") continue;
    const kept = problem.constraints.filter((_, at) => !answer.constraints.includes(at));
    expect(oracle.everyWitness(problem, kept), `seed ${seed}`).toContainEqual([...answer.witness]);
  }
});

test("further authorisations are the fewest that do", () => {
  let asked = 0;
  for (const { seed, problem } of stuck.filter(({ problem: one }) => one.slots.length <= 3).slice(0, 150)) {
    const grants: Grant[] = problem.allowed.flatMap((own, slot) =>
      problem.takers.flatMap((_, taker) => (own.includes(taker) ? [] : [{ slot, taker, cost: taker % 3 }])),
    );
    if (grants.length > 9) continue;
    asked += 1;
    const answer = adviseStaffing(problem, grants, plenty());
    const best = cheapestSet(problem, grants);
    const found = answer.status === "found" ? answer.grants.map((at) => grants[at]!) : null;
    expect(found && [found.length, costOf(found)], `seed ${seed}`).toEqual(best);
    if (found) expect(oracle.everyWitness(withGrants(problem, found)).length, `seed ${seed}`).not.toBe(0);
  }
  expect(asked).toBeGreaterThan(30);
});

test("looking ahead agrees with every way on", () => {
  for (const { seed, problem } of solved) {
    const source = seeded(seed + 1_000_000);
    const taken = new Map(
      problem.allowed.flatMap((own, slot) =>
        own.length > 0 && source.int(1, 3) === 1
          ? [[slot, own[source.int(0, own.length - 1)] ?? 0] as const]
          : [],
      ),
    );
    const truth = oracle.looksAhead(problem, taken);
    const { answer, options } = lookAhead(problem, taken, plenty());
    const isDone = problem.slots.length > 0 && truth.every((takers) => takers.length > 0);
    expect(answer.status, `seed ${seed}`).toBe(isDone ? "staffed" : "impossible");
    if (isDone)
      for (const { slot, takers } of options) expect([...takers], `seed ${seed}`).toEqual(truth[slot]);
  }
});

const costOf = (grants: readonly Grant[]): number => grants.reduce((sum, { cost }) => sum + cost, 0);
const subsets = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (_unused, at) => at).filter((at) => (mask >> at) & 1),
  );

/** Count and cost of the best set of grants; null: not even all of them do. */
function cheapestSet(problem: StaffingProblem, grants: readonly Grant[]): [number, number] | null {
  const working = subsets(grants.length)
    .map((set) => set.flatMap((at) => grants[at] ?? []))
    .filter((set) => oracle.everyWitness(withGrants(problem, set)).length > 0)
    .map((set): [number, number] => [set.length, costOf(set)])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return working[0] ?? null;
}

function smallestSize(problem: StaffingProblem): number {
  const slots = problem.slots.length;
  const sizes = subsets(slots + problem.constraints.length)
    .filter((set) =>
      oracle.isReason(
        problem,
        set.filter((at) => at < slots),
        set.filter((at) => at >= slots).map((at) => at - slots),
      ),
    )
    .map((set) => set.length);
  return Math.min(...sizes);
}
