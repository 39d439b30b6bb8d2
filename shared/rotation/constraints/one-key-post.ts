// The plan puts nobody on two key posts at once.
import { intersection } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf, nameOfPost } from "./breach.ts";

export function checkOneKeyPost(timetable: Timetable): Breach[] {
  const { postOf, byPerson } = timetable;
  return arrivalsIn(timetable).flatMap((stint) => {
    if (!postOf.get(stint.postId)?.isKey) return [];
    const other = (byPerson.get(stint.personId) ?? []).find(
      (it) =>
        it !== stint &&
        postOf.get(it.postId)?.isKey &&
        it.from < it.until &&
        intersection(it, stint) !== null,
    );
    if (!other) return [];
    const name = nameOfPost(timetable, other.postId);
    return [
      breachOf(
        timetable,
        "one-key-post",
        stint,
        `${stint.from} 到任，同时任关键岗位 ${name}`,
        `arrives on ${stint.from} while on another key post, ${name}`,
      ),
    ];
  });
}
