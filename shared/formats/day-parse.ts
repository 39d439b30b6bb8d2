// Reads days and instants in the ways offices write them.
import {
  addDays,
  addMonths,
  type Day,
  type Instant,
  instantOf,
  isDay,
  parseOffsetInstant,
} from "../domain/day.ts";
import type { Text } from "../domain/text.ts";
import type { Cell } from "./cell.ts";

/** A day, a whole month ("2024.3"), or a day with a time of day. */
export type Moment =
  | { kind: "day"; day: Day; isSerial: boolean }
  | { kind: "month"; first: Day; last: Day }
  | { kind: "time"; day: Day; clock: string }
  | { kind: "instant"; at: Instant };

const two = (digits: string): string => digits.padStart(2, "0");
const dayFrom = (year: string, month: string, date: string): Day | null => {
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? day : null;
};
const clockFrom = (hour: string, minute: string, second = "0", part = ""): string | null =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${two(hour)}:${two(minute)}:${two(second)}${part}`
    : null;

// Serials of unstyled date cells: 1950-01-01 … 2099-12-31; outside it a number is more likely something else.
const firstSerial = 18_264;
const lastSerial = 73_050;
function fromSerial(serial: number): Moment | null {
  if (!(serial >= firstSerial && serial < lastSerial + 1)) return null;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = addDays("1899-12-30", Math.floor(serial) + (seconds === 86_400 ? 1 : 0));
  const rest = seconds % 86_400;
  if (rest === 0) return { kind: "day", day, isSerial: true };
  const clock = clockFrom(
    String(Math.floor(rest / 3600)),
    String(Math.floor(rest / 60) % 60),
    String(rest % 60),
  );
  return clock ? { kind: "time", day, clock } : null;
}

const timePattern = /^(\d{1,2})[:时点](\d{1,2})(?:[:分](?:(\d{1,2})(?:(\.\d{1,3})\d*)?秒?)?)?$/;

/** null: not a date at all. */
export function parseMoment(cell: Cell): Moment | null {
  const words = (cell.date ?? cell.text).normalize("NFKC").trim();
  const offset = parseOffsetInstant(words);
  if (offset !== null) return { kind: "instant", at: offset };
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(words);
  if (compact) {
    const [, year = "", month = "", date = "", hour, minute = "", second] = compact;
    const day = dayFrom(year, month, date);
    if (!day) return null;
    if (hour === undefined) return { kind: "day", day, isSerial: false };
    const clock = clockFrom(hour, minute, second);
    return clock ? { kind: "time", day, clock } : null;
  }
  const month = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(words);
  if (month) {
    const first = dayFrom(month[1] ?? "", month[2] ?? "", "1");
    // A number 2024.1 may have been typed as 2024.10: Excel drops the zero.
    if (!first || (cell.number !== undefined && month[2] === "1")) return null;
    return { kind: "month", first, last: addDays(addMonths(first, 1), -1) };
  }
  if (/^\d{5}(\.\d+)?$/.test(words)) return fromSerial(cell.number ?? Number(words));
  const full = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T\s]*(.+))?$/i.exec(words);
  if (!full) return null;
  const day = dayFrom(full[1] ?? "", full[2] ?? "", full[3] ?? "");
  if (!day) return null;
  const rest = (full[4] ?? "").replace(/\s+/g, "");
  if (!rest) return { kind: "day", day, isSerial: false };
  if (/^(星期|周)[一二三四五六日天]$/.test(rest)) return { kind: "day", day, isSerial: false };
  const time = timePattern.exec(rest);
  const clock = time && clockFrom(time[1] ?? "", time[2] ?? "", time[3], time[4]);
  return clock ? { kind: "time", day, clock } : null;
}

/** The instant of a moment; a day alone is its midnight in the zone, as is the first day of a month. */
export function instantOfMoment(moment: Moment, timeZone: string): Instant {
  switch (moment.kind) {
    case "instant":
      return moment.at;
    case "day":
      return instantOf(moment.day, "00:00", timeZone);
    case "time":
      return instantOf(moment.day, moment.clock, timeZone);
    case "month":
      return instantOf(moment.first, "00:00", timeZone);
  }
}

export const dayCure: Text = {
  zh: "不是能认出的日期。请写成 2024-03-05 这样的年月日。",
  en: "Not a day that can be read. Write year, month and day, such as 2024-03-05.",
};
