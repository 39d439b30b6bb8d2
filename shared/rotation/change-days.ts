// The days on which a rotation plan may change holders: the first working day of each planned month.
import { addDays, addMonths, type Day } from "../domain/day.ts";
import type { CalendarDay } from "../domain/organisation.ts";
import { workdayReader } from "../domain/workdays.ts";

/** The first day after the horizon: the first of the month after the last planned one. */
export const horizonEnd = (today: Day, months: number): Day =>
  addMonths(`${today.slice(0, 8)}01`, months + 1);

/**
 * First working day of each of the `months` calendar months after that of `today`, ascending.
 * Months named in `blackOutMonths` (1 January … 12 December) and months without a working day are left out.
 */
export function changeDaysFrom(
  today: Day,
  months: number,
  calendar: readonly CalendarDay[],
  blackOutMonths: readonly number[],
): Day[] {
  const isWorkday = workdayReader(calendar);
  const days: Day[] = [];
  for (let month = 1; month <= months; month++) {
    const first = addMonths(`${today.slice(0, 8)}01`, month);
    const end = addMonths(first, 1);
    if (blackOutMonths.includes(Number(first.slice(5, 7)))) continue;
    let day = first;
    while (day < end && !isWorkday(day)) day = addDays(day, 1);
    if (day < end) days.push(day);
  }
  return days;
}
