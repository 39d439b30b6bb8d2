// Arithmetic in working days by look-up: `d + n wd`, asked again and again of the same few years.
import { addDays, type Day, dayNumber, dayOfNumber } from "../domain/day.ts";
import { workdayAfter, workdayReader } from "../domain/workdays.ts";

export interface WorkdayLine {
  /** The `count`-th working day after the day; the day itself for 0. */
  plus(day: Day, count: number): Day;
}

/** `calendar`: exceptions to Monday to Friday. Days outside `[from, until)` are answered too, only slower. */
export function workdayLine(
  calendar: readonly { readonly day: Day; readonly isWorkday: boolean }[],
  from: Day,
  until: Day,
): WorkdayLine {
  const isWorkday = workdayReader(calendar);
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(until) - first);
  const workdays: Day[] = [];
  /** By day of the line: working days up to and with it. */
  const passed = new Int32Array(length);
  const at = new Map<Day, number>();
  for (let index = 0; index < length; index++) {
    const day = dayOfNumber(first + index);
    at.set(day, index);
    if (isWorkday(day)) workdays.push(day);
    passed[index] = workdays.length;
  }
  return {
    plus: (day, count) => {
      if (count <= 0) return day;
      const index = at.get(day);
      const found = index === undefined ? undefined : workdays[(passed[index] ?? 0) + count - 1];
      return found ?? workdayAfter(isWorkday, day, count);
    },
  };
}

/** The line of a problem's horizon, with the months beyond it that an overlap may reach. */
export const workdayLineOf = (problem: {
  readonly today: Day;
  readonly until: Day;
  readonly calendar: readonly { readonly day: Day; readonly isWorkday: boolean }[];
}): WorkdayLine => workdayLine(problem.calendar, problem.today, addDays(problem.until, 366));
