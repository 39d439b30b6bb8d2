// Times of day and workdays, as docs/rules/kinds.md defines them.
import { addDays, clockOf, type Day, stampOf, weekday } from "../../shared/domain/day.ts";
import type { Act, Ground } from "./ground.ts";

export const hasTimeOfDay = (ground: Ground, act: Act): boolean =>
  !stampOf(act.happenedAt, ground.world.settings.timeZone).endsWith(" 00:00:00") ||
  act.happenedAt % 1000 !== 0;
/** "14:05" */
export const wallClock = (ground: Ground, act: Act): string =>
  clockOf(act.happenedAt, ground.world.settings.timeZone);
export const monthOf = (act: Act): string => act.day.slice(0, 7);

export function isWorkday(ground: Ground, day: Day): boolean {
  const exception = ground.world.calendar.find((row) => row.day === day);
  return exception ? exception.isWorkday : weekday(day) >= 1 && weekday(day) <= 5;
}

/** So many days, or workdays, after a day. */
export function dayAfter(ground: Ground, day: Day, count: number, isWorkdays: boolean): Day {
  if (!isWorkdays) return addDays(day, count);
  let due = day;
  for (let passed = 0; passed < count; ) {
    due = addDays(due, 1);
    if (isWorkday(ground, due)) passed += 1;
  }
  return due;
}
