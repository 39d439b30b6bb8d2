// How many holders a post must have on a day: fewer while the record has emptied a place that cannot be filled yet.
import type { Day } from "../domain/day.ts";
import type { ProblemPost } from "./plan.ts";
import type { Stint, Timetable } from "./timetable.ts";

/** Places of excused seats that have ended by record while the day is before their handBy (a locked one: for good). */
export const excusedOn = (timetable: Timetable, post: ProblemPost, day: Day): Stint[] =>
  (timetable.byPost.get(post.id) ?? []).filter(
    ({ seat, isLeftByMove, until }) =>
      seat !== null &&
      seat.excused !== null &&
      !isLeftByMove &&
      until <= day &&
      (seat.handBy === null || day < seat.handBy),
  );

export const neededOn = (timetable: Timetable, post: ProblemPost, day: Day): number =>
  post.required - excusedOn(timetable, post, day).length;
