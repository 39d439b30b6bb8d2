// Turns days into places along a timeline and back, month by month.
import { addDays, addMonths, type Day, daysBetween } from "../../shared/domain/day.ts";

export interface TimeScale {
  from: Day;
  /** Half-open. */
  until: Day;
  width: number;
  x(day: Day): number;
  /** The same, kept within the picture. */
  within(day: Day): number;
  dayAt(x: number): Day;
  months: readonly { from: Day; year: string; month: number; x: number; width: number }[];
}

/** @param from first day of a month; `months` of them, over `width` pixels. */
export function makeTimeScale(from: Day, months: number, width: number): TimeScale {
  const until = addMonths(from, months);
  const days = daysBetween(from, until);
  const x = (day: Day): number => (daysBetween(from, day) / days) * width;
  return {
    from,
    until,
    width,
    x,
    within: (day) => Math.max(0, Math.min(width, x(day))),
    dayAt: (at) => addDays(from, Math.floor((at / width) * days)),
    months: Array.from({ length: months }, (_, at) => {
      const first = addMonths(from, at);
      return {
        from: first,
        year: first.slice(0, 4),
        month: Number(first.slice(5, 7)),
        x: x(first),
        width: x(addMonths(first, 1)) - x(first),
      };
    }),
  };
}

/** Months from the first of one to the first of another. */
export const monthsBetween = (from: Day, until: Day): number => {
  const [fromYear = 0, fromMonth = 1] = from.split("-").map(Number);
  const [year = 0, month = 1] = until.split("-").map(Number);
  return (year - fromYear) * 12 + month - fromMonth;
};
/** The first day of the month that lies so many months before the day's own. */
export const monthsAround = (day: Day, back: number): Day => addMonths(`${day.slice(0, 7)}-01`, -back);
