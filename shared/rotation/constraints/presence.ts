// Whoever arrives is in the unit and not absent that day.
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkPresence(timetable: Timetable): Breach[] {
  const arrivals = timetable.stints.filter((it) => it.seat === null);
  const outside = arrivals.filter((stint) => {
    const person = timetable.personOf.get(stint.personId);
    return (
      !person ||
      (person.joinedOn !== null && stint.from < person.joinedOn) ||
      (person.leavesOn !== null && person.leavesOn <= stint.from)
    );
  });
  const absent = arrivalsIn(timetable).filter((stint) =>
    timetable.personOf
      .get(stint.personId)
      ?.absences.some((it) => it.from <= stint.from && (it.until === null || stint.from < it.until)),
  );
  return [
    ...outside.map((it) =>
      breachOf(timetable, "presence", it, "到岗日不在本单位", "not in the unit on the day of arrival"),
    ),
    ...absent.map((it) => breachOf(timetable, "presence", it, "到岗日缺勤", "absent on the day of arrival")),
  ];
}
