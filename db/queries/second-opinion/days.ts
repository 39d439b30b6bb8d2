// Days as numbers for SQL: days since 1970-01-01, the wall clock of an instant, the rows of the calendar.
import { addDays, addMonths, type Day, daysBetween, stampOf, weekday } from "../../../shared/domain/day.ts";
import { type Cell, open } from "./schema.ts";

const epoch = "1970-01-01";
export const dayNumber = (day: Day): number => daysBetween(epoch, day);
export const dayOfNumber = (number: number): Day => addDays(epoch, number);
export const untilNumber = (until: Day | null): number => (until === null ? open : dayNumber(until));
export const numberOrNull = (day: Day | null): number | null => (day === null ? null : dayNumber(day));

/** "07:30" in milliseconds since midnight. */
export const clockMs = (clock: string): number =>
  (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000;

/** The civil day of an instant, and the milliseconds since its midnight by the clock on the wall. */
export function wallReader(zone: string): (at: number) => { day: number; ms: number } {
  // Instants come in any order, but few days: remember their numbers.
  const numbers = new Map<Day, number>();
  return (at) => {
    const stamp = stampOf(at, zone);
    const day = stamp.slice(0, 10);
    let number = numbers.get(day);
    if (number === undefined) {
      number = dayNumber(day);
      numbers.set(day, number);
    }
    const within = ((at % 1000) + 1000) % 1000;
    return { day: number, ms: clockMs(stamp.slice(11, 16)) + Number(stamp.slice(17, 19)) * 1000 + within };
  };
}

/** Rows of `so_day` from `first` to `today`; `workdays` are the exceptions to Monday to Friday. */
export function dayRows(first: number, today: number, workdays: ReadonlyMap<Day, boolean>): Cell[][] {
  const rows: Cell[][] = [];
  let nth = 0;
  for (let number = first; number <= today; number += 1) {
    const day = dayOfNumber(number);
    const year = Number(day.slice(0, 4));
    const ordinary = weekday(day);
    const isWorkday = workdays.get(day) ?? (ordinary !== 0 && ordinary !== 6);
    if (isWorkday) nth += 1;
    rows.push([number, year, day.slice(0, 7), dayNumber(`${year + 1}-01-01`), isWorkday ? 1 : 0, nth]);
  }
  return rows;
}

/** Rows of `so_lookback` for every number of years that a rule asks for. */
export const lookbackRows = (
  relations: readonly { key: number; until: Day | null }[],
  years: readonly number[],
): Cell[][] =>
  [...new Set(years)].flatMap((count) =>
    relations.map(({ key, until }) => [
      key,
      count,
      until === null ? open : dayNumber(addMonths(until, count * 12)),
    ]),
  );

/** First day after which a case counts in the window of `months` that ends on `day`. */
export const windowStart = (day: number, months: number): number =>
  dayNumber(addMonths(dayOfNumber(day), -months));
