// Whoever leaves a key post leaves it to people who have been there for the overlap, or changes places in a closed cycle.
import type { Day } from "../../domain/day.ts";
import { leftInCycles } from "../closed-cycles.ts";
import { neededOn } from "../needed.ts";
import type { ProblemPost } from "../plan.ts";
import { holdsOn, type Stint, type Timetable } from "../timetable.ts";
import { type Breach, breachOn } from "./breach.ts";

/** Leavings of key posts that go on, without enough others who have served the overlap. */
export function leavingsWithoutOverlap(timetable: Timetable): Stint[] {
  const { problem, postOf } = timetable;
  return timetable.stints.filter((stint) => {
    const post = postOf.get(stint.postId);
    if (!post?.isKey || stint.from >= stint.until) return false;
    if (stint.until >= problem.until || (post.until !== null && stint.until >= post.until)) return false;
    return servedBeside(timetable, post, stint.until) < neededOn(timetable, post, stint.until);
  });
}

const servedBeside = ({ byPost, index }: Timetable, post: ProblemPost, day: Day): number =>
  (byPost.get(post.id) ?? []).filter(
    (it) => holdsOn(it, day) && index.line.plus(it.from, post.overlapDays) <= day,
  ).length;

export function checkHandoverOverlap(timetable: Timetable): Breach[] {
  const without = leavingsWithoutOverlap(timetable);
  if (without.length === 0) return [];
  const cycles = leftInCycles(timetable);
  return without
    .filter((stint) => !cycles.has(stint))
    .map((stint) => {
      const days = timetable.postOf.get(stint.postId)?.overlapDays ?? 0;
      return breachOn(
        timetable,
        "handover-overlap",
        stint,
        stint.until,
        `${stint.until} 离岗时，接任人尚未共事满 ${days} 个工作日`,
        `leaves on ${stint.until} before a successor has served ${days} working days beside`,
      );
    });
}
