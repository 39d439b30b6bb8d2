// Holders change on change days alone, not before a post's earliest one, and never where a lock stands.
import { addDays } from "../../domain/day.ts";
import { opensOn, type Timetable } from "../timetable.ts";
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
      const staysUntil = stint.seat?.staysUntil ?? null;
      return (
        opens === null ||
        day < opens ||
        !problem.changeDays.includes(day) ||
        personOf.get(stint.personId)?.isLocked === true ||
        (day === stint.until && staysUntil !== null && day < staysUntil && stint.seat?.endsOn == null)
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
