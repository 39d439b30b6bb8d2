// Nobody stays on a key post after the day by which the place must be over; what notice or share have put off is reported apart.
import { type Day, daysBetween } from "../../domain/day.ts";
import { leftInCycles } from "../closed-cycles.ts";
import type { OverdueDays } from "../plan.ts";
import { mustEndBy, overdueFrom, type Timetable } from "../timetable.ts";
import { type Breach, breachOf, breachOn } from "./breach.ts";

/** Every stretch of days over the limit within `[today, horizon)`, with why it is there. */
export function overdueDays(timetable: Timetable): OverdueDays[] {
  const { problem, postOf } = timetable;
  return timetable.stints.flatMap((stint): OverdueDays[] => {
    const post = postOf.get(stint.postId);
    if (!post?.isKey || stint.until <= problem.today) return [];
    const overdue = overdueFrom(post, stint);
    if (overdue === null || overdue >= stint.until) return [];
    const from = overdue > problem.today ? overdue : problem.today;
    const piece = (a: Day, b: Day, why: OverdueDays["why"]): OverdueDays[] =>
      a < b
        ? [{ postId: post.id, personId: stint.personId, from: a, until: b, days: daysBetween(a, b), why }]
        : [];
    const by = mustEndBy(post, stint);
    const excusedTo = by === null || by > stint.until ? stint.until : by;
    return [
      ...piece(from, excusedTo, stint.seat?.excused ?? "notice"),
      ...piece(from > excusedTo ? from : excusedTo, stint.until, "nobody"),
    ];
  });
}

export function checkLimit(timetable: Timetable): Breach[] {
  const late = overdueDays(timetable)
    .filter((it) => it.why === "nobody")
    .map((it) =>
      breachOf(
        timetable,
        "limit",
        it,
        `须于 ${it.from} 前离任，至 ${it.until} 超期 ${it.days} 天`,
        `should be over by ${it.from}; ${it.days} days too long, until ${it.until}`,
      ),
    );
  return [...late, ...cyclesTooLate(timetable)];
}

/** Without an overlap a place changes hands as much earlier, so that there is time to learn before the limit. */
function cyclesTooLate(timetable: Timetable): Breach[] {
  const { postOf, index } = timetable;
  return [...leftInCycles(timetable)].flatMap((stint) => {
    const post = postOf.get(stint.postId);
    const by = post?.isKey ? mustEndBy(post, stint) : null;
    if (!post || by === null || stint.until > by || index.line.plus(stint.until, post.overlapDays) <= by)
      return [];
    return [
      breachOn(
        timetable,
        "limit",
        stint,
        stint.until,
        `${stint.until} 对调而无重叠期，须比 ${by} 早 ${post.overlapDays} 个工作日`,
        `changes places on ${stint.until} without overlap; that must be ${post.overlapDays} working days before ${by}`,
      ),
    ];
  });
}
