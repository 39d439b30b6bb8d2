// Who is related to whom and to which supplier, on any days, and who has which qualification when: in numbers.

import type { NumberOf } from "../../domain/packed-log.ts";
import type { View } from "../view.ts";
import { isWithin, type Span, type Staff, spanOf } from "./staff.ts";

export interface Relations {
  /** By dense person: dense people. */
  readonly kin: readonly (ReadonlySet<number> | undefined)[];
  /** By dense person: the source's numbers of suppliers. */
  readonly suppliers: readonly (ReadonlySet<number> | undefined)[];
  isExpert(person: number, day: number, qualification: string): boolean;
}

export function relationsOf(view: View, staff: Staff, numberOf: NumberOf): Relations {
  const kin: Set<number>[] = [];
  const suppliers: Set<number>[] = [];
  const add = (to: Set<number>[], person: number, other: number): void => {
    const known = to[person];
    if (known) known.add(other);
    else to[person] = new Set([other]);
  };
  for (const row of view.world.relations) {
    const person = staff.people.of(row.personId);
    const other = staff.people.of(row.otherPersonId);
    if (row.supplierId !== null) add(suppliers, person, numberOf(row.supplierId));
    if (other < 0) continue;
    add(kin, person, other);
    add(kin, other, person);
  }
  const qualified = new Map<string, Span[][]>();
  for (const row of view.world.qualifications) {
    const people = qualified.get(row.code) ?? [];
    qualified.set(row.code, people);
    const person = staff.people.of(row.personId);
    people[person] = [...(people[person] ?? []), spanOf(row)];
  }
  return {
    kin,
    suppliers,
    isExpert: (person, day, qualification) => {
      const people = qualified.get(qualification);
      // Nobody has it on any day: then that part of a rule is not asked.
      return people === undefined || (people[person]?.some((span) => isWithin(span, day)) ?? false);
    },
  };
}
