// The seeded sample unit: a city finance bureau, three years of its work, and the conflicts planted in it.
import { addYears, type Day } from "../../shared/domain/day.ts";
import type { Settings } from "../../shared/domain/world.ts";
import { addAbsences, addLoansNow } from "./absences.ts";
import { addAuthorities } from "./authorities.ts";
import { addOrdinaryCases, caseBook, numberCases } from "./cases.ts";
import type { Draft, Size } from "./draft.ts";
import { addExemptions } from "./exemptions.ts";
import { addHalfWay, type HalfWay } from "./half-way.ts";
import { matterTypes } from "./matter-types.ts";
import { personNames, supplierNames, trades } from "./names.ts";
import { addOrganisation } from "./organisation.ts";
import type { Planted } from "./planted.ts";
import { plantConflicts } from "./plants/plant.ts";
import { addSetting } from "./plants/setting.ts";
import { seededRandom } from "./random.ts";
import { rosterOf } from "./roster.ts";
import { type SampleTable, tablesOf } from "./tables.ts";
import { dayAt, dayNumber } from "./workdays.ts";

export interface SampleOptions {
  seed: number;
  size: Size;
  /** Last day of the log; the log is three years long. */
  endsOn: Day;
}
export interface SampleUnit {
  settings: Settings;
  /** In the order of import. */
  tables: SampleTable[];
  /** What the check has to find: the ground truth. */
  planted: Planted[];
  /** Where to try the gate. */
  halfWay: HalfWay;
}
export const defaultSample: SampleOptions = { seed: 20260305, size: "city", endsOn: "2026-03-05" };

/** The same options give the same unit, text for text. */
export function generateUnit(options: SampleOptions = defaultSample): SampleUnit {
  const random = seededRandom(options.seed);
  const nextName = personNames(random);
  const draft: Draft = {
    random,
    size: options.size,
    start: dayNumber(addYears(options.endsOn, -3)),
    end: dayNumber(options.endsOn),
    endsOn: options.endsOn,
    matters: matterTypes.filter((it) => options.size === "city" || it.cases[1] > 0),
    posts: [],
    people: [],
    assignments: [],
    authorities: [],
    delegations: [],
    absences: [],
    relations: [],
    suppliers: suppliers(options.size === "city" ? 160 : 60, supplierNames(random)),
    exemptions: [],
    cases: [],
  };
  addOrganisation(draft, nextName);
  const people = addSetting(draft, nextName);
  addExemptions(draft);
  addAuthorities(draft);
  addAbsences(draft);
  const roster = rosterOf(draft);
  const book = caseBook(draft, roster);
  addOrdinaryCases(draft, book);
  const plantings = plantConflicts(draft, roster, book, people);
  const { it: open, ...halfWay } = addHalfWay(draft, roster, book);
  addLoansNow(draft);
  numberCases(draft, (day) => dayAt(day).slice(0, 4));
  return {
    settings: {
      unitName: options.size === "city" ? "青岚市财政局" : "青岚县财政局",
      timeZone: "Asia/Shanghai",
    },
    tables: tablesOf(draft),
    planted: plantings.map(({ cases, ...rest }) => ({ ...rest, caseNos: cases.map((it) => it.caseNo) })),
    halfWay: { ...halfWay, caseNo: open.caseNo },
  };
}

const suppliers = (count: number, nextName: ReturnType<typeof supplierNames>): Draft["suppliers"] =>
  Array.from({ length: count }, (_, nth) => {
    const trade = trades[nth % trades.length] ?? "商贸";
    return { code: `GYS${String(nth + 1).padStart(4, "0")}`, name: nextName(trade), trade };
  });
