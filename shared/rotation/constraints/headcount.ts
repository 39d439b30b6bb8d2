// A post has no more holders than its headcount, whoever is about to leave it left out.
import type { Day } from "../../domain/day.ts";
import type { ProblemPost } from "../plan.ts";
import { holdsOn, type Stint, type Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOn } from "./breach.ts";

export function checkHeadcount(timetable: Timetable): Breach[] {
  // Only an arrival makes a post fuller: whoever is left out on a day stays left out.
  return arrivalsIn(timetable).flatMap((stint) => {
    const post = timetable.postOf.get(stint.postId);
    if (!post) return [];
    const count = staying(timetable, post, stint.from);
    const most = Math.max(post.headcount, post.seats.length);
    if (count <= most) return [];
    return [
      breachOn(
        timetable,
        "headcount",
        stint,
        stint.from,
        `${stint.from} 起该岗 ${count} 人，定员 ${most} 人`,
        `${count} holders from ${stint.from}, ${most} is the headcount`,
      ),
    ];
  });
}

function staying(timetable: Timetable, post: ProblemPost, day: Day): number {
  const { index, problem, byPost } = timetable;
  const handedOver = index.line.plus(day, post.overlapDays);
  const isGoing = (it: Stint): boolean =>
    it.isLeftByMove ? it.until <= handedOver : it.until < problem.until;
  return (byPost.get(post.id) ?? []).filter((it) => holdsOn(it, day) && !isGoing(it)).length;
}
