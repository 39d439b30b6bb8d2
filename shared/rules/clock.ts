// The time of day of an instant.
import { type Instant, wallReader } from "../domain/day.ts";

const msPerDay = 86_400_000;

/** Milliseconds since midnight on the zone's wall clock; 0 where a source knew the day alone. */
export function clockReader(zone: string): (at: Instant) => number {
  const wallAt = wallReader(zone);
  return (at) => {
    const clock = wallAt(at) % msPerDay;
    return clock < 0 ? clock + msPerDay : clock;
  };
}
