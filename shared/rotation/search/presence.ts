// Who is there in which month: on the change day, and on every working day that a chain could reach.
import type { ProblemPerson } from "../plan.ts";
import type { Months } from "./months.ts";

export interface Presence {
  /** On the change day; `isWhole`: on every working day of the month from it on. */
  isThere(person: number, month: number, isWhole: boolean): boolean;
  isThereOn(person: number, month: number, offset: number): boolean;
}

export function presenceOf(people: readonly ProblemPerson[], months: Months): Presence {
  const isOn = (person: ProblemPerson, day: string): boolean =>
    !person.isLocked &&
    (person.joinedOn === null || person.joinedOn <= day) &&
    (person.leavesOn === null || day < person.leavesOn) &&
    !person.absences.some((it) => it.from <= day && (it.until === null || day < it.until));
  const isAlways = people.map(
    (it) => !it.isLocked && it.joinedOn === null && it.leavesOn === null && it.absences.length === 0,
  );
  const days = Array.from({ length: months.count }, (_, month) =>
    Array.from({ length: (months.rest[month] ?? 0) + 1 }, (_, offset) => months.dayAt(month, offset)),
  );
  const rows = people.map((person, at) =>
    isAlways[at]
      ? null
      : days.map((list) =>
          isOn(person, list[0] ?? "") ? (list.every((day) => isOn(person, day)) ? 2 : 1) : 0,
        ),
  );
  return {
    isThere: (person, month, isWhole) => (rows[person]?.[month] ?? 2) >= (isWhole ? 2 : 1),
    isThereOn: (person, month, offset) =>
      isAlways[person] === true || isOn(people[person] as ProblemPerson, months.dayAt(month, offset)),
  };
}
