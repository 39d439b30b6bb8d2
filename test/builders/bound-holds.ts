// Whether a whole assignment keeps a bound, word for word from docs/staffing.md: the plainest judge there is, for tests.
import type { StaffingBound, StaffingProblem, Taker, Witness } from "../../shared/domain/staffing.ts";

export function boundHolds(bound: StaffingBound, problem: StaffingProblem, witness: Witness): boolean {
  const takerOn = (slot: number): Taker =>
    problem.takers[witness[slot] ?? -1] ?? { person: -1, credited: [] };
  const on = (slots: readonly number[]): number[] => slots.map((slot) => witness[slot] ?? -1);
  switch (bound.type) {
    case "few": {
      const collected = new Map<number, Set<number>>();
      for (const [slot, taker] of witness.entries())
        for (const holder of bound.holders[taker] ?? [])
          for (const label of bound.labels[slot] ?? [])
            collected.set(holder, (collected.get(holder) ?? new Set()).add(label));
      return [...collected.values()].every((labels) => labels.size <= bound.most);
    }
    case "together": {
      const lists = on(bound.slots)
        .map((taker) => bound.holders[taker] ?? [])
        .filter((list) => list.length > 0);
      const [first, ...rest] = lists;
      if (first === undefined || rest.length === 0) return true;
      return first.some((holder) => rest.every((list) => list.includes(holder)));
    }
    case "many": {
      const counted = on(bound.slots).map((taker) => bound.counted[taker] ?? null);
      const people = new Set(bound.slots.map((slot) => takerOn(slot).person));
      const distinct = new Set(counted.filter((one) => one !== null)).size;
      if (distinct < bound.least) return counted.includes(null);
      if (bound.most !== null && distinct > bound.most) return false;
      if (bound.isOdd && distinct % 2 === 0) return false;
      if (!bound.experts) return true;
      const { has, atLeast, of } = bound.experts;
      return [...people].filter((one) => has[one]).length * of >= people.size * atLeast;
    }
    case "rising":
      return bound.earlier.every((before) =>
        bound.later.every((after) => {
          if (before >= after || takerOn(before).person === takerOn(after).person) return true;
          const [low, high] = [bound.rank[witness[before] ?? -1], bound.rank[witness[after] ?? -1]];
          return low == null || high == null || high > low;
        }),
      );
    case "unrelated": {
      const related = (a: number, b: number): boolean =>
        bound.related.some(([p, q]) => (p === a && q === b) || (p === b && q === a));
      return bound.left.every((left) =>
        bound.right.every((right) =>
          takerOn(left).credited.every((a) =>
            takerOn(right).credited.every((b) => a === b || !related(a, b)),
          ),
        ),
      );
    }
    case "one-team":
      return bound.teams.some((team) => bound.slots.every((slot) => team.includes(takerOn(slot).person)));
  }
}

/** Every way to give each slot one of its takers, no person twice on a step. */
export function* assignmentsOf({ slots, allowed, takers }: StaffingProblem): Generator<Witness> {
  const chosen: number[] = [];
  function* from(slot: number): Generator<Witness> {
    if (slot === slots.length) return yield [...chosen];
    for (const taker of allowed[slot] ?? []) {
      const isTwice = chosen.some(
        (other, at) =>
          slots[at]?.stepId === slots[slot]?.stepId && takers[other]?.person === takers[taker]?.person,
      );
      if (isTwice) continue;
      chosen.push(taker);
      yield* from(slot + 1);
      chosen.pop();
    }
  }
  yield* from(0);
}
