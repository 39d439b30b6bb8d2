// Civil days and instants: the only file that may build a Date. Day arithmetic is done in UTC, zones by Intl.
import { addMonths as addMonthsToDate } from "date-fns/addMonths";

/** `YYYY-MM-DD`, civil, in the workbook's zone. Days compare as strings. */
export type Day = string;
/** Epoch milliseconds UTC. */
export type Instant = number;
/** Half-open `[from, until)`; `until` null means open. */
export interface Period {
  from: Day;
  until: Day | null;
}

const msPerDay = 86_400_000;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const printUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** True for an existing day between 1900-01-01 and 9999-12-31. */
export const isDay = (words: string): words is Day =>
  dayPattern.test(words) &&
  words >= "1900-01-01" &&
  !Number.isNaN(utc(words)) &&
  printUtc(utc(words)) === words;

/** Days since 1970-01-01: for arithmetic on very many days. */
export const dayNumber = (day: Day): number => Math.round(utc(day) / msPerDay);
export const dayOfNumber = (number: number): Day => printUtc(number * msPerDay);

export const addDays = (day: Day, days: number): Day => printUtc(utc(day) + days * msPerDay);
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / msPerDay);

/** Adds calendar months, clamped to the last day of the month: 2024-01-31 + 1 = 2024-02-29. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // date-fns counts in the process's zone; noon local time keeps the civil day whatever that zone is.
  const moved = addMonthsToDate(new Date(year, month - 1, date, 12), months);
  return `${String(moved.getFullYear()).padStart(4, "0")}-${String(moved.getMonth() + 1).padStart(2, "0")}-${String(moved.getDate()).padStart(2, "0")}`;
}
export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12);
/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();

const formats = new Map<string, Intl.DateTimeFormat>();
function wallClock(at: Instant, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** Offset of the zone at that instant, in milliseconds east of UTC. */
function offsetAt(at: Instant, zone: string): number {
  const wall = wallClock(at, zone);
  const asUtc = Date.parse(
    `${wall.year}-${wall.month}-${wall.day}T${wall.hour}:${wall.minute}:${wall.second}Z`,
  );
  return asUtc - Math.floor(at / 1000) * 1000;
}

// Asia/Shanghai has had one offset since 1992-01-01, and a log has millions of instants: skip Intl there.
const steadyFrom: Record<string, { since: Instant; offset: number }> = {
  "Asia/Shanghai": { since: 694_224_000_000, offset: 8 * 3_600_000 },
  UTC: { since: Number.NEGATIVE_INFINITY, offset: 0 },
};
const offset = (at: Instant, zone: string): number => {
  const steady = steadyFrom[zone];
  return steady && at >= steady.since ? steady.offset : offsetAt(at, zone);
};

const quarterHour = 900_000;
/**
 * Wall-clock milliseconds since 1970-01-01 of an instant, with one look-up of the zone a quarter of an hour:
 * offsets change on quarters, but for the times before zones were standardised.
 */
export function wallReader(zone: string): (at: Instant) => number {
  const steady = steadyFrom[zone];
  const offsets = new Map<number, number | null>();
  return (at) => {
    if (steady && at >= steady.since) return at + steady.offset;
    const bucket = Math.floor(at / quarterHour);
    let known = offsets.get(bucket);
    if (known === undefined) {
      const first = offset(bucket * quarterHour, zone);
      known = first === offset((bucket + 1) * quarterHour - 1, zone) ? first : null;
      offsets.set(bucket, known);
    }
    return at + (known ?? offset(at, zone));
  };
}

/** The civil day of an instant in a zone. */
export const dayOf = (at: Instant, zone: string): Day => printUtc(at + offset(at, zone));
/** "14:05" in a zone. */
export const clockOf = (at: Instant, zone: string): string =>
  new Date(at + offset(at, zone)).toISOString().slice(11, 16);
/** "2026-03-05 14:05:09" in a zone. */
export const stampOf = (at: Instant, zone: string): string =>
  new Date(at + offset(at, zone)).toISOString().slice(0, 19).replace("T", " ");

/** The instant of a wall-clock time ("HH:mm[:ss[.fff]]") on a day in a zone; a skipped hour moves forward. */
export function instantOf(day: Day, clock: string, zone: string): Instant {
  const wall = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
  const guess = wall - offset(wall, zone);
  return wall - offset(guess, zone);
}
/** Reads an ISO date-time that carries its own offset ("…Z", "…+02:00"); null otherwise. */
export function parseOffsetInstant(words: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}(:?\d{2})?)$/i.test(words))
    return null;
  const iso = words.replace(" ", "T").replace(/\s+/g, "");
  const at = Date.parse(/[+-]\d{2}$/.test(iso) ? `${iso}:00` : iso);
  return Number.isNaN(at) ? null : at;
}
export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

export const contains = (period: Period, day: Day): boolean =>
  period.from <= day && (period.until === null || day < period.until);
export const overlaps = (a: Period, b: Period): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
export function intersection(a: Period, b: Period): Period | null {
  if (!overlaps(a, b)) return null;
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until;
  return until !== null && until <= from ? null : { from, until };
}
/** The inclusive last day that people see and write; null for an open period. */
export const lastDay = (period: Period): Day | null =>
  period.until === null ? null : addDays(period.until, -1);
/** From an inclusive last day to the half-open end. */
export const untilAfter = (last: Day | null): Day | null => (last === null ? null : addDays(last, 1));
