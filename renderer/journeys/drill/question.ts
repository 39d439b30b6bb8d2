// What the drill is asked, kept in the address: who is taken out, from when to when; the year up to today is replayed.
import { addDays, addMonths, type Day, isDay } from "../../../shared/domain/day.ts";
import type { AddressQuery } from "../../parts/address-query.ts";

export interface Question {
  people: string[];
  /** Half-open. */
  from: Day;
  until: Day;
}
export const presets = ["week", "leave", "month", "whole"] as const;
export type Preset = (typeof presets)[number];

/** Twelve months up to and with today. */
export const replayed = (today: Day): { from: Day; until: Day } => ({
  from: addMonths(today, -12),
  until: addDays(today, 1),
});

/** From the first day asked for, but throughout; two weeks hold ten working days. */
export function presetDays(preset: Preset, from: Day, today: Day): { from: Day; until: Day } {
  const whole = replayed(today);
  if (preset === "whole") return whole;
  const until = { week: addDays(from, 7), leave: addDays(from, 14), month: addMonths(from, 1) }[preset];
  return { from, until: until < whole.until ? until : whole.until };
}

/** What the address asks; people empty: nothing yet. */
export function questionOf(query: AddressQuery, today: Day): Question {
  const day = (key: string, otherwise: Day): Day => {
    const given = query.get(key);
    return given !== null && isDay(given) ? given : otherwise;
  };
  const from = day("from", addMonths(today, -1));
  // A month like that of the choice below the form.
  const last = day("last", addDays(presetDays("month", from, today).until, -1));
  return {
    people: (query.get("people") ?? "").split(",").filter((id) => id !== ""),
    from,
    until: addDays(last < from ? from : last, 1),
  };
}
