// Arrivals at a department's key posts in any six consecutive calendar months stay within its share.
import { addMonths, type Day } from "../../domain/day.ts";
import type { ProblemDepartment } from "../plan.ts";
import type { Timetable } from "../timetable.ts";
import { arrivalsIn, type Breach } from "./breach.ts";

export function checkArrivalsShare(timetable: Timetable): Breach[] {
  const { problem, postOf } = timetable;
  const planned = new Map<string, Day[]>();
  for (const stint of arrivalsIn(timetable)) {
    const post = postOf.get(stint.postId);
    if (post?.isKey) planned.set(post.departmentId, [...(planned.get(post.departmentId) ?? []), stint.from]);
  }
  return problem.departments.flatMap((department) =>
    overfull(department, planned.get(department.id) ?? [], problem.windowMonths),
  );
}

/** The first overfull window, the next one after its end, and so on. Windows without an arrival by the plan are passed over. */
function overfull(department: ProblemDepartment, planned: readonly Day[], windowMonths: number): Breach[] {
  if (planned.length === 0) return [];
  const monthsOf = (days: readonly Day[]): number[] => days.map(monthOf);
  const [own, all] = [monthsOf(planned), monthsOf([...planned, ...department.pastArrivals])];
  const found: Breach[] = [];
  const last = Math.max(...own);
  // Starts as early as a window with the first planned arrival may.
  for (let start = Math.min(...own) - windowMonths + 1; start <= last; start++) {
    const isIn = (month: number): boolean => start <= month && month < start + windowMonths;
    const count = all.filter(isIn).length;
    if (count <= department.cap || !own.some(isIn)) continue;
    const from = dayOf(start);
    const to = dayOf(start + windowMonths - 1).slice(0, 7);
    found.push({
      constraint: "arrivals-share",
      postId: null,
      personId: null,
      from,
      until: addMonths(from, windowMonths),
      sentence: {
        zh: `${department.name}：${from.slice(0, 7)} 至 ${to} 有 ${count} 人到任关键岗位，上限 ${department.cap} 人`,
        en: `${department.name}: ${count} arrivals on key posts from ${from.slice(0, 7)} to ${to}, ${department.cap} allowed`,
      },
    });
    start += windowMonths - 1;
  }
  return found;
}

/** Calendar months since year 0. */
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const dayOf = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
