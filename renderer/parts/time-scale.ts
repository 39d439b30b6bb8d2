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
