// Whether a witness keeps every bound of docs/staffing.md: read straight from the definition, and what every search is tested against.
import type { StaffingBound, StaffingProblem, Witness } from "../domain/staffing.ts";

type Bound<T extends StaffingBound["type"]> = Extract<StaffingBound, { type: T }>;

/** What a witness breaks; all empty: it is a witness. */
export interface WitnessTrouble {
  /** Slots given to nobody, or to a taker who is not allowed. */
  readonly wrongSlots: readonly number[];
  /** Pairs of slots of one step taken by the same person. */
  readonly doubled: readonly (readonly [number, number])[];
  /** Indices into `constraints`. */
  readonly broken: readonly number[];
}

export function evaluate(problem: StaffingProblem, witness: Witness): WitnessTrouble {
  const { slots, takers, allowed } = problem;
  const wrongSlots = slots.flatMap((_, slot) => (allowed[slot]!.includes(witness[slot] ?? -1) ? [] : [slot]));
  const isFilled = (slot: number): boolean => takers[witness[slot] ?? -1] !== undefined;
  const person = (slot: number): number => takers[witness[slot]!]!.person;
  const doubled: (readonly [number, number])[] = [];
  for (const [second, { stepId }] of slots.entries())
    for (let first = 0; first < second; first++)
      if (
        slots[first]!.stepId === stepId &&
        isFilled(first) &&
        isFilled(second) &&
        person(first) === person(second)
      )
        doubled.push([first, second]);
  const broken = slots.every((_, slot) => isFilled(slot))
    ? problem.constraints.flatMap((bound, at) => (holds(problem, bound, witness) ? [] : [at]))
    : [];
  return { wrongSlots, doubled, broken };
}

export function isWitness(problem: StaffingProblem, witness: Witness): boolean {
  const { wrongSlots, doubled, broken } = evaluate(problem, witness);
  return wrongSlots.length + doubled.length + broken.length === 0;
}

/** Whether one bound holds for a witness whose slots are all filled. */
export function holds(problem: StaffingProblem, bound: StaffingBound, witness: Witness): boolean {
  switch (bound.type) {
    case "few":
      return fewHolds(bound, witness);
    case "together":
      return togetherHolds(bound, witness);
    case "many":
      return manyHolds(problem, bound, witness);
    case "rising":
      return risingHolds(problem, bound, witness);
    case "unrelated":
      return unrelatedHolds(problem, bound, witness);
    case "one-team":
      return bound.teams.some((team) =>
        bound.slots.every((slot) => team.includes(problem.takers[witness[slot]!]!.person)),
      );
  }
}

function fewHolds(bound: Bound<"few">, witness: Witness): boolean {
  const collected = new Map<number, Set<number>>();
  for (const [slot, taker] of witness.entries())
    for (const holder of bound.holders[taker]!) {
      const labels = collected.get(holder) ?? new Set();
      for (const label of bound.labels[slot]!) labels.add(label);
      collected.set(holder, labels);
    }
  return [...collected.values()].every((labels) => labels.size <= bound.most);
}

function togetherHolds(bound: Bound<"together">, witness: Witness): boolean {
  const lists = bound.slots.map((slot) => bound.holders[witness[slot]!]!).filter((it) => it.length > 0);
  const [first, ...rest] = lists;
  if (first === undefined || rest.length === 0) return true;
  return first.some((holder) => rest.every((list) => list.includes(holder)));
}

function manyHolds(problem: StaffingProblem, bound: Bound<"many">, witness: Witness): boolean {
  const counted = bound.slots.map((slot) => bound.counted[witness[slot]!] ?? null);
  const count = new Set(counted.filter((it) => it !== null)).size;
  if (bound.most !== null && count > bound.most) return false;
  // Too few beside an unknown one: the rule has no verdict.
  if (count < bound.least) return counted.includes(null);
  if (bound.isOdd && count % 2 === 0) return false;
  if (bound.experts === null) return true;
  const people = new Set(bound.slots.map((slot) => problem.takers[witness[slot]!]!.person));
  const experts = [...people].filter((it) => bound.experts?.has[it]).length;
  return experts * bound.experts.of >= people.size * bound.experts.atLeast;
}

function risingHolds(problem: StaffingProblem, bound: Bound<"rising">, witness: Witness): boolean {
  return bound.earlier.every((earlier) =>
    bound.later.every((later) => {
      const before = witness[earlier]!;
      const after = witness[later]!;
      const low = bound.rank[before] ?? null;
      const high = bound.rank[after] ?? null;
      if (earlier >= later || low === null || high === null) return true;
      return problem.takers[before]!.person === problem.takers[after]!.person || high > low;
    }),
  );
}

function unrelatedHolds(problem: StaffingProblem, bound: Bound<"unrelated">, witness: Witness): boolean {
  const credited = (slots: readonly number[]): Set<number> =>
    new Set(slots.flatMap((slot) => problem.takers[witness[slot]!]!.credited));
  const left = credited(bound.left);
  const right = credited(bound.right);
  return bound.related.every(
    ([a, b]) => a === b || !((left.has(a) && right.has(b)) || (left.has(b) && right.has(a))),
  );
}
