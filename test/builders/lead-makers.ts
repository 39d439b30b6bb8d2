// Rules of tempo and concentration, the kinds that give leads, with values near those of the generated worlds.
import { dutyTypes } from "../../shared/domain/duty.ts";
import { limits } from "./pool.ts";
import { rule } from "./rows.ts";
import { type Made, pairOf } from "./rule-makers.ts";
import { chance, pick, type Source, someOf } from "./source.ts";

const shares: readonly number[] = [0, 250, 333, 500, 500, 667, 750, 1000];
const ceiling = (source: Source): number | null =>
  chance(source, 40) ? null : pick(source, [...limits, 1000]);

export const leadMakers: Record<string, Made> = {
  fast: (source, id, asked, world) => {
    const [earlier, later] = pairOf(source, asked, world);
    return rule(id, "tempo", {
      check: "fast",
      earlier,
      later,
      seconds: pick(source, [1, 30, 60, 120, 300, 86_400]),
      minActs: pick(source, [1, 1, 1, 2, 3]),
    });
  },
  burst: (source, id) =>
    rule(id, "tempo", {
      check: "burst",
      count: pick(source, [2, 2, 3, 4]),
      minutes: pick(source, [1, 2, 5, 60]),
    }),
  hours: (source, id) =>
    rule(id, "tempo", {
      check: "off-hours",
      from: pick(source, ["00:00", "08:00", "08:00", "08:01"]),
      until: pick(source, ["16:00", "17:59", "18:00", "24:00"]),
      minActs: pick(source, [1, 2, 3, 5]),
      sharePermille: pick(source, shares),
      minMonthActs: pick(source, [1, 2, 3, 5]),
    }),
  "year-end": (source, id) =>
    rule(id, "tempo", {
      check: "year-end",
      days: pick(source, [1, 5, 10, 15, 31, 90, 365, 366]),
      sharePermille: pick(source, shares),
      minCases: pick(source, [1, 2, 2, 3]),
    }),
  crowding: (source, id) =>
    rule(id, "tempo", {
      check: "crowding",
      ceiling: ceiling(source),
      nearPermille: pick(source, [899, 900, 950, 500]),
      belowPermille: pick(source, [0, 100, 400, 500]),
      times: pick(source, [1, 1, 2, 3]),
      minCases: pick(source, [2, 2, 3, 4]),
    }),
  terminal: (source, id) =>
    rule(id, "tempo", { check: "same-terminal", minutes: pick(source, [1, 2, 5, 1440, 10_080]) }),
  loan: (source, id) =>
    rule(id, "tempo", { check: "brief-delegation", maxDays: pick(source, [1, 2, 3, 30]) }),
  "duty-share": (source, id) =>
    rule(id, "concentration", {
      check: "duty-share",
      permille: pick(source, shares),
      minDuties: pick(source, [2, 2, 3, 4]),
      quietDays: pick(source, [1, 3, 10, 30, 90]),
    }),
  "type-span": (source, id) =>
    rule(id, "concentration", {
      check: "type-span",
      types: someOf(source, dutyTypes, 4, 9),
      min: pick(source, [2, 2, 3]),
    }),
  "supplier-share": (source, id) =>
    rule(id, "concentration", {
      check: "supplier-share",
      by: pick(source, ["requester", "department"]),
      permille: pick(source, shares),
      minCases: pick(source, [1, 2, 2, 3, 4]),
    }),
  "single-source": (source, id) =>
    rule(id, "concentration", {
      check: "single-source",
      permille: pick(source, shares),
      minCases: pick(source, [1, 2, 2, 3]),
      months: pick(source, [1, 6, 12, 24, 24]),
    }),
};
