// When people were there, in numbers: from joining to leaving, but for their absences.
import { dayNumber } from "../../domain/day.ts";
import { noDay } from "../../domain/packed-log.ts";
import type { View } from "../view.ts";
import { isWithin, type Staff, spanOf } from "./staff.ts";

/** Was the person away that day? Whoever has no assignment never is: nothing is known of them. */
export function staysOf(view: View, staff: Staff): (person: number, day: number) => boolean {
  const count = staff.people.ids.length;
  const join = new Int32Array(count).fill(-noDay);
  const leave = new Int32Array(count).fill(noDay);
  const absences = view.world.people.map((row, person) =>
    staff.seats[person]!.length > 0 ? view.absencesOf.get(row.id)?.map(spanOf) : undefined,
  );
  for (const [person, row] of view.world.people.entries()) {
    const seats = staff.seats[person]!;
    if (seats.length === 0) continue;
    join[person] =
      row.joinedOn === null ? Math.min(...seats.map((seat) => seat.from)) : dayNumber(row.joinedOn);
    leave[person] =
      row.leavesOn === null ? Math.max(...seats.map((seat) => seat.until)) : dayNumber(row.leavesOn);
  }
  return (person, day) => {
    if (day < join[person]! || day >= leave[person]!) return true;
    const spans = absences[person];
    return spans === undefined ? false : spans.some((span) => isWithin(span, day));
  };
}
