// The naive oracle of staffing: every way to seat everybody, written from docs/staffing.md by somebody who had not read shared/staffing.
import type { StaffingBound, StaffingProblem, Taker } from "../../shared/domain/staffing.ts";

const distinct = (values: Iterable<number>): number => new Set(values).size;
/** A seat that may be taken by anybody at all, a person nobody knows and whom no constraint binds. */
const anybody = -1;
const takerAt = (problem: StaffingProblem, seats: readonly number[], slot: number): Taker => {
  const taker = problem.takers[seats[slot] ?? anybody];
  if (!taker) throw new Error(`no taker on slot ${slot}`);
  return taker;
};

/** Whether a whole seating keeps a bound. */
export function holds(problem: StaffingProblem, seats: readonly number[], bound: StaffingBound): boolean {
  const personOn = (slot: number): number => takerAt(problem, seats, slot).person;
  const isKnown = (slot: number): boolean => seats[slot] !== anybody;
  const listed = (holders: readonly (readonly number[])[], slot: number): readonly number[] =>
    holders[seats[slot] ?? -1] ?? [];
  switch (bound.type) {
    case "few": {
      const everyHolder = new Set(problem.slots.flatMap((_, slot) => listed(bound.holders, slot)));
      return [...everyHolder].every((holder) => {
        const collected = problem.slots.flatMap((_, slot) =>
          listed(bound.holders, slot).includes(holder) ? (bound.labels[slot] ?? []) : [],
        );
        return distinct(collected) <= bound.most;
      });
    }
    case "together": {
      const lists = bound.slots.map((slot) => listed(bound.holders, slot)).filter((list) => list.length > 0);
      const [first] = lists;
      return lists.length < 2 || first === undefined
        ? true
        : first.some((holder) => lists.every((list) => list.includes(holder)));
    }
    case "many": {
      const things = bound.slots.map((slot) => bound.counted[seats[slot] ?? -1] ?? null);
      const known = distinct(things.filter((thing) => thing !== null));
      if (bound.most !== null && known > bound.most) return false;
      if (!bound.slots.every(isKnown)) return true;
      if (known < bound.least) return things.includes(null);
      if (bound.isOdd && known % 2 === 0) return false;
      if (!bound.experts) return true;
      const { has, atLeast, of } = bound.experts;
      const people = [...new Set(bound.slots.filter(isKnown).map(personOn))];
      return people.filter((person) => has[person]).length * of >= people.length * atLeast;
    }
    case "rising":
      return bound.earlier.filter(isKnown).every((earlier) =>
        bound.later.filter(isKnown).every((later) => {
          if (earlier >= later || personOn(earlier) === personOn(later)) return true;
          const [low, high] = [bound.rank[seats[earlier] ?? -1], bound.rank[seats[later] ?? -1]];
          if (low === null || low === undefined || high === null || high === undefined) return true;
          return high > low;
        }),
      );
    case "unrelated":
      return bound.left
        .filter(isKnown)
        .every((left) =>
          bound.right
            .filter(isKnown)
            .every((right) =>
              takerAt(problem, seats, left).credited.every((a) =>
                takerAt(problem, seats, right).credited.every(
                  (b) =>
                    a === b || !bound.related.some(([p, q]) => (p === a && q === b) || (p === b && q === a)),
                ),
              ),
            ),
        );
    case "one-team": {
      const asked = bound.slots.filter(isKnown);
      return (
        asked.length === 0 || bound.teams.some((team) => asked.every((slot) => team.includes(personOn(slot))))
      );
    }
  }
}

/** Two slots of one step are never taken by the same person. */
const seatsApart = (problem: StaffingProblem, seats: readonly number[]): boolean =>
  problem.slots.every((slot, at) =>
    problem.slots.every(
      (other, beside) =>
        beside <= at ||
        other.stepId !== slot.stepId ||
        seats[at] === anybody ||
        seats[beside] === anybody ||
        takerAt(problem, seats, at).person !== takerAt(problem, seats, beside).person,
    ),
  );

/** Every witness there is: for tiny problems only. `given`: constraints asked; default all. */
export function everyWitness(problem: StaffingProblem, given = problem.constraints): number[][] {
  let seatings: number[][] = [[]];
  for (const own of problem.allowed)
    seatings = seatings.flatMap((begun) => own.map((taker) => [...begun, taker]));
  return seatings.filter(
    (seats) => seatsApart(problem, seats) && given.every((bound) => holds(problem, seats, bound)),
  );
}

const peopleIn = (problem: StaffingProblem, seats: readonly number[]): number =>
  distinct(seats.map((_, slot) => takerAt(problem, seats, slot).person));

/** The fewest acting people of any witness; null: there is none. */
export function fewestPeople(problem: StaffingProblem): number | null {
  const counts = everyWitness(problem).map((seats) => peopleIn(problem, seats));
  return counts.length === 0 ? null : Math.min(...counts);
}

/** The problem without these people, as actors and as credited givers. */
export const without = (problem: StaffingProblem, gone: readonly number[]): StaffingProblem => ({
  ...problem,
  allowed: problem.allowed.map((own) =>
    own.filter((at) => {
      const taker = problem.takers[at];
      return taker !== undefined && ![taker.person, ...taker.credited].some((one) => gone.includes(one));
    }),
  ),
});

/** People without whom nothing is left: alone, and in pairs of people who are each replaceable. */
export function irreplaceable(problem: StaffingProblem): {
  alone: number[];
  pairs: Array<[number, number]>;
} {
  const isStuck = (gone: readonly number[]): boolean => everyWitness(without(problem, gone)).length === 0;
  const everybody = problem.people.map((_, person) => person);
  const alone = everybody.filter((person) => isStuck([person]));
  const others = everybody.filter((person) => !alone.includes(person));
  const pairs = others.flatMap((a) =>
    others.flatMap((b): Array<[number, number]> => (a < b && isStuck([a, b]) ? [[a, b]] : [])),
  );
  return { alone, pairs };
}

/** The least weight of constraints to give up so that there is a witness; null: seats alone cannot be filled. */
export function leastWeight(problem: StaffingProblem): number | null {
  const broken = everyWitness(problem, []).map((seats) =>
    problem.constraints.reduce((sum, bound) => sum + (holds(problem, seats, bound) ? 0 : bound.weight), 0),
  );
  return broken.length === 0 ? null : Math.min(...broken);
}

/** With some slots taken already: by open slot, the takers who leave the rest completable. */
export function looksAhead(problem: StaffingProblem, taken: ReadonlyMap<number, number>): number[][] {
  const witnesses = everyWitness(problem).filter((seats) =>
    [...taken].every(([slot, taker]) => seats[slot] === taker),
  );
  return problem.slots.map((_, slot) =>
    [...new Set(witnesses.map((seats) => seats[slot] ?? -1))].sort((a, b) => a - b),
  );
}

/** Whether these slots and constraints alone rule out every seating. */
export function isReason(
  problem: StaffingProblem,
  slots: readonly number[],
  constraints: readonly number[],
): boolean {
  const relaxed = {
    ...problem,
    allowed: problem.allowed.map((own, slot) => (slots.includes(slot) ? own : [anybody])),
  };
  const asked = problem.constraints.filter((_, at) => constraints.includes(at));
  return everyWitness(relaxed, asked).length === 0;
}
