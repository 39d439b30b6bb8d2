// Arrivals that a department needs by a month against those that its share lets in: both counted without a plan.
import { calendarMonth, never } from "./months.ts";
import type { Reach } from "./reach.ts";

/** Months by which the arrivals at one post must have happened, ascending: the n-th arrival comes by the n-th month. */
export function arrivalsNeeded(reach: Reach, post: number): number[] {
  const { months, problem } = reach;
  const needs: number[] = [];
  /** Months in which arrivals counted so far must be followed. */
  const running: number[] = [];
  if (!problem.posts[post]?.isKey) return needs;
  for (let month = 0; month < months.count; month++) {
    const held = reach.stays(post, month).length + running.filter((due) => due > month).length;
    for (let short = reach.needed(post, month) - held; short > 0; short--) {
      needs.push(month);
      // Whoever comes later than this is too late, whoever comes earlier must go no later.
      running.push(Math.max(reach.limitAfter(post, month), month + 1));
    }
  }
  return needs;
}

/** Six-month windows that together take in fewer arrivals than a department needs by a month. */
export interface ShortShare {
  departmentId: string;
  /** By this month. */
  month: number;
  /** Post index once for each arrival needed by then. */
  needs: number[];
  windowMonths: number;
  cap: number;
  /** One after the other; the last may reach past the month. */
  windows: Window[];
  /** Arrivals that the windows can still take in together. */
  room: number;
}
/** `from`: calendar month (see months.ts). `past`: arrivals before today. `room`: what is left of the share. */
export interface Window {
  from: number;
  past: number;
  room: number;
}

/** The first month by which the share of some department is too small; null: none found. */
export function shortShare(reach: Reach): ShortShare | null {
  const { problem, months } = reach;
  const byDepartment = new Map<string, number[]>();
  problem.posts.forEach((post, q) => {
    if (post.isKey) byDepartment.set(post.departmentId, [...(byDepartment.get(post.departmentId) ?? []), q]);
  });
  let first: ShortShare | null = null;
  for (const department of problem.departments) {
    const posts = byDepartment.get(department.id) ?? [];
    const opens = Math.min(...posts.map((q) => problem.posts[q]?.earliest ?? never));
    if (opens >= months.count) continue;
    const needs = posts.flatMap((post) => arrivalsNeeded(reach, post).map((month) => ({ post, month })));
    for (const month of [...new Set(needs.map((it) => it.month))].sort((a, b) => a - b)) {
      if (first && month >= first.month) break;
      const due = needs.filter((it) => it.month <= month);
      const best = fewestIn(department, problem.windowMonths, months.calendar(opens), months.calendar(month));
      if (due.length <= best.room) continue;
      first = {
        departmentId: department.id,
        month,
        needs: due.map((it) => it.post),
        windowMonths: problem.windowMonths,
        cap: department.cap,
        ...best,
      };
    }
  }
  return first;
}

/** The tiling of calendar months `from`–`to` by windows that takes in the fewest arrivals. */
function fewestIn(
  department: { cap: number; pastArrivals: readonly string[] },
  length: number,
  from: number,
  to: number,
): { windows: Window[]; room: number } {
  const past = department.pastArrivals.map(calendarMonth);
  let best: { windows: Window[]; room: number } = { windows: [], room: never };
  for (let start = from - length + 1; start <= from; start++) {
    const windows: Window[] = [];
    for (let at = start; at <= to; at += length) {
      const own = past.filter((month) => month >= at && month < at + length).length;
      windows.push({ from: at, past: own, room: Math.max(0, department.cap - own) });
    }
    const room = windows.reduce((sum, it) => sum + it.room, 0);
    if (room < best.room) best = { windows, room };
  }
  return best;
}
