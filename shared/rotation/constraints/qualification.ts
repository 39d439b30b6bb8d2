// Whoever the plan puts on a post has every required qualification on every day there.
import { addDays } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkQualification(timetable: Timetable): Breach[] {
  return arrivalsIn(timetable).flatMap((stint) => {
    const held = timetable.personOf.get(stint.personId)?.qualifications ?? [];
    const required = timetable.postOf.get(stint.postId)?.qualifications ?? [];
    return required.flatMap((code) => {
      // Walks from day to day: the first day of the stint, then the day after each period of the code.
      let day = stint.from;
      for (;;) {
        const covering = held.find(
          (it) => it.code === code && it.from <= day && (it.until === null || day < it.until),
        );
        if (!covering) {
          const from = { ...stint, from: day, until: addDays(day, 1) };
          return [
            breachOf(timetable, "qualification", from, `缺少资格 ${code}`, `lacks qualification ${code}`),
          ];
        }
        if (covering.until === null || covering.until >= stint.until) return [];
        day = covering.until;
      }
    });
  });
}
