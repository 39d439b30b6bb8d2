// On every day on which somebody arrives or leaves, whoever then decides can do each matter that today's holders can.
import { addDays, type Day } from "../../domain/day.ts";
import { decidingChanges, decidingOn } from "../deciders.ts";
import { matterWords } from "../matter-words.ts";
import { matterTouchedBy, staffMatter, stillStands } from "../staffable.ts";
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
  const touched = touchedReader(timetable);
  for (const day of turningDays(timetable)) {
    const deciding = decidingOn(timetable, day);
    for (const at of touched(day)) {
      const matter = matters[at];
      const before = witnesses[at];
      if (!matter || (before && stillStands(matter, before, deciding))) continue;
      const { status, witness } = staffMatter(matter, deciding);
      witnesses[at] = witness;
      const last = open[at];
      if (status === "staffed") {
        if (last) last.until = day;
        open[at] = null;
      } else if (!last) {
        const breach = unstaffed(matterWords(matter), day, status === "undecided");
        open[at] = breach;
        found.push(breach);
      }
    }
    // Going on from one turning day to the next it is one breach.
    for (const breach of open) if (breach) breach.until = addDays(day, 1);
  }
  return found;
}

/** Matters whose deciders may have changed since the day asked before; the first day they all have. Days ascend. */
function touchedReader(timetable: Timetable): (day: Day) => number[] {
  const { matters } = timetable.problem;
  const byPosts = matterTouchedBy(matters);
  const changes = decidingChanges(timetable);
  const all = [...matters.keys()];
  let next = -1;
  return (day) => {
    const posts = new Set<string>();
    let isAnywhere = next < 0;
    for (next = Math.max(next, 0); ; next++) {
      const change = changes[next];
      if (!change || change.day > day) break;
      if (change.postId === null) isAnywhere = true;
      else posts.add(change.postId);
    }
    return isAnywhere ? all : byPosts(posts);
  };
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
