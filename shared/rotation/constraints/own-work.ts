// Nobody arrives at a reviewing post of a matter while cases in which they did another duty are open.
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkOwnWork(timetable: Timetable): Breach[] {
  return arrivalsIn(timetable)
    .filter((stint) =>
      timetable.problem.blocks.some(
        (it) => it.personId === stint.personId && it.postId === stint.postId && stint.from < it.until,
      ),
    )
    .map((it) =>
      breachOf(timetable, "own-work", it, "将复核本人经办的在办事项", "would review their own open work"),
    );
}
