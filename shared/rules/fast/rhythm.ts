// Counts by person and day or month for the rules of tempo that look at the clock: who had a burst, who worked at odd hours.

import type { PackedActs } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import type { ActsSeen } from "./acts-seen.ts";
import { monthReader, type Workdays } from "./calendar.ts";
import { type Nomination, nameAct } from "./nomination.ts";
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
  // Blocks of one count a person: acts that follow each other mostly fall into the same ones.
  const width = Math.max(hours.length, 1);
  const months = new Map<number, Month>();
  const approvals = new Map<number, Uint8Array>();
  let [lastDay, lastIsWorkday] = [Number.NaN, false];
  let month: Month | undefined;
  let today: Uint8Array | undefined;
  const look = (day: number): void => {
    if (day === lastDay) return;
    lastDay = day;
    lastIsWorkday = isWorkday(day);
    const number = monthOf(day);
    month = months.get(number) ?? {
      all: new Int32Array(people * width),
      off: new Int32Array(people * width),
    };
    months.set(number, month);
    today = approvals.get(day) ?? new Uint8Array(bursts.length > 0 ? people : 0);
    approvals.set(day, today);
  };

  const isOdd = ({ all, off }: Month, person: number, index: number): boolean => {
    const asked = hours[index]!;
    const [some, whole] = [off[person * width + index]!, all[person * width + index]!];
    const isMuch = whole >= asked.minMonthActs && some * 1000 > whole * asked.sharePermille;
    return some > 0 && (some >= asked.minActs || isMuch);
  };
  const burstsAround = (person: number, day: number): number[] =>
    bursts.flatMap((asked) => {
      // A burst reaches so many days at most; what lies around it is left to the fold.
      const reach = Math.ceil(asked.minutes / 1440);
      let sum = 0;
      for (let other = day - reach; other <= day + reach; other += 1) {
        const count = approvals.get(other)?.[person] ?? 0;
        if (count === fullCount) return [asked.rule];
        sum += count;
      }
      return sum >= asked.count ? [asked.rule] : [];
    });
  /** Rules of odd hours by person: a share of a month needs every act of it, so all of the person's are named. */
  const oddHours = (): Map<number, number[]> => {
    const found = new Map<number, number[]>();
    for (const one of months.values())
      for (const [index, asked] of hours.entries())
        for (let person = 0; person < people; person += 1) {
          if (!isOdd(one, person, index)) continue;
          const known = found.get(person) ?? [];
          if (!known.includes(asked.rule)) found.set(person, [...known, asked.rule]);
        }
    return found;
  };
  /** People with so many approvals on a day that a burst may be near. */
  const hasty = (): Set<number> => {
    const least = Math.min(
      fullCount,
      ...bursts.map((asked) => asked.count / (2 * Math.ceil(asked.minutes / 1440) + 1)),
    );
    const found = new Set<number>();
    for (const counts of approvals.values())
      for (let person = 0; person < counts.length; person += 1)
        if (counts[person]! >= least) found.add(person);
    return found;
  };

  return {
    isAsked: hours.length + bursts.length > 0,
    note(person, day, clock, isApproval, matter) {
      look(day);
      if (isApproval && bursts.length > 0 && today![person]! < fullCount) today![person]! += 1;
      for (let index = 0; index < hours.length; index += 1) {
        const asked = hours[index]!;
        if (asked.admitted[matter] !== 1) continue;
        month!.all[person * width + index]! += 1;
        if (!lastIsWorkday || clock < asked.fromMs || clock >= asked.untilMs)
          month!.off[person * width + index]! += 1;
      }
    },
    nameActs(acts, { caseOf, dayOf }, staff, nomination) {
      const [odd, quick] = [oddHours(), hasty()];
      if (odd.size + quick.size === 0) return;
      const isNamed = new Uint8Array(people);
      for (const person of [...odd.keys(), ...quick]) isNamed[person] = 1;
      for (let act = 0; act < acts.count; act += 1) {
        const person = staff.people.at[acts.person[act]!] ?? -1;
        if (person < 0 || isNamed[person] !== 1 || caseOf[act]! < 0) continue;
        for (const rule of odd.get(person) ?? []) nameAct(nomination, rule, person, act);
        if (quick.has(person))
          for (const rule of burstsAround(person, dayOf[act]!)) nameAct(nomination, rule, person, act);
      }
    },
  };
}
/** Acts with a time of day by person and rule of hours, and those of them at odd hours. */
interface Month {
  readonly all: Int32Array;
  readonly off: Int32Array;
}
/** A count that may be larger than it says. */
const fullCount = 255;
const clockMs = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
