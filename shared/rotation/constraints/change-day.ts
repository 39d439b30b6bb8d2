// Holders change on change days alone, not before a post's earliest one, and never where a lock stands.
import { addDays, type Day } from "../../domain/day.ts";
import { earlier, opensOn, type Stint, type Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkChangeDay(timetable: Timetable): Breach[] {
  const { problem, postOf, personOf } = timetable;
  const changes = [
    ...arrivalsIn(timetable).map((stint) => ({ stint, day: stint.from })),
    ...timetable.stints.filter((it) => it.isLeftByMove).map((stint) => ({ stint, day: stint.until })),
  ];
  return changes
    .filter(({ stint, day }) => {
      const post = postOf.get(stint.postId);
      const opens = post ? opensOn(problem, post) : null;
      return (
        opens === null ||
        day < opens ||
        !problem.changeDays.includes(day) ||
        personOf.get(stint.personId)?.isLocked === true ||
        (day === stint.until && isExemptOn(timetable, stint, day))
      );
    })
    .map(({ stint, day }) =>
      breachOf(
        timetable,
        "change-day",
        { ...stint, from: day, until: addDays(day, 1) },
        `${day} 不可调整`,
        `no change is possible on ${day}`,
      ),
    );
}

/** An exempt holder stays until the exemption ends, unless no change day lies between that and their leaving by record. */
function isExemptOn(timetable: Timetable, stint: Stint, day: Day): boolean {
  const staysUntil = stint.seat?.staysUntil ?? null;
  if (staysUntil === null || staysUntil <= day) return false;
  const ends = earlier(stint.seat?.endsOn ?? null, timetable.personOf.get(stint.personId)?.leavesOn ?? null);
  return ends === null || timetable.problem.changeDays.some((it) => it >= staysUntil && it <= ends);
}
