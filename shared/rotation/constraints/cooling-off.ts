// Nobody returns to a key post, or to its family, before the cooling-off after their last service there.
import { addMonths, type Day } from "../../domain/day.ts";
import { defaultGapMonths } from "../../domain/tenure-term.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkCoolingOff(timetable: Timetable): Breach[] {
  const { postOf, personOf, byPerson } = timetable;
  return arrivalsIn(timetable)
    .filter((stint) => {
      const post = postOf.get(stint.postId);
      if (!post?.isKey || post.family === null) return false;
      const ends: (Day | null)[] = (personOf.get(stint.personId)?.served ?? [])
        .filter((it) => it.family === post.family)
        .map((it) => it.until);
      for (const other of byPerson.get(stint.personId) ?? []) {
        if (other !== stint && other.from <= stint.from && postOf.get(other.postId)?.family === post.family) {
          ends.push(other.until);
        }
      }
      // A break shorter than the gap of the tenure rule would let the old term run on.
      const span = Math.max(post.coolingOffMonths, defaultGapMonths);
      return ends.some((end) => end === null || stint.from < addMonths(end, span));
    })
    .map((it) =>
      breachOf(timetable, "cooling-off", it, "回任未满回避期", "returns before the cooling-off has passed"),
    );
}
