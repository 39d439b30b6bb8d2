// Every question of staffing answered by trying everything: for problems so small that this can be done.
import type { StaffingConstraint, StaffingProblem, Witness } from "../../../shared/domain/staffing.ts";
import { evaluate, isWitness } from "../../../shared/staffing/evaluate.ts";

export function* assignments(problem: StaffingProblem, slot = 0): Generator<number[]> {
  if (slot === problem.slots.length) yield [];
  else
    for (const taker of problem.allowed[slot]!)
      for (const rest of assignments(problem, slot + 1)) yield [taker, ...rest];
}

export function* witnesses(problem: StaffingProblem): Generator<Witness> {
  for (const witness of assignments(problem)) if (isWitness(problem, witness)) yield witness;
}

export const isStaffable = (problem: StaffingProblem): boolean => !witnesses(problem).next().done;

/** All sublists, by size. */
export function sublists<T>(list: readonly T[]): T[][] {
  const all: T[][] = [[]];
  for (const item of list) all.push(...all.map((it) => [...it, item]));
  return all.sort((a, b) => a.length - b.length);
}

/** Whether these slots and constraints can hold together, the other slots being taken by strangers: one more taker each. */
export function isPartStaffable(
  problem: StaffingProblem,
  slots: readonly number[],
  constraints: readonly number[],
): boolean {
  const free = problem.slots.flatMap((_, slot) => (slots.includes(slot) ? [] : [slot]));
  const stranger = (slot: number): number => problem.takers.length + free.indexOf(slot);
  const strangers = free.map((_, at) => problem.people.length + at);
  const bound = (it: StaffingConstraint): StaffingConstraint => {
    switch (it.type) {
      case "few":
      case "together":
        return { ...it, holders: [...it.holders, ...free.map(() => [])] };
      case "many": {
        const counted = [...it.counted, ...free.map(() => null)];
        return it.slots.some((slot) => free.includes(slot))
          ? { ...it, counted, least: 0, isOdd: false, experts: null }
          : { ...it, counted };
      }
      case "rising":
        return { ...it, rank: [...it.rank, ...free.map(() => null)] };
      case "unrelated":
        return it;
      case "one-team":
        return { ...it, teams: it.teams.map((team) => [...team, ...strangers]) };
    }
  };
  return isStaffable({
    people: [...problem.people, ...strangers.map((it) => `stranger ${it}`)],
    takers: [...problem.takers, ...strangers.map((person) => ({ person, credited: [] }))],
    slots: problem.slots,
    allowed: problem.allowed.map((list, slot) => (slots.includes(slot) ? list : [stranger(slot)])),
    constraints: constraints.map((at) => bound(problem.constraints[at]!)),
  });
}

export function fewestPeople(problem: StaffingProblem): number | null {
  let fewest: number | null = null;
  for (const witness of witnesses(problem)) {
    const count = new Set(witness.map((taker) => problem.takers[taker]!.person)).size;
    if (fewest === null || count < fewest) fewest = count;
  }
  return fewest;
}

/** Without these people as actors, givers, or receivers of what they lend. */
export const isStaffableWithout = (problem: StaffingProblem, absent: readonly number[]): boolean =>
  isStaffable({
    ...problem,
    allowed: problem.allowed.map((list) =>
      list.filter((at) => {
        const { person, credited } = problem.takers[at]!;
        return ![person, ...credited].some((it) => absent.includes(it));
      }),
    ),
  });

/** The least weight of constraints that some assignment breaks; null: seats or lists are in the way. */
export function leastBroken(problem: StaffingProblem): number | null {
  let least: number | null = null;
  for (const witness of assignments(problem)) {
    const { doubled, broken } = evaluate(problem, witness);
    if (doubled.length > 0) continue;
    const weight = broken.reduce((sum, at) => sum + problem.constraints[at]!.weight, 0);
    if (least === null || weight < least) least = weight;
  }
  return least;
}
