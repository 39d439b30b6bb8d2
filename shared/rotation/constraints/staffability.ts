// On every day on which somebody arrives or leaves, whoever then decides can do each matter that today's holders can.
import { addDays, type Day } from "../../domain/day.ts";
import { decidingOn } from "../deciders.ts";
import { matterWords } from "../matter-words.ts";
import { staffMatter, stillStands } from "../staffable.ts";
import type { SeatTaker } from "../staffing-on.ts";
import type { Timetable } from "../timetable.ts";
import type { Breach } from "./breach.ts";

/** Days of the horizon after today on which a counted holder arrives or leaves, ascending. */
export function turningDays({ problem, stints }: Timetable): Day[] {
  const days = new Set<Day>();
  for (const { from, until } of stints) if (from < until) days.add(from).add(until);
  return [...days].filter((day) => day > problem.today && day < problem.until).sort();
}

export function checkStaffability(timetable: Timetable): Breach[] {
  const { matters } = timetable.problem;
  if (matters.length === 0) return [];
  const witnesses = matters.map((): SeatTaker[] | null => null);
  const open = matters.map((): Breach | null => null);
  const found: Breach[] = [];
  for (const day of turningDays(timetable)) {
    const deciding = decidingOn(timetable, day);
    matters.forEach((matter, at) => {
      const before = witnesses[at];
      if (before && stillStands(matter, before, deciding)) return;
      const { status, witness } = staffMatter(matter, deciding);
      witnesses[at] = witness;
      const last = open[at];
      if (status === "staffed") {
        if (last) last.until = day;
        open[at] = null;
      } else if (last) {
        // Going on from one turning day to the next it is one breach.
        last.until = addDays(day, 1);
      } else {
        const breach = unstaffed(matterWords(matter), day, status === "undecided");
        open[at] = breach;
        found.push(breach);
      }
    });
  }
  return found;
}

function unstaffed(matter: { zh: string; en: string }, day: Day, isUndecided: boolean): Breach {
  return {
    constraint: "staffability",
    postId: null,
    personId: null,
    from: day,
    until: addDays(day, 1),
    matter,
    sentence: isUndecided
      ? {
          zh: `${matter.zh}：${day} 起能否办成，在工作量上限内未能判明`,
          en: `${matter.en}: whether it can be staffed from ${day} on was not decided within the budget`,
        }
      : { zh: `${matter.zh}：${day} 起配不齐人员`, en: `${matter.en}: cannot be staffed from ${day} on` },
  };
}
