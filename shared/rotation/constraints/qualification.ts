// Whoever the plan puts on a post has every required qualification on every day there.
import type { Day } from "../../domain/day.ts";
import type { ProblemPerson } from "../plan.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOn } from "./breach.ts";

export function checkQualification(timetable: Timetable): Breach[] {
  return arrivalsIn(timetable).flatMap((stint) => {
    const held = timetable.personOf.get(stint.personId)?.qualifications ?? [];
    const required = timetable.postOf.get(stint.postId)?.qualifications ?? [];
    return required.flatMap((code) => {
      const day = firstWithout(held, code, stint.from, stint.until);
      if (day === null) return [];
      return [
        breachOn(
          timetable,
          "qualification",
          stint,
          day,
          `${day} 起缺少资格 ${code}`,
          `lacks qualification ${code} from ${day}`,
        ),
      ];
    });
  });
}

/** The first day of `[from, until)` without the qualification; null: there is none. */
export function firstWithout(
  held: ProblemPerson["qualifications"],
  code: string,
  from: Day,
  until: Day,
): Day | null {
  // Walks from day to day: the first day, then the day after each period of the code.
  for (let day = from; day < until; ) {
    const covering = held.find(
      (it) => it.code === code && it.from <= day && (it.until === null || day < it.until),
    );
    if (!covering) return day;
    if (covering.until === null) return null;
    day = covering.until;
  }
  return null;
}
