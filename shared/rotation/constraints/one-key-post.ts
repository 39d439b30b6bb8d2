// The plan puts nobody on two key posts at once.
import { intersection } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkOneKeyPost(timetable: Timetable): Breach[] {
  const { postOf, byPerson } = timetable;
  return arrivalsIn(timetable)
    .filter(
      (stint) =>
        postOf.get(stint.postId)?.isKey &&
        (byPerson.get(stint.personId) ?? []).some(
          (it) =>
            it !== stint &&
            postOf.get(it.postId)?.isKey &&
            it.from < it.until &&
            intersection(it, stint) !== null,
        ),
    )
    .map((it) => breachOf(timetable, "one-key-post", it, "同时任两个关键岗位", "on two key posts at once"));
}
