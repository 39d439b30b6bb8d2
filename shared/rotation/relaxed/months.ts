// The planned months as the relaxation sees them: everything that happens in one calendar month is one step.
import { addDays, addMonths, type Day } from "../../domain/day.ts";
import { workdayAfter, workdayReader } from "../../domain/workdays.ts";
import type { RotationProblem } from "../plan.ts";

/** Index that no month has: "never". */
export const never = 1_000_000;

/**
 * Every move of a valid plan lies in the calendar month of a change day and not before it (docs/rotation.md, change-day),
 * so who holds what at the close of each planned month says enough to refute a plan.
 */
export interface PlannedMonths {
  count: number;
  firstDay(month: number): Day;
  /** Last day of the calendar month. */
  close(month: number): Day;
  /** Calendar months since year 0. */
  calendar(month: number): number;
  /** Last month whose change day + `overlap` working days is on or before the day, -1 if none; `never` for null and from the horizon's end on. */
  latestStart(day: Day | null, overlap: number): number;
}

export const calendarMonth = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

export function plannedMonths(problem: RotationProblem): PlannedMonths {
  const { changeDays, until, calendar } = problem;
  const isWorkday = workdayReader(calendar);
  const closes = changeDays.map(lastOfMonth);
  const numbers = changeDays.map(calendarMonth);
  const shifted = new Map<number, Day[]>();
  const after = (overlap: number): Day[] => {
    const known = shifted.get(overlap) ?? changeDays.map((day) => workdayAfter(isWorkday, day, overlap));
    shifted.set(overlap, known);
    return known;
  };
  return {
    count: changeDays.length,
    firstDay: (month) => changeDays[month] ?? until,
    close: (month) => closes[month] ?? until,
    calendar: (month) => numbers[month] ?? 0,
    latestStart: (day, overlap) => {
      if (day === null || day >= until) return never;
      const days = after(overlap);
      let low = 0;
      let high = days.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((days[middle] ?? until) <= day) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
  };
}

const lastOfMonth = (day: Day): Day => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);
