// Who holds what on one day: the ground of the design check.
import { contains, type Day } from "../../domain/day.ts";
import type { Person } from "../../domain/organisation.ts";
import type { Holding, View } from "../view.ts";

/** A person who is there on the day, with what they hold then. */
export interface Standing {
  readonly person: Person;
  readonly holdings: readonly Holding[];
}

export const isThere = (person: Person, day: Day): boolean =>
  !person.isSystem &&
  (person.joinedOn === null || person.joinedOn <= day) &&
  (person.leavesOn === null || day < person.leavesOn);

export function standingsOn(view: View, day: Day): Standing[] {
  return view.world.people
    .filter((person) => isThere(person, day))
    .map((person) => ({
      person,
      holdings: view.holdingsOf(person.id).filter((holding) => contains(holding, day)),
    }))
    .filter(({ holdings }) => holdings.length > 0);
}
