// What is left of a problem when only some slots and constraints are asked for, or some people are away.
import type { StaffingBound, StaffingConstraint, StaffingProblem, Witness } from "../domain/staffing.ts";

/**
 * Only these slots and constraints (ascending indices). The other slots go to strangers whom no constraint binds:
 * they count nowhere, and where one sits, a least number, an odd number or a share of experts is not asked for.
 * Leaving out more never makes it harder.
 */
export function subproblem(
  problem: StaffingProblem,
  slots: readonly number[],
  constraints: readonly number[],
): StaffingProblem {
  const place = new Map(slots.map((slot, at) => [slot, at]));
  const keep = (list: readonly number[]): number[] =>
    list.flatMap((slot) => {
      const at = place.get(slot);
      return at === undefined ? [] : [at];
    });
  return {
    ...problem,
    slots: slots.map((slot) => problem.slots[slot]!),
    allowed: slots.map((slot) => problem.allowed[slot]!),
    constraints: constraints.map((at): StaffingConstraint => {
      const it = problem.constraints[at]!;
      return { ...it, ...narrowed(it, slots, keep) };
    }),
  };
}

function narrowed(
  bound: StaffingBound,
  slots: readonly number[],
  keep: (list: readonly number[]) => number[],
): StaffingBound {
  switch (bound.type) {
    case "few":
      return { ...bound, labels: slots.map((slot) => bound.labels[slot]!) };
    case "together":
    case "one-team":
      return { ...bound, slots: keep(bound.slots) };
    case "many": {
      const kept = keep(bound.slots);
      return kept.length === bound.slots.length
        ? { ...bound, slots: kept }
        : { ...bound, slots: kept, least: 0, isOdd: false, experts: null };
    }
    case "rising":
      return { ...bound, earlier: keep(bound.earlier), later: keep(bound.later) };
    case "unrelated":
      return { ...bound, left: keep(bound.left), right: keep(bound.right) };
  }
}

/** Nobody of these acts, gives a delegation that is used, or acts on theirs. */
export function without(problem: StaffingProblem, absent: readonly number[]): StaffingProblem {
  const isAway = problem.takers.map(
    (taker) => absent.includes(taker.person) || taker.credited.some((it) => absent.includes(it)),
  );
  return { ...problem, allowed: problem.allowed.map((list) => list.filter((taker) => !isAway[taker])) };
}

/** Everybody whom a witness rests on: actors and credited givers, ascending. */
export function peopleOf(problem: StaffingProblem, witness: Witness): number[] {
  const people = new Set<number>();
  for (const at of witness) {
    const taker = problem.takers[at]!;
    people.add(taker.person);
    for (const giver of taker.credited) people.add(giver);
  }
  return [...people].sort((a, b) => a - b);
}

/** All indices of a list. */
export const indices = (list: readonly unknown[]): number[] => list.map((_, at) => at);
