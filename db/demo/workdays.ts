// The days of the sample as numbers, which of them are worked, and moments within working hours.
import { addDays, type Day, daysBetween, weekday } from "../../shared/domain/day.ts";
import { calendarEntries } from "./holidays.ts";

/** Days are counted from here; a moment is that count × 1,440 + the minute of the day. */
const dayZero: Day = "2010-01-01";
const exceptions = new Map(calendarEntries.map((entry) => [entry.day, entry.isWorkday]));

export const dayNumber = (day: Day): number => daysBetween(dayZero, day);
export const dayAt = (number: number): Day => addDays(dayZero, number);
export const numberOfMoment = (moment: number): number => Math.floor(moment / 1440);

const isWorked = new Map<number, boolean>();
export function isWorkday(number: number): boolean {
  let worked = isWorked.get(number);
  if (worked === undefined) {
    const day = dayAt(number);
    const weekend = weekday(day) === 0 || weekday(day) === 6;
    worked = exceptions.get(day) ?? !weekend;
    isWorked.set(number, worked);
  }
  return worked;
}
/** The day itself if it is worked, else the next that is. */
export function workdayFrom(number: number): number {
  let day = number;
  while (!isWorkday(day)) day += 1;
  return day;
}
/** `count` working days later. */
export function workdaysLater(number: number, count: number): number {
  let day = workdayFrom(number);
  for (let left = count; left > 0; left -= 1) day = workdayFrom(day + 1);
  return day;
}

const opening = 8 * 60 + 30;
const noon = 11 * 60 + 50;
const afternoon = 13 * 60 + 30;
const closing = 17 * 60 + 20;
/** The earliest working moment at or after this one: 8:30–11:50, 13:30–17:20. */
export function withinHours(moment: number): number {
  const day = numberOfMoment(moment);
  const minute = moment - day * 1440;
  if (!isWorkday(day) || minute > closing)
    return workdayFrom(isWorkday(day) ? day + 1 : day) * 1440 + opening;
  if (minute < opening) return day * 1440 + opening;
  return minute > noon && minute < afternoon ? day * 1440 + afternoon : moment;
}

const dayWords = new Map<number, Day>();
/** "2025-03-04 09:15", as a log writes it. */
export function stampOfMoment(moment: number): string {
  const number = numberOfMoment(moment);
  let day = dayWords.get(number);
  if (day === undefined) {
    day = dayAt(number);
    dayWords.set(number, day);
  }
  const minute = moment - number * 1440;
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
