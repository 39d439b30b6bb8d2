// Counts by person and day or month for the rules of tempo that look at the clock: who had a burst, who worked at odd hours.

import type { PackedActs } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import type { ActsSeen } from "./acts-seen.ts";
import { monthReader, type Workdays } from "./calendar.ts";
import { type Nomination, nameAct } from "./nomination.ts";
import { numberTable } from "./number-table.ts";
import type { Staff } from "./staff.ts";

type Asked<Check extends string> = Extract<Parameters<"tempo">, { check: Check }>;
type Hours = Asked<"off-hours"> & { rule: number; fromMs: number; untilMs: number; admitted: Uint8Array };

export interface Rhythm {
  readonly isAsked: boolean;
  /** One act with a time of day: milliseconds after midnight. */
  note(person: number, day: number, clock: number, isApproval: boolean, matter: number): void;
  /** Once all are noted: names the acts of the months and days in question. */
  nameActs(acts: PackedActs, seen: ActsSeen, staff: Staff, nomination: Nomination): void;
}

/** `admitted`: by rule, 1 for each dense matter in its scope. */
export function rhythmOf(
  rules: readonly Rule[],
  admitted: readonly Uint8Array[],
  people: number,
  workdays: Workdays,
): Rhythm {
  const hours: Hours[] = [];
  const bursts: (Asked<"burst"> & { rule: number })[] = [];
  for (const [rule, { kind, parameters }] of rules.entries()) {
    if (kind !== "tempo") continue;
    if (parameters.check === "off-hours")
      hours.push({
        ...parameters,
        rule,
        fromMs: clockMs(parameters.from),
        untilMs: clockMs(parameters.until),
        admitted: admitted[rule]!,
      });
    if (parameters.check === "burst") bursts.push({ ...parameters, rule });
  }
  const monthOf = monthReader();
  const workday = new Map<number, boolean>();
  const isWorkday = (day: number): boolean => {
    let known = workday.get(day);
    if (known === undefined) {
      known = workdays.isWorkday(day);
      workday.set(day, known);
    }
    return known;
  };
  /** By person and month: a place in `all` and `off`, which count for each rule of hours. */
  const months = numberTable();
  const width = Math.max(hours.length, 1);
  let all = new Int32Array(width << 10);
  let off = new Int32Array(width << 10);
  let count = 0;
  /** By person and day. */
  const approvals = numberTable();
  // Acts of one day often follow each other: the last answers are mostly the next ones.
  let [lastDay, lastMonth, lastIsWorkday] = [Number.NaN, 0, false];
  const look = (day: number): void => {
    if (day === lastDay) return;
    lastDay = day;
    lastMonth = monthOf(day);
    lastIsWorkday = isWorkday(day);
  };
  // Days and months are counted from well before 1970, so that no key is below nothing.
  const keyOf = (person: number, period: number): number => (period + 100_000) * people + person;
  const placeOf = (person: number, month: number): number => {
    const key = keyOf(person, month);
    const known = months.get(key);
    if (known >= 0) return known;
    const place = count * width;
    count += 1;
    if (place + width > all.length) {
      all = doubled(all);
      off = doubled(off);
    }
    months.set(key, place);
    return place;
  };

  const isOdd = (place: number, index: number): boolean => {
    const asked = hours[index]!;
    const [some, whole] = [off[place + index]!, all[place + index]!];
    const isMuch = whole >= asked.minMonthActs && some * 1000 > whole * asked.sharePermille;
    return some > 0 && (some >= asked.minActs || isMuch);
  };
  const burstsAround = (person: number, day: number): number[] =>
    bursts.flatMap((asked) => {
      // A burst reaches so many days at most; what lies around it is left to the fold.
      const reach = Math.ceil(asked.minutes / 1440);
      let sum = 0;
      for (let other = day - reach; other <= day + reach; other += 1)
        sum += Math.max(0, approvals.get(keyOf(person, other)));
      return sum >= asked.count ? [asked.rule] : [];
    });
  /** Rules of odd hours by person: a share of a month needs every act of it, so all of the person's are named. */
  const oddHours = (): Map<number, number[]> => {
    const found = new Map<number, number[]>();
    for (const key of months.keys())
      for (const [index, asked] of hours.entries()) {
        const known = found.get(key % people) ?? [];
        if (isOdd(months.get(key), index) && !known.includes(asked.rule))
          found.set(key % people, [...known, asked.rule]);
      }
    return found;
  };
  /** People with so many approvals on a day that a burst may be near. */
  const hasty = (): Set<number> => {
    const least = Math.min(...bursts.map((asked) => asked.count / (2 * Math.ceil(asked.minutes / 1440) + 1)));
    const found = new Set<number>();
    for (const key of approvals.keys()) if (approvals.get(key) >= least) found.add(key % people);
    return found;
  };

  return {
    isAsked: hours.length + bursts.length > 0,
    note(person, day, clock, isApproval, matter) {
      if (isApproval && bursts.length > 0) {
        const key = keyOf(person, day);
        approvals.set(key, Math.max(0, approvals.get(key)) + 1);
      }
      if (hours.length === 0) return;
      look(day);
      const place = placeOf(person, lastMonth);
      for (let index = 0; index < hours.length; index += 1) {
        const asked = hours[index]!;
        if (asked.admitted[matter] !== 1) continue;
        all[place + index]! += 1;
        if (!lastIsWorkday || clock < asked.fromMs || clock >= asked.untilMs) off[place + index]! += 1;
      }
    },
    nameActs(acts, { caseOf, dayOf }, staff, nomination) {
      if (hours.length + bursts.length === 0) return;
      const [odd, quick] = [oddHours(), hasty()];
      if (odd.size + quick.size === 0) return;
      for (let act = 0; act < acts.count; act += 1) {
        if (caseOf[act]! < 0) continue;
        const person = staff.people.at[acts.person[act]!]!;
        if (person < 0) continue;
        if (odd.has(person)) for (const rule of odd.get(person)!) nameAct(nomination, rule, person, act);
        if (quick.has(person))
          for (const rule of burstsAround(person, dayOf[act]!)) nameAct(nomination, rule, person, act);
      }
    },
  };
}
function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
const clockMs = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
