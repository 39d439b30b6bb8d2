// Who has sat on which seat since when: rings of key posts that rotated in time, and a few people who stayed too long.
import { addMonths } from "../../shared/domain/day.ts";
import type { Draft, DraftPost, Size } from "./draft.ts";
import type { PostType } from "./post-types.ts";
import { dayAt, dayNumber } from "./workdays.ts";

export interface Seat {
  post: DraftPost;
  type: PostType;
  /** Counted within the type. */
  index: number;
}
type Held = readonly [type: string, index: number, monthsHeld: number];
/** Key seats whose holders are left in place beyond the limit: planted, one conflict each. */
export const overdueSeats: Record<Size, readonly Held[]> = {
  city: [
    ["cwCash", 1, 94],
    ["zcHand", 4, 71],
    ["gcSite", 5, 58],
    ["jjFund", 1, 49],
    ["gkSecond", 1, 43],
    ["zcHead", 0, 68],
  ],
  small: [
    ["cwCash", 0, 94],
    ["gkSecond", 0, 43],
  ],
};
/** Over the limit too, but exempted in time with a control that watches instead. */
export const exemptSeats: Record<Size, readonly Held[]> = {
  city: [
    ["gcCost", 2, 52],
    ["ysHead", 0, 78],
  ],
  small: [["gcCost", 0, 52]],
};
/** Held in place through a renaming of the post: the clock runs on. */
export const renamedSeat = { type: "gzDisp", monthsHeld: 62, renamedMonthsAgo: 14 } as const;

export function monthsBefore(draft: Pick<Draft, "endsOn">, months: number, days = 0): number {
  return dayNumber(addMonths(draft.endsOn, -months)) + days;
}

/** Rings of two or three key seats of one department and different types: their holders move on by one seat. */
export function ringsOf(seats: readonly Seat[]): Seat[][] {
  const rings: Seat[][] = [];
  const left = [...seats];
  for (let first = left.shift(); first; first = left.shift()) {
    const ring = [first];
    for (const seat of [...left]) {
      const fits =
        seat.type.department === first.type.department && ring.every((it) => it.type.type !== seat.type.type);
      if (!fits || ring.length === 3) continue;
      ring.push(seat);
      left.splice(left.indexOf(seat), 1);
    }
    rings.push(ring);
  }
  return rings;
}

/** The day a seat's present term began, for seats that nobody rotated within the log. */
export function settledFrom(draft: Draft, limitMonths: number): number {
  const months = draft.random.between(38, Math.max(39, limitMonths - 1));
  return Math.max(monthsBefore(draft, months, draft.random.between(0, 27)), dayNumber("2016-01-04"));
}
export const yearOf = (day: number): number => Number(dayAt(day).slice(0, 4));
