// On which days authorities begin and end, and how many are in force, coming and over on the day shown; pure.
import type { Day } from "../../../shared/domain/day.ts";

export interface Spell {
  from: Day;
  until: Day | null;
}
export interface DayMarks {
  begins: ReadonlyMap<Day, number>;
  ends: ReadonlyMap<Day, number>;
  inForce: number;
  coming: number;
  ended: number;
}

export function dayMarks(spells: readonly Spell[], day: Day): DayMarks {
  const begins = new Map<Day, number>();
  const ends = new Map<Day, number>();
  const sum = { inForce: 0, coming: 0, ended: 0 };
  for (const { from, until } of spells) {
    begins.set(from, (begins.get(from) ?? 0) + 1);
    if (until !== null) ends.set(until, (ends.get(until) ?? 0) + 1);
    if (from > day) sum.coming += 1;
    else if (until !== null && until <= day) sum.ended += 1;
    else sum.inForce += 1;
  }
  return { begins, ends, ...sum };
}
