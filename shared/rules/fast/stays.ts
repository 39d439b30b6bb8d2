// When people were away, in numbers: before joining, after leaving and during absences, as days that do not overlap.
import { dayNumber } from "../../domain/day.ts";
import { noDay } from "../../domain/packed-log.ts";
import type { View } from "../view.ts";
import { type Seat, type Span, type Staff, spanOf } from "./staff.ts";

/** Was the person away that day? Whoever has no assignment never is: nothing is known of them. */
export function staysOf(view: View, staff: Staff): (person: number, day: number) => boolean {
  const away = view.world.people.map((row, person): Span[] => {
    const seats: readonly Seat[] = staff.seats[person]!;
    if (seats.length === 0) return [];
    const joined =
      row.joinedOn === null ? Math.min(...seats.map((seat) => seat.from)) : dayNumber(row.joinedOn);
    const left =
      row.leavesOn === null ? Math.max(...seats.map((seat) => seat.until)) : dayNumber(row.leavesOn);
    return merged([
      { from: -noDay, until: joined },
      ...(view.absencesOf.get(row.id) ?? []).map(spanOf),
      { from: left, until: noDay },
    ]);
  });
  const start = new Int32Array(away.length + 1);
  for (const [person, spans] of away.entries()) start[person + 1] = start[person]! + spans.length;
  const from = Int32Array.from(away.flat(), (span) => span.from);
  const until = Int32Array.from(away.flat(), (span) => span.until);
  return (person, day) => {
    // The first span that ends after the day.
    let at = start[person]!;
    const end = start[person + 1]!;
    for (let last = end; at < last; ) {
      const middle = (at + last) >>> 1;
      if (until[middle]! <= day) at = middle + 1;
      else last = middle;
    }
    return at < end && from[at]! <= day;
  };
}

function merged(spans: readonly Span[]): Span[] {
  const apart: { from: number; until: number }[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from >= until) continue;
    const last = apart.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else apart.push({ from, until });
  }
  return apart;
}
