// Nobody arrives at a reviewing post of a matter while cases in which they did another duty are open.
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach, breachOf } from "./breach.ts";

export function checkOwnWork(timetable: Timetable): Breach[] {
  const { blocksOf } = timetable.index;
  if (blocksOf.size === 0) return [];
  return arrivalsIn(timetable).flatMap((stint) => {
    const block = blocksOf
      .get(stint.personId)
      ?.find((it) => it.postId === stint.postId && stint.from < it.until);
    if (!block) return [];
    return [
      breachOf(
        timetable,
        "own-work",
        stint,
        `${stint.from} 到任，将复核本人经办的事项（${block.until} 前）`,
        `arrives on ${stint.from} and would review their own work (until ${block.until})`,
      ),
    ];
  });
}
