// Moves, handovers and follow-ups as entries of a calendar: of one person, or of all.
import { addDays, type Day } from "../../../shared/domain/day.ts";
import { followUpNames } from "../../../shared/domain/handover.ts";
import type { ReportLanguage } from "../../../shared/domain/report.ts";
import { type CalendarEntry, calendarText } from "../../files/calendar-file.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { followUpsOf, handoversOf, noticesOf } from "./stored.ts";

const inBoth = {
  zh: {
    calendar: (unit: string) => `${unit}轮岗`,
    move: (person: string, from: string, to: string) => `轮岗：${person}，${from} → ${to}`,
    handover: (person: string, post: string) => `交接：${person}离任“${post}”`,
    lastDay: (day: Day) => `最后一日 ${day}，当日收回权限。`,
    taker: (name: string) => `接收人：${name}`,
    none: "待定",
    reserve: "待安排",
    retracted: "已撤销。",
  },
  en: {
    calendar: (unit: string) => `Rotation, ${unit}`,
    move: (person: string, from: string, to: string) => `Rotation: ${person}, ${from} → ${to}`,
    handover: (person: string, post: string) => `Handover: ${person} leaves "${post}"`,
    lastDay: (day: Day) => `Last day ${day}; access ends with it.`,
    taker: (name: string) => `Taker: ${name}`,
    none: "not named yet",
    reserve: "reserve",
    retracted: "Retracted.",
  },
} as const;

/** Reviews and audits of somebody are no entries of their own calendar. */
export function calendarEntries(
  desk: Desk,
  personId: string | null,
  language: ReportLanguage,
): CalendarEntry[] {
  const words = inBoth[language];
  const labels = labelsOf(desk.world());
  const person = (id: string | null): string => (id === null ? words.none : labels.person(id).name);
  const post = (id: string | null): string => (id === null ? words.reserve : (labels.post(id)?.name ?? "?"));
  const isFor = (...people: (string | null)[]): boolean => personId === null || people.includes(personId);
  const told = noticesOf(desk).filter(({ body }) => body.kind === "move");
  const movers = told.filter(
    ({ body, state }) =>
      // A retracted move is cancelled in calendars that have it; those who were never told have nothing to cancel.
      body.role === "mover" && (state !== "retracted" || body.issued !== null),
  );
  const isConcerned = (mover: (typeof told)[number]): boolean =>
    told.some(
      (one) => one.moverId === mover.moverId && one.moveDay === mover.moveDay && isFor(one.recipientId),
    );
  return [
    ...movers.filter(isConcerned).map(
      (one): CalendarEntry => ({
        id: one.id,
        from: one.moveDay,
        until: addDays(one.moveDay, 1),
        title: words.move(person(one.moverId), post(one.body.fromPostId), post(one.body.toPostId)),
        description: one.state === "retracted" ? words.retracted : "",
        isCancelled: one.state === "retracted",
        sequence: one.state === "retracted" ? 1 : 0,
      }),
    ),
    ...handoversOf(desk)
      .filter(
        ({ state, giverId, takerId, body }) =>
          state !== "retracted" && isFor(giverId, takerId, body.witnessId),
      )
      .map(
        (one): CalendarEntry => ({
          id: one.id,
          from: one.from <= one.lastDay ? one.from : one.lastDay,
          until: addDays(one.lastDay, 1),
          title: words.handover(person(one.giverId), post(one.postId)),
          description: `${words.taker(person(one.takerId))}\n${words.lastDay(one.lastDay)}`,
          isCancelled: false,
          sequence: 0,
        }),
      ),
    ...(personId === null ? followUpsOf(desk) : [])
      .filter(({ state }) => state === "open")
      .map(
        (one): CalendarEntry => ({
          id: one.id,
          from: one.dueOn,
          until: addDays(one.dueOn, 1),
          title: `${followUpNames[one.kind][language]}: ${person(one.personId)}, ${post(one.postId)}`,
          description: one.body.reason,
          isCancelled: false,
          sequence: 0,
        }),
      ),
  ];
}

export const calendarOf = (desk: Desk, entries: readonly CalendarEntry[], language: ReportLanguage): string =>
  calendarText(inBoth[language].calendar(desk.world().settings.unitName), entries, desk.deps.now());
