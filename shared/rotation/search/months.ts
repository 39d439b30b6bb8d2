// Calendar arithmetic of the search: change days are months, days inside a month are offsets in working days, and both together are slots.
import { addDays, addMonths, type Day } from "../../domain/day.ts";
import { workdayReader } from "../../domain/workdays.ts";
import type { RotationProblem } from "../plan.ts";

/** Index that no change day has: "never", "no deadline"; also the slot after every other. */
export const never = 1_000_000;
/** A slot is `month × slotsPerMonth + offset`: the change day of the month, and so many working days after it. */
export const slotsPerMonth = 32;
export const slotOf = (month: number, offset: number): number => month * slotsPerMonth + offset;
export const monthOfSlot = (slot: number): number => slot >> 5;
export const offsetOfSlot = (slot: number): number => slot & 31;

export interface Months {
  count: number;
  dayOf(month: number): Day;
  /** Working days of the calendar month that come after its change day. */
  rest: Int32Array;
  /** The change day and so many working days, within the calendar month. */
  dayAt(month: number, offset: number): Day;
  /** First day after the calendar month of the change day. */
  endOf(month: number): Day;
  /** Calendar months since that of today. */
  calendarOf: Int32Array;
  /** First month whose change day is on or after the day. */
  firstFrom(day: Day): number;
  /** Last month whose change day is on or before the day, -1 if none; `never` for null or beyond the horizon. */
  lastUntil(day: Day | null): number;
  /** The last slot on or before the day: -1 before all of them, `never` for null or beyond the horizon. */
  lastSlot(day: Day | null): number;
  /** The slot of a day that is one; -1 for other days. */
  slotOn(day: Day): number;
  /** The change day plus a span of calendar months. */
  plus(month: number, span: number): Day;
  firstFromPlus(month: number, span: number): number;
  /** First month whose change day is a span of calendar months or more after the day. */
  monthAfter(day: Day, span: number): number;
  /** The last slot by which somebody who arrived in `slot` must be gone under a limit of `span` months. */
  overAt(slot: number, span: number): number;
  /** Offset by which a holder who must be gone by `slot` leaves in the month at the latest; -1: must be gone before. */
  leeway(slot: number, month: number): number;
  /** Last month in which a successor can start `overlap` working days before the slot; `never` for no such need. */
  lastStart(slot: number, overlap: number): number;
}

export function monthsOf(problem: RotationProblem): Months {
  const { changeDays, until } = problem;
  const count = changeDays.length;
  const isWorkday = workdayReader(problem.calendar.map((it) => ({ ...it, id: it.day, name: "" })));
  const days = changeDays.map((day) => workdaysFrom(day, isWorkday));
  const rest = Int32Array.from(days, (list) => list.length - 1);
  const number = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const firstFrom = (day: Day): number => {
    const at = changeDays.findIndex((it) => it >= day);
    return at < 0 ? never : at;
  };
  const lastUntil = (day: Day | null): number =>
    day === null || day >= until ? never : changeDays.findLastIndex((it) => it <= day);
  const lastSlot = (day: Day | null): number => {
    const month = lastUntil(day);
    if (day === null || month === never || month < 0) return month;
    return slotOf(
      month,
      (days[month] ?? []).findLastIndex((it) => it <= day),
    );
  };
  const perMonth = <T>(make: (day: Day, span: number) => T): ((month: number, span: number) => T) => {
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
  const dayAt = (month: number, offset: number): Day => days[month]?.[offset] ?? until;
  const over = new Map<number, Int32Array>();
  const after = new Map<string, number>();
  return {
    count,
    dayOf: (month) => changeDays[month] ?? until,
    rest,
    dayAt,
    endOf: (month) => addMonths(`${(changeDays[month] ?? until).slice(0, 8)}01`, 1),
    calendarOf: Int32Array.from(changeDays, (day) => number(day) - number(problem.today)),
    firstFrom,
    lastUntil,
    lastSlot,
    slotOn: (day) => {
      const slot = lastSlot(day);
      return slot >= 0 && slot < never && dayAt(monthOfSlot(slot), offsetOfSlot(slot)) === day ? slot : -1;
    },
    plus: perMonth((day, span) => addMonths(day, span)),
    firstFromPlus: perMonth((day, span) => firstFrom(addMonths(day, span))),
    monthAfter: (day, span) => {
      const key = `${day} ${span}`;
      const known = after.get(key) ?? firstFrom(addMonths(day, span));
      after.set(key, known);
      return known;
    },
    overAt: (slot, span) => {
      let row = over.get(span);
      if (!row) {
        row = new Int32Array(count * slotsPerMonth).fill(-2);
        over.set(span, row);
      }
      const known = row[slot] ?? never;
      if (known !== -2) return known;
      const found = lastSlot(addDays(addMonths(dayAt(monthOfSlot(slot), offsetOfSlot(slot)), span), 1));
      row[slot] = found;
      return found;
    },
    leeway: (slot, month) => {
      const last = monthOfSlot(slot);
      if (slot < 0 || last < month) return -1;
      return last > month ? (rest[month] ?? 0) : offsetOfSlot(slot);
    },
    lastStart: (slot, overlap) => {
      if (slot >= never) return never;
      if (slot < 0) return -1;
      let month = monthOfSlot(slot);
      if (offsetOfSlot(slot) >= overlap) return month;
      for (month--; month >= 0 && (rest[month] ?? 0) < overlap; ) month--;
      return month;
    },
  };
}

/** The working days of a calendar month from a day of it on. */
function workdaysFrom(day: Day, isWorkday: (day: Day) => boolean): Day[] {
  const month = day.slice(0, 7);
  const list: Day[] = [];
  for (let it = day; it.startsWith(month); it = addDays(it, 1))
    if (isWorkday(it) || it === day) list.push(it);
  return list;
}
