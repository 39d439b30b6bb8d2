// Small staffing problems of every kind of bound, with delegations, seats of one step, unknown ranks and departments.
import type {
  Slot,
  StaffingBound,
  StaffingConstraint,
  StaffingProblem,
  Taker,
} from "../../../shared/domain/staffing.ts";
import { chance, pick, pickOrNull, type Source, several, someOf } from "../../builders/source.ts";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export function smallProblem(source: Source): StaffingProblem {
  const people = several(source, 2, 5, (at) => `p${at}`);
  const persons = upTo(people.length);
  const takers: Taker[] = persons.map((person) => ({ person, credited: [person] }));
  for (const person of persons)
    if (chance(source, 25)) takers.push({ person, credited: [person, pick(source, persons)] });
  const slots: Slot[] = [];
  for (const stepId of several(source, 1, 4, (at) => `s${at}`))
    for (const seat of upTo(chance(source, 20) ? 2 : 1)) slots.push({ stepId, seat });
  const allowed = slots.map(() =>
    someOf(source, upTo(takers.length), 0, chance(source, 50) ? 3 : 7).sort((a, b) => a - b),
  );
  const constraints = several(source, 0, 5, (at): StaffingConstraint => {
    const bound = smallBound(source, takers, people.length, slots.length);
    return { ...bound, source: `r${at}`, weight: pick(source, [1, 3, 9]) };
  });
  return { people, takers, slots, allowed, constraints };
}

function smallBound(source: Source, takers: readonly Taker[], people: number, slots: number): StaffingBound {
  const departments = upTo(people).map(() => source.int(0, 2));
  const some = (): number[] => someOf(source, upTo(slots), 0, slots).sort((a, b) => a - b);
  const person = takers.map((it) => [it.person]);
  const holders = pick(source, [
    person,
    takers.map((it) => [...new Set(it.credited)]),
    takers.map((it) => (chance(source, 20) ? [] : [departments[it.person]!])),
    takers.map((it) => [...new Set(it.credited.map((one) => departments[one]!))]),
  ]);
  switch (source.int(1, 6)) {
    case 1:
      return {
        type: "few",
        labels: upTo(slots).map(() => someOf(source, [0, 1, 2], 0, chance(source, 80) ? 1 : 2)),
        holders,
        most: chance(source, 70) ? 1 : 2,
      };
    case 2:
      return { type: "together", slots: some(), holders };
    case 3: {
      const least = source.int(0, 3);
      const counted = pick(source, [
        takers.map((it) => it.person),
        takers.map((it) => it.person),
        takers.map((it) => (chance(source, 20) ? null : departments[it.person]!)),
      ]);
      return {
        type: "many",
        slots: some(),
        counted,
        least,
        most: pickOrNull(source, [least, least + 1, 2], 50),
        isOdd: chance(source, 20),
        experts: chance(source, 30)
          ? {
              has: upTo(people).map(() => chance(source, 50)),
              ...pick(source, [
                { atLeast: 1, of: 2 },
                { atLeast: 2, of: 3 },
                { atLeast: 1, of: 3 },
              ]),
            }
          : null,
      };
    }
    case 4:
      return {
        type: "rising",
        earlier: some(),
        later: some(),
        rank: takers.map(() => pickOrNull(source, [1, 2, 3], 85)),
      };
    case 5: {
      const pairs = upTo(people).flatMap((b) => upTo(b).map((a) => [a, b] as const));
      return { type: "unrelated", left: some(), right: some(), related: someOf(source, pairs, 1, 3) };
    }
    default:
      return {
        type: "one-team",
        slots: some(),
        teams: several(source, 1, 3, () => someOf(source, upTo(people), 1, people)),
      };
  }
}
