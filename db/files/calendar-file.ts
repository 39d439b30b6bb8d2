// All-day entries as a calendar file (.ics, RFC 5545), by ical-generator.
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import type { Day } from "../../shared/domain/day.ts";

export interface CalendarEntry {
  /** The same entry in a later file takes the place of the earlier one. */
  id: string;
  from: Day;
  /** The first day after it. */
  until: Day;
  title: string;
  description: string;
  isCancelled: boolean;
  /** Counts up as the entry is changed. */
  sequence: number;
}

/** ical-generator prints the UTC day of what it is given, whatever zone the process is in. */
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** @param at epoch ms, when it was made */
export function calendarText(name: string, entries: readonly CalendarEntry[], at: number): string {
  const calendar = ical({
    name,
    prodId: { company: "Quanheng", product: "Quanheng" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const one of entries)
    calendar.createEvent({
      id: `${one.id}@quanheng`,
      start: noonOf(one.from),
      end: noonOf(one.until),
      allDay: true,
      stamp: new Date(at),
      summary: one.title,
      description: one.description,
      sequence: one.sequence,
      status: one.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.FREE,
    });
  return calendar.toString();
}
