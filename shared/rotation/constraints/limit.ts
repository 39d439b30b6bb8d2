// Nobody stays over the limit from a post's earliest change day on; what notice or the share makes unavoidable is reported apart.
import { type Day, daysBetween } from "../../domain/day.ts";
import type { OverdueDays, ProblemPost, RotationProblem } from "../plan.ts";
import { earlier, opensOn, type Stint, type Timetable } from "../timetable.ts";
import { type Breach, breachOf } from "./breach.ts";
import { isShareTaken, overdueFrom } from "./share-taken.ts";

/** Every stretch of overdue days within `[today, horizon)`, with why it is there. */
export function overdueDays(timetable: Timetable): OverdueDays[] {
  const { problem, postOf, personOf } = timetable;
  return timetable.stints.flatMap((stint): OverdueDays[] => {
    const post = postOf.get(stint.postId);
    if (!post?.isKey || stint.until <= problem.today) return [];
    const overdue = overdueFrom(post, stint);
    if (overdue === null || overdue >= stint.until) return [];
    const from = overdue > problem.today ? overdue : problem.today;
    const opens = personOf.get(stint.personId)?.isLocked ? null : leavesFrom(problem, post, stint);
    const noticed = opens === null ? stint.until : (earlier(opens, stint.until) ?? stint.until);
    const piece = (a: string, b: string, why: OverdueDays["why"]): OverdueDays[] =>
      a < b
        ? [{ postId: post.id, personId: stint.personId, from: a, until: b, days: daysBetween(a, b), why }]
        : [];
    const late = from > noticed ? from : noticed;
    const why =
      late < stint.until && isShareTaken(timetable, post, stint, overdue, stint.until) ? "share" : "nobody";
    return [...piece(from, noticed, "notice"), ...piece(late, stint.until, why)];
  });
}

/** The first change day on which this holder may go: the post's, and not before an exemption ends. */
function leavesFrom(problem: RotationProblem, post: ProblemPost, stint: Stint): Day | null {
  const opens = opensOn(problem, post);
  const staysUntil = stint.seat?.staysUntil ?? null;
  if (opens === null || staysUntil === null || staysUntil <= opens) return opens;
  return problem.changeDays.find((it) => it >= staysUntil) ?? null;
}

export function checkLimit(timetable: Timetable): Breach[] {
  return overdueDays(timetable)
    .filter((it) => it.why === "nobody")
    .map((it) => breachOf(timetable, "limit", it, `超期 ${it.days} 天`, `${it.days} days over the limit`));
}
