// Calendar arithmetic of the search: spans of months between change days, looked up in tables.
import { addDays, addMonths, type Day } from "../../domain/day.ts";
import type { RotationProblem } from "../plan.ts";

/** Index that no change day has: "never", "no deadline". */
export const never = 1_000_000;

export interface Months {
  count: number;
  dayOf(month: number): Day;
  /** First month whose change day is on or after the day. */
  firstFrom(day: Day): number;
  /** Last month whose change day is on or before the day, -1 if none; `never` for null or beyond the horizon. */
  lastUntil(day: Day | null): number;
  /** The change day plus a span of calendar months. */
  plus(month: number, span: number): Day;
  firstFromPlus(month: number, span: number): number;
  /** First day over a limit of `span` months for someone who arrived in `month`: leaving on it is in time. */
  overdueFrom(month: number, span: number): Day;
}

export function monthsOf(problem: RotationProblem): Months {
  const { changeDays, until } = problem;
  const firstFrom = (day: Day): number => {
    const at = changeDays.findIndex((it) => it >= day);
    return at < 0 ? never : at;
  };
  const lastUntil = (day: Day | null): number =>
    day === null || day >= until ? never : changeDays.findLastIndex((it) => it <= day);
  const table = <T>(make: (day: Day, span: number) => T): ((month: number, span: number) => T) => {
    const rows = new Map<number, T[]>();
    return (month, span) => {
      let row = rows.get(span);
      if (!row) {
        row = changeDays.map((day) => make(day, span));
        rows.set(span, row);
      }
      return row[month] as T;
    };
  };
  return {
    count: changeDays.length,
    dayOf: (month) => changeDays[month] ?? until,
    firstFrom,
    lastUntil,
    plus: table((day, span) => addMonths(day, span)),
    firstFromPlus: table((day, span) => firstFrom(addMonths(day, span))),
    overdueFrom: table((day, span) => addDays(addMonths(day, span), 1)),
  };
}
