// Nobody returns to a key post, or to its family, before the cooling-off after their last service there.
import { addMonths, type Day } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkCoolingOff(timetable: Timetable): Breach[] {
  const { postOf, personOf, byPerson } = timetable;
  return arrivalsIn(timetable).flatMap((stint) => {
    const post = postOf.get(stint.postId);
    if (!post?.isKey || post.family === null) return [];
    const ends: (Day | null)[] = (personOf.get(stint.personId)?.served ?? [])
      .filter((it) => it.family === post.family)
      .map((it) => it.until);
    for (const other of byPerson.get(stint.personId) ?? []) {
      const isBefore = other !== stint && other.from <= stint.from && other.from < other.until;
      if (isBefore && postOf.get(other.postId)?.family === post.family) ends.push(other.until);
    }
    const months = post.coolingOffMonths;
    const clash = ends.find((end) => end === null || stint.from < addMonths(end, months));
    if (clash === undefined) return [];
    return [
      breachOf(
        timetable,
        "cooling-off",
        stint,
        clash === null
          ? `${stint.from} 到任时仍兼任该岗或同类岗位`
          : `${stint.from} 回任，距 ${clash} 离任不足 ${months} 个月`,
        clash === null
          ? `arrives on ${stint.from} while still serving there or on its like`
          : `returns on ${stint.from}, less than ${months} months after leaving on ${clash}`,
      ),
    ];
  });
}
