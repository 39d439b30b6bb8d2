// Workdays by number: Monday to Friday but for the days that the unit's calendar names.
import { dayNumber, dayOfNumber } from "../../domain/day.ts";
import type { CalendarDay } from "../../domain/organisation.ts";

export interface Workdays {
  isWorkday(day: number): boolean;
  /** The `count`-th workday after a day. */
  after(day: number, count: number): number;
}
export function workdaysOf(calendar: readonly CalendarDay[]): Workdays {
  const named = new Map(calendar.map((row) => [dayNumber(row.day), row.isWorkday]));
  // 1970-01-01 was a Thursday.
  const isWorkday = (day: number): boolean => named.get(day) ?? ![0, 6].includes((((day + 4) % 7) + 7) % 7);
  return {
    isWorkday,
    after(day, count) {
      let at = day;
      for (let left = count; left > 0; ) {
        at += 1;
        if (isWorkday(at)) left -= 1;
      }
      return at;
    },
  };
}

/** Months since 1970-01 of day numbers, each looked up once. */
export function monthReader(): (day: number) => number {
  const months = new Map<number, number>();
  return (day) => {
    let month = months.get(day);
    if (month === undefined) {
      const text = dayOfNumber(day);
      month = (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5, 7)) - 1;
      months.set(day, month);
    }
    return month;
  };
}
