// Arrivals at a department's key posts: how many it may still take in a month, whatever six calendar months hold it.
import type { RotationProblem } from "../plan.ts";
import { type Months, never } from "./months.ts";

/** Arrivals by department and calendar month. */
export type ArrivalLog = Int32Array[];

export interface Share {
  departments: number;
  /** Arrivals allowed per window, by department. */
  capOf: Int32Array;
  /** Calendar months that a window spans. */
  span: number;
  /** Index of a change month in a row of the log. */
  at: Int32Array;
  /** Before the plan: the arrivals of the window before today. */
  start(): ArrivalLog;
  /** Arrivals that the department may still take in the month beside what is in the log. */
  room(log: ArrivalLog, department: number, month: number): number;
  /** The same of one row of a log, under a cap. */
  roomIn(row: Int32Array, month: number, cap: number): number;
}

export function shareOf(problem: RotationProblem, months: Months, departmentIds: readonly string[]): Share {
  const span = problem.windowMonths;
  const capOf = Int32Array.from(
    departmentIds,
    (id) => problem.departments.find((it) => it.id === id)?.cap ?? never,
  );
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const today = number(problem.today);
  // Rows begin `span` months before that of today, and end so long after the last change day.
  const at = Int32Array.from(months.calendarOf, (month) => month + span);
  const length = (months.calendarOf[months.count - 1] ?? 0) + 2 * span + 1;
  const past = departmentIds.map((id) => {
    const row = new Int32Array(length);
    for (const day of problem.departments.find((it) => it.id === id)?.pastArrivals ?? []) {
      const index = number(day) - today + span;
      if (index >= 0) row[index] = (row[index] ?? 0) + 1;
    }
    return row;
  });
  const roomIn = (row: Int32Array, month: number, cap: number): number => {
    if (cap >= never) return never;
    const here = at[month] ?? 0;
    let counted = 0;
    for (let index = here - span + 1; index <= here; index++) counted += row[index] ?? 0;
    let most = counted;
    for (let last = here + 1; last < here + span; last++) {
      counted += (row[last] ?? 0) - (row[last - span] ?? 0);
      if (counted > most) most = counted;
    }
    return Math.max(0, cap - most);
  };
  return {
    departments: departmentIds.length,
    capOf,
    span,
    at,
    start: () => past.map((row) => row.slice()),
    room: (log, department, month) => {
      const row = log[department];
      return row ? roomIn(row, month, capOf[department] ?? never) : never;
    },
    roomIn,
  };
}
