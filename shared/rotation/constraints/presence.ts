// Whoever arrives is in the unit and not absent that day.
import { contains } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { type Breach, breachOn } from "./breach.ts";

export function checkPresence(timetable: Timetable): Breach[] {
  return timetable.stints.flatMap((stint) => {
    const person = timetable.personOf.get(stint.personId);
    if (stint.seat !== null || !person) return [];
    const day = stint.from;
    const isOutside =
      (person.joinedOn !== null && day < person.joinedOn) ||
      (person.leavesOn !== null && person.leavesOn <= day);
    if (isOutside)
      return [
        breachOn(
          timetable,
          "presence",
          stint,
          day,
          `${day} 到任时不在本单位`,
          `not in the unit on ${day}, the day of arrival`,
        ),
      ];
    if (!person.absences.some((it) => contains(it, day))) return [];
    return [
      breachOn(
        timetable,
        "presence",
        stint,
        day,
        `${day} 到任时缺勤`,
        `absent on ${day}, the day of arrival`,
      ),
    ];
  });
}
