// The wall clock of an instant, with one look-up of the zone per quarter of an hour.
import { type Instant, offset } from "../domain/day.ts";

const quarterHour = 900_000;
const msPerDay = 86_400_000;

/** Milliseconds since midnight on the zone's wall clock; 0 where a source knew the day alone. */
export function clockReader(zone: string): (at: Instant) => number {
  // Null: the offset changes within the quarter, as before zones were standardised.
  const offsets = new Map<number, number | null>();
  return (at) => {
    const bucket = Math.floor(at / quarterHour);
    let known = offsets.get(bucket);
    if (known === undefined) {
      const first = offset(bucket * quarterHour, zone);
      known = first === offset((bucket + 1) * quarterHour - 1, zone) ? first : null;
      offsets.set(bucket, known);
    }
    const wall = (at + (known ?? offset(at, zone))) % msPerDay;
    return wall < 0 ? wall + msPerDay : wall;
  };
}
