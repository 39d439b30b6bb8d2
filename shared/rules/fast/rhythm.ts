// Counts by person and day or month for the rules of tempo that look at the clock: who had a burst, who worked at odd hours.
import type { PackedActs } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { offHoursKey } from "../kinds/tempo-off-hours.ts";
import { type ActsSeen, recordWidth, stepBits } from "./acts-seen.ts";
import { approveBit } from "./frame.ts";
import { monthReader } from "./months.ts";
import { type Nomination, nameAct } from "./nomination.ts";
import type { Staff } from "./staff.ts";

type Asked<Check extends string> = Extract<Parameters<"tempo">, { check: Check }>;
type Hours = Asked<"off-hours"> & { rule: number; fromMs: number; untilMs: number; admitted: Uint8Array };

export interface Rhythm {
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
  isWorkdayOf: (day: number) => boolean,
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
      known = isWorkdayOf(day);
      workday.set(day, known);
    }
    return known;
  };
  const isAnyAsked = hours.length + bursts.length > 0;
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

  /** People with so many approvals on a day that a burst may be near. */
  const isHasty = new Uint8Array(people);
  const least = Math.min(fullCount, ...bursts.map((asked) => asked.count / daysOf(asked)));
  /** Could an approval of that day lie in a burst? One day more on either side, for a zone that skipped a day. */
  const isNearBurst = (person: number, day: number): boolean =>
    bursts.some((asked) => {
      const days = daysOf(asked);
      let sum = 0;
      for (let other = day - days; other <= day + days; other += 1) {
        const count = approvals.get(other)?.[person] ?? 0;
        if (count === fullCount) return true;
        sum += count;
      }
      return sum >= asked.count;
    });

  const isOdd = ({ all, off }: Month, person: number, index: number): boolean => {
    const asked = hours[index]!;
    const [some, whole] = [off[person * width + index]!, all[person * width + index]!];
    const isMuch = whole >= asked.minMonthActs && some * 1000 > whole * asked.sharePermille;
    return some > 0 && (some >= asked.minActs || isMuch);
  };
  /** Rules and months of odd hours by person: `rule * monthsApart + month`. */
  const oddHours = (): Map<number, Set<number>> => {
    const found = new Map<number, Set<number>>();
    for (const [number, one] of months)
      for (const [index, asked] of hours.entries())
        for (let person = 0; person < people; person += 1) {
          if (!isOdd(one, person, index)) continue;
          const known = found.get(person) ?? new Set();
          found.set(person, known.add(asked.rule * monthsApart + number));
        }
    return found;
  };
  /** Names the approvals of a person that lie in a burst, whoever's scope they are in. */
  const nameBursts = (acts: PackedActs, person: number, own: number[], nomination: Nomination): void => {
    const { at } = acts;
    own.sort((a, b) => at[a]! - at[b]!);
    for (const { rule, count, minutes } of bursts) {
      let named = 0;
      for (let first = 0; first + count <= own.length; first += 1) {
        if (at[own[first + count - 1]!]! - at[own[first]!]! > minutes * 60_000) continue;
        for (named = Math.max(named, first); named < first + count; named += 1)
          nameAct(nomination, rule, person, own[named]!);
      }
    }
  };

  return {
    note(person, day, clock, isApproval, matter) {
      if (!isAnyAsked) return;
      look(day);
      if (isApproval && bursts.length > 0 && today![person]! < fullCount) {
        today![person]! += 1;
        if (today![person]! >= least) isHasty[person] = 1;
      }
      for (let index = 0; index < hours.length; index += 1) {
        const asked = hours[index]!;
        if (asked.admitted[matter] !== 1) continue;
        month!.all[person * width + index]! += 1;
        if (!lastIsWorkday || clock < asked.fromMs || clock >= asked.untilMs)
          month!.off[person * width + index]! += 1;
      }
    },
    nameActs(acts, { start, end, records }, staff, nomination) {
      const odd = oddHours();
      for (const [person, odds] of odd)
        for (const key of odds) {
          const number = key % monthsApart;
          const name = `${1970 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
          const rule = (key - number) / monthsApart;
          nomination.rules[rule]!.people.add(person);
          nomination.rules[rule]!.keys.add(offHoursKey(staff.people.ids[person]!, name));
        }
      if (odd.size === 0 && !isHasty.includes(1)) return;
      const approved = new Map<number, number[]>();
      const look = (person: number, act: number, day: number, isApproval: boolean): void => {
        if (isApproval && isHasty[person] === 1 && isNearBurst(person, day)) {
          const own = approved.get(person) ?? [];
          approved.set(person, own);
          own.push(act);
        }
        const odds = odd.get(person);
        if (odds === undefined) return;
        const number = monthOf(day);
        for (const asked of hours)
          if (odds.has(asked.rule * monthsApart + number)) nameAct(nomination, asked.rule, person, act);
      };
      const isAsked = isHasty.slice();
      for (const person of odd.keys()) isAsked[person] = 1;
      for (let of = 0; of < end.length; of += 1)
        for (let record = start[of]! * recordWidth; record < end[of]! * recordWidth; record += recordWidth) {
          const person = records[record]!;
          if (person < 0 || isAsked[person] === 0) continue;
          const isApproval = ((records[record + 3]! >>> stepBits) & approveBit) !== 0;
          look(person, records[record + 1]!, records[record + 2]!, isApproval);
        }
      for (const [person, own] of approved) nameBursts(acts, person, own, nomination);
    },
  };
}
/** Acts with a time of day by person and rule of hours, and those of them at odd hours. */
interface Month {
  readonly all: Int32Array;
  readonly off: Int32Array;
}
/** Civil days that a burst may touch; the shortest have 22 hours. */
const daysOf = ({ minutes }: { minutes: number }): number => Math.floor(minutes / 1320) + 2;
/** A count that may be larger than it says. */
const fullCount = 255;
/** More months than any log has. */
const monthsApart = 100_000;
const clockMs = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
