// Arrivals at a department's key posts within any window stay within its share.
import { addMonths } from "../../domain/day.ts";
import type { Timetable } from "../timetable.ts";
import type { Breach } from "./breach.ts";
import { arrivalsAt } from "./share-taken.ts";

export function checkArrivalsShare(timetable: Timetable): Breach[] {
  const { problem } = timetable;
  return problem.departments.flatMap((department) => {
    const days = arrivalsAt(timetable, department.id)
      .map((it) => it.day)
      .sort();
    for (const start of days) {
      const end = addMonths(start, problem.windowMonths);
      const within = days.filter((day) => start <= day && day < end);
      // A window that the past alone overfills is not the plan's doing.
      if (within.length <= department.cap || (within.at(-1) ?? "") <= problem.today) continue;
      const breach: Breach = {
        constraint: "arrivals-share",
        postId: null,
        personId: null,
        from: start,
        until: end,
        sentence: {
          zh: `${department.name}：自 ${start} 起 ${problem.windowMonths} 个月内 ${within.length} 人到任关键岗位，上限 ${department.cap} 人`,
          en: `${department.name}: ${within.length} arrivals on key posts within ${problem.windowMonths} months from ${start}, ${department.cap} allowed`,
        },
      };
      return [breach];
    }
    return [];
  });
}
