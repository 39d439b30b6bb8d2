// Reason, minimum, who is irreplaceable, advice, what to give up, look-ahead: each against trying everything.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StaffingProblem } from "../../../shared/domain/staffing.ts";
import {
  type AdviceAnswer,
  adviseResilience,
  adviseStaffing,
  type Grant,
  withGrants,
} from "../../../shared/staffing/advice.ts";
import { evaluate, isWitness } from "../../../shared/staffing/evaluate.ts";
import { findJoin } from "../../../shared/staffing/join.ts";
import { lookAhead, withTaken } from "../../../shared/staffing/look-ahead.ts";
import { minimumPeople } from "../../../shared/staffing/minimum.ts";
import { findReason } from "../../../shared/staffing/reason.ts";
import { irreplaceable, irreplaceablePairs } from "../../../shared/staffing/resilience.ts";
import { findWitness } from "../../../shared/staffing/witness.ts";
import { drawn, pick, type Source, several } from "../../builders/source.ts";
import {
  fewestPeople,
  isPartStaffable,
  isStaffable,
  isStaffableWithout,
  leastBroken,
  sublists,
} from "./brute-force.ts";
import { smallProblem } from "./small-problem.ts";

const plenty = () => ({ left: 500_000_000 });
const runs = { numRuns: 300 };
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe("a reason", () => {
  it("has no witness, loses that with any member, and none is smaller", () => {
    let found = 0;
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        if (isStaffable(problem)) return;
        const { slots, constraints, isIrreducible, isSmallest } = findReason(problem, plenty());
        expect({ isIrreducible, isSmallest }).toEqual({ isIrreducible: true, isSmallest: true });
        expect(isPartStaffable(problem, slots, constraints)).toBe(false);
        const less = (list: readonly number[], out: number) => list.filter((it) => it !== out);
        for (const slot of slots) expect(isPartStaffable(problem, less(slots, slot), constraints)).toBe(true);
        for (const at of constraints)
          expect(isPartStaffable(problem, slots, less(constraints, at))).toBe(true);
        const size = slots.length + constraints.length;
        for (const some of sublists(upTo(problem.slots.length)))
          for (const bounds of sublists(upTo(problem.constraints.length)))
            if (some.length + bounds.length < size) expect(isPartStaffable(problem, some, bounds)).toBe(true);
        found++;
      }),
      runs,
    );
    expect(found).toBeGreaterThan(30);
  });

  it("says so where the budget did not suffice to make it irreducible", () => {
    fc.assert(
      fc.property(drawn(smallProblem), fc.nat({ max: 3000 }), (problem, left) => {
        if (isStaffable(problem)) return;
        const { slots, constraints, isIrreducible } = findReason(problem, { left });
        expect(isPartStaffable(problem, slots, constraints)).toBe(false);
        if (!isIrreducible) return;
        for (const slot of slots)
          expect(
            isPartStaffable(
              problem,
              slots.filter((it) => it !== slot),
              constraints,
            ),
          ).toBe(true);
      }),
      runs,
    );
  });
});

describe("the minimum", () => {
  it("is the fewest people of any witness, with a witness of so many", () => {
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        const answer = minimumPeople(problem, plenty());
        expect(answer?.found ?? null).toBe(fewestPeople(problem));
        if (answer === null) return;
        expect(answer.atLeast).toBe(answer.found);
        const witness = answer.witness ?? [];
        expect(isWitness(problem, witness)).toBe(true);
        expect(new Set(witness.map((it) => problem.takers[it]?.person)).size).toBe(answer.found);
      }),
      runs,
    );
  });
});

describe("irreplaceable", () => {
  it("are those without whom nothing is left, alone and in pairs", () => {
    let pairsSeen = 0;
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        const answer = findWitness(problem, plenty());
        if (answer.status !== "staffed") return;
        const people = upTo(problem.people.length);
        const alone = people.filter((it) => !isStaffableWithout(problem, [it]));
        expect(irreplaceable(problem, answer.witness, plenty())).toEqual({ people: alone, isProved: true });
        const others = people.filter((it) => !alone.includes(it));
        const pairs = others.flatMap((b) => others.filter((a) => a < b).map((a) => [a, b] as const));
        const broken = pairs.filter((it) => !isStaffableWithout(problem, it));
        const found = irreplaceablePairs(problem, answer.witness, alone, plenty());
        expect(found.isProved).toBe(true);
        expect(new Set(found.pairs.map(String))).toEqual(new Set(broken.map(String)));
        expect(found.pairs.length).toBe(broken.length);
        pairsSeen += broken.length;
      }),
      runs,
    );
    expect(pairsSeen).toBeGreaterThan(10);
  });
});

interface Offered {
  readonly problem: StaffingProblem;
  readonly grants: readonly Grant[];
}
function offered(source: Source): Offered {
  const problem = smallProblem(source);
  const grants = several(
    source,
    1,
    6,
    (): Grant => ({
      slot: source.int(0, problem.slots.length - 1),
      taker: source.int(0, problem.takers.length - 1),
      cost: pick(source, [0, 1, 2, 5]),
    }),
  );
  return { problem, grants };
}

/** The best list of grants that is good enough, by count and then cost. */
function bestOf({ grants, problem }: Offered, isGood: (granted: StaffingProblem) => boolean) {
  const cost = (list: readonly number[]): number => list.reduce((sum, it) => sum + grants[it]!.cost, 0);
  const good = sublists(upTo(grants.length)).filter((list) =>
    isGood(
      withGrants(
        problem,
        list.map((it) => grants[it]!),
      ),
    ),
  );
  const count = good[0]?.length;
  if (count === undefined) return null;
  return { count, cost: Math.min(...good.filter((it) => it.length === count).map(cost)) };
}

describe("advice", () => {
  const check = (
    ask: (problem: StaffingProblem, grants: readonly Grant[]) => AdviceAnswer,
    isGood: (problem: StaffingProblem) => boolean,
  ) => {
    let helped = 0;
    fc.assert(
      fc.property(drawn(offered), (offer) => {
        const answer = ask(offer.problem, offer.grants);
        const best = bestOf(offer, isGood);
        expect(answer.status).toBe(best === null ? "impossible" : "found");
        if (answer.status !== "found" || best === null) return;
        const given = answer.grants.map((it) => offer.grants[it]!);
        expect(isGood(withGrants(offer.problem, given))).toBe(true);
        expect(answer.isProved).toBe(true);
        expect({ count: given.length, cost: given.reduce((sum, it) => sum + it.cost, 0) }).toEqual(best);
        if (given.length > 0) helped++;
      }),
      { numRuns: 200 },
    );
    expect(helped).toBeGreaterThan(10);
  };

  it("names the fewest, then cheapest grants that give a witness", () => {
    check((problem, grants) => adviseStaffing(problem, grants, plenty()), isStaffable);
  });

  it("names the fewest, then cheapest grants that leave nobody irreplaceable", () => {
    check(
      (problem, grants) => adviseResilience(problem, grants, plenty()),
      (problem) =>
        isStaffable(problem) && problem.people.every((_, person) => isStaffableWithout(problem, [person])),
    );
  });
});

describe("what to give up", () => {
  it("has the least weight, with a witness for the rest", () => {
    fc.assert(
      fc.property(drawn(smallProblem), (problem) => {
        const least = leastBroken(problem);
        const answer = findJoin(problem, plenty());
        expect(answer.status).toBe(least === null ? "impossible" : "found");
        if (answer.status !== "found") return;
        expect(answer).toMatchObject({ weight: least, isProved: true });
        expect(evaluate(problem, answer.witness)).toEqual({
          wrongSlots: [],
          doubled: [],
          broken: answer.constraints,
        });
      }),
      runs,
    );
  });
});

describe("look-ahead", () => {
  it("says whether the rest can be staffed, and by whom each slot", () => {
    fc.assert(
      fc.property(drawn(smallProblem), fc.nat(), fc.nat(), (problem, slot, taker) => {
        const first = slot % problem.slots.length;
        const taken = new Map([[first, taker % problem.takers.length]]);
        const fixed = withTaken(problem, taken);
        const { answer, options } = lookAhead(problem, taken, plenty());
        expect(answer.status === "staffed").toBe(isStaffable(fixed));
        expect(options.map((it) => it.slot)).toEqual(upTo(problem.slots.length).filter((it) => it !== first));
        for (const { slot: left, takers, undecided } of options) {
          const fit = fixed.allowed[left]?.filter((it) =>
            isStaffable(withTaken(fixed, new Map([[left, it]]))),
          );
          expect(takers).toEqual(fit);
          expect(undecided).toEqual([]);
        }
      }),
      runs,
    );
  });
});
