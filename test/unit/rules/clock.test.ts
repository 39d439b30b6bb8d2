// The wall clock with few look-ups says what a look-up for every instant would say.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { clockOf, dayOf, instantOf, stampOf } from "../../../shared/domain/day.ts";
import { clockReader } from "../../../shared/rules/clock.ts";

const zones = [
  "Asia/Shanghai",
  "UTC",
  "America/New_York",
  "Pacific/Auckland",
  "Asia/Kathmandu",
  "Africa/Monrovia",
];

it("agrees with the time of day of each instant", () => {
  for (const zone of zones) {
    const read = clockReader(zone);
    fc.assert(
      fc.property(fc.integer({ min: -2_600_000_000_000, max: 2_600_000_000_000 }), (at) => {
        const [hours = 0, minutes = 0, seconds = 0] = stampOf(at, zone).slice(11).split(":").map(Number);
        const ms = ((at % 1000) + 1000) % 1000;
        expect(read(at)).toBe(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms);
      }),
      { numRuns: 200 },
    );
  }
});

it("is 0 at midnight alone, also where the clocks change", () => {
  for (const zone of zones) {
    const read = clockReader(zone);
    for (const day of ["1991-09-15", "2026-03-08", "2026-04-05", "2026-11-01", "2026-09-27"]) {
      const midnight = instantOf(day, "00:00", zone);
      expect([read(midnight), read(midnight + 1)]).toEqual([0, 1]);
      expect([dayOf(midnight, zone), clockOf(midnight, zone)]).toEqual([day, "00:00"]);
    }
  }
});
