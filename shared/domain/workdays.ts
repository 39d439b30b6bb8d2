// Workdays: Monday to Friday, but for the days that the calendar names.
import { addDays, type Day, weekday } from "./day.ts";
import type { CalendarDay } from "./organisation.ts";

/** Answers for any day; each is worked out once. */
export function workdayReader(
  calendar: readonly Pick<CalendarDay, "day" | "isWorkday">[],
): (day: Day) => boolean {
  const known = new Map(calendar.map((row) => [row.day, row.isWorkday]));
  return (day) => {
    let isWorkday = known.get(day);
    if (isWorkday === undefined) {
      isWorkday = weekday(day) !== 0 && weekday(day) !== 6;
      known.set(day, isWorkday);
    }
    return isWorkday;
  };
}

/** The `count`-th workday after a day. */
export function workdayAfter(isWorkday: (day: Day) => boolean, day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkday(reached)) left -= 1;
  }
  return reached;
}
