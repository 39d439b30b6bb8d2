// Tiny staffing problems with every kind of bound, drawn from a source: small enough to try every seating.
import type {
  Slot,
  StaffingBound,
  StaffingConstraint,
  StaffingProblem,
  Taker,
} from "../../shared/domain/staffing.ts";
import { chance, pick, type Source, several, someOf } from "./source.ts";

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const ascending = (items: readonly number[]): number[] => [...items].sort((a, b) => a - b);

/** At most 5 slots and 5 people; about half of them have a witness. */
export function tinyProblem(source: Source): StaffingProblem {
  const people = range(source.int(1, 5)).map((at) => `p${at}`);
  const everybody = range(people.length);
  const own: Taker[] = everybody.map((person) => ({ person, credited: [person] }));
  const lent: Taker[] = several(source, 0, 2, () => {
    const person = pick(source, everybody);
    return { person, credited: [...new Set([person, pick(source, everybody)])] };
  });
  const takers = [...own, ...lent];
  const slots: Slot[] = [];
  for (const step of range(source.int(1, 4)))
    for (const seat of range(chance(source, 20) && slots.length < 4 ? 2 : 1))
      slots.push({ stepId: `s${step}`, seat });
  const allowed = slots.map(() =>
    ascending(someOf(source, range(takers.length), chance(source, 10) ? 0 : 1, takers.length)),
  );
  const drawn = { source, slots, takers, people };
  const constraints = several(
    source,
    0,
    4,
    (index): StaffingConstraint => ({
      source: `r${index}`,
      weight: pick(source, [1, 3, 9]),
      ...anyBound(drawn),
    }),
  );
  return { people, takers, slots, allowed, constraints };
}

interface Drawn {
  source: Source;
  slots: readonly Slot[];
  takers: readonly Taker[];
  people: readonly string[];
}
function anyBound({ source, slots, takers, people }: Drawn): StaffingBound {
  const all = range(slots.length);
  const some = (): number[] => ascending(someOf(source, all, 1, all.length));
  const groupOf = people.map(() => source.int(0, 2));
  const unit = (taker: Taker): number | null => {
    const group = groupOf[taker.person] ?? 0;
    return group === 2 && chance(source, 30) ? null : group;
  };
  const byPerson = takers.map((taker) => taker.credited);
  const byUnit = takers.map((taker) => [unit(taker)].filter((group) => group !== null));
  switch (pick(source, ["few", "few", "together", "many", "rising", "unrelated", "one-team"] as const)) {
    case "few":
      return {
        type: "few",
        labels: slots.map(() => someOf(source, [0, 1, 2], 0, 2)),
        holders: chance(source, 70) ? byPerson : byUnit,
        most: source.int(1, 2),
      };
    case "together":
      return { type: "together", slots: some(), holders: chance(source, 70) ? byPerson : byUnit };
    case "many": {
      const least = source.int(0, 3);
      return {
        type: "many",
        slots: some(),
        counted: chance(source, 70) ? takers.map(({ person }) => person) : takers.map(unit),
        least,
        most: chance(source, 40) ? source.int(least, 3) : null,
        isOdd: chance(source, 20),
        experts: chance(source, 20)
          ? { has: people.map(() => chance(source, 50)), atLeast: source.int(1, 2), of: 3 }
          : null,
      };
    }
    case "rising":
      return {
        type: "rising",
        earlier: some(),
        later: some(),
        rank: takers.map(() => (chance(source, 15) ? null : source.int(1, 4))),
      };
    case "unrelated":
      return {
        type: "unrelated",
        left: some(),
        right: some(),
        related: range(people.length).flatMap((a) =>
          range(people.length).flatMap(
            (b): Array<[number, number]> => (a < b && chance(source, 30) ? [[a, b]] : []),
          ),
        ),
      };
    case "one-team":
      return {
        type: "one-team",
        slots: some(),
        teams: several(source, 1, 3, () => ascending(someOf(source, range(people.length), 1, people.length))),
      };
  }
}
