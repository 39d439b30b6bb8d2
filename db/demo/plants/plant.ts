// Plants everything, kind by kind, and answers the ground truth.
import type { CaseBook } from "../cases.ts";
import type { Draft } from "../draft.ts";
import type { Garden, Planting } from "../planted.ts";
import type { Roster } from "../roster.ts";
import { monthsBefore } from "../seats.ts";
import { workdayFrom } from "../workdays.ts";
import { plantSamePerson, plantSeniority, plantSeparateUnits } from "./apart.ts";
import { plantWithinAuthority } from "./authority.ts";
import { plantConcentration } from "./concentration.ts";
import { plantSequence, plantTwoPerson } from "./course.ts";
import { plantDates } from "./dates.ts";
import { plantNeverTogether } from "./never.ts";
import { plantAbsence, plantTenure } from "./presence.ts";
import { plantRelation } from "./relation.ts";
import { plantSeparateDuties } from "./separate.ts";
import type { SettingPeople } from "./setting.ts";
import { plantSplit } from "./split.ts";
import { plantTempo } from "./tempo.ts";

export function plantConflicts(
  draft: Draft,
  roster: Roster,
  book: CaseBook,
  people: SettingPeople,
): Planting[] {
  const plantings: Planting[] = [];
  const garden: Garden = {
    draft,
    roster,
    book,
    ago: (months) => workdayFrom(monthsBefore(draft, months)),
    steady: (type, day, nth = 0) => {
      const later = Math.min(day + 180, draft.end);
      for (let seat = nth; seat < nth + 12; seat += 1) {
        const held = roster.who(type, day, seat);
        if (Array.from({ length: 12 }, (_, n) => roster.who(type, later, n)).includes(held)) return held;
      }
      return roster.who(type, day, nth);
    },
    settled: (type, months) => {
      for (const shift of [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7, 8]) {
        const day = workdayFrom(monthsBefore(draft, Math.max(3, months + shift)));
        const holders = (on: number): string[] =>
          Array.from({ length: 12 }, (_, nth) => roster.who(type, on, nth));
        const [before, after] = [holders(day - 90), holders(Math.min(day + 200, draft.end))];
        const staffNo = holders(day).find((it) => before.includes(it) && after.includes(it));
        if (staffNo !== undefined) return { day, staffNo };
      }
      throw new Error(`nobody stays put as ${type}`);
    },
    approver: (step, amount, day) => {
      const found = roster.options(step, amount, day).find((it) => it.behalfOf === null);
      if (!found) throw new Error(`nobody approves ${amount} at ${step}`);
      return found.staffNo;
    },
    has: (type) => draft.posts.some((it) => it.type.type === type),
    name: (staffNo) => roster.person(staffNo).name,
    plant: (kind, ruleIds, cases, staffNos, zh, en) => {
      plantings.push({ kind, ruleIds, cases, staffNos, what: { zh, en } });
    },
  };
  plantSeparateDuties(garden);
  plantNeverTogether(garden);
  plantTwoPerson(garden);
  plantWithinAuthority(garden, people);
  plantSequence(garden);
  plantSplit(garden);
  plantRelation(garden, people);
  plantSeparateUnits(garden);
  plantSamePerson(garden);
  plantSeniority(garden);
  plantDates(garden);
  plantConcentration(garden, people);
  plantTempo(garden);
  plantAbsence(garden, people);
  plantTenure(garden);
  return plantings;
}
