// Groups of dated cases by what they have in common, each in turn, and their keys as the kinds write them.
import { dayNumber, dayOfNumber } from "../../domain/day.ts";
import { noDay, type PackedCases } from "../../domain/packed-log.ts";
import type { Nomination } from "./nomination.ts";
import { tupleGroups } from "./tuple-groups.ts";

/** Category and project of cases, by their places among the packed cases. */
export type TextsOf = (places: readonly number[]) => readonly Texts[];
interface Texts {
  readonly category: string | null;
  readonly project: string | null;
}
export interface DatedGround {
  readonly cases: PackedCases;
  /** Day number of each case; `noDay`: it has none up to today, or it was rejected. */
  readonly dayOf: Int32Array;
  /** Rejected or not by an order that only the rows tell: its groups go to the folds. */
  readonly isUnsure: Uint8Array;
  readonly matterOf: Int32Array;
  readonly today: number;
  /** Ids of the source's numbers; null for 0. */
  readonly idOf: (number: number) => string | null;
  readonly textsOf: TextsOf;
  /** Lowest bound of the unit's own authorities that an amount keeps to that day; null: none. */
  readonly tierOf: (of: number, day: number) => number | null;
  /** By rule, 1 for each dense matter in its scope. */
  readonly admitted: readonly Uint8Array[];
}

interface Group {
  readonly cases: readonly number[];
  readonly sum: number;
  /** One of its cases may have been rejected: only the rows can tell. */
  readonly isUnsure: boolean;
}
/** The groups of at least `least` cases, or with an unsure one; `keyOf` answers false to leave a case out. */
export function* groupsOf(
  ground: DatedGround,
  rule: number,
  least: number,
  keyOf: (of: number, day: number, key: Int32Array) => boolean,
): Generator<Group> {
  const { cases, dayOf, isUnsure, matterOf } = ground;
  const admitted = ground.admitted[rule]!;
  const anyUnsure = isUnsure.includes(1);
  const groups = tupleGroups(
    cases.count,
    (of, key) => {
      const day = dayOf[of]!;
      return day !== noDay && admitted[matterOf[of]!] === 1 && keyOf(of, day, key);
    },
    (of) => cases.amount[of]! || 0,
  );
  for (let group = 0; group < groups.count; group += 1) {
    const isLarge = groups.sizes[group]! >= least;
    if (!isLarge && !anyUnsure) continue;
    const members = groups.members(group);
    const unsure = anyUnsure && members.some((of) => isUnsure[of] === 1);
    if (isLarge || unsure) yield { cases: members, sum: groups.sums[group]!, isUnsure: unsure };
  }
}
export function put(key: Int32Array, first: number, second: number, third = 0, fourth = 0): true {
  key[0] = first;
  key[1] = second;
  key[2] = third;
  key[3] = fourth;
  return true;
}
export function name(nomination: Nomination, rule: number, key: string, cases: readonly number[]): void {
  nomination.rules[rule]!.keys.add(key);
  for (const of of cases) nomination.datedCases[of] = 1;
}
/** The year of a day, and the day after its last: each looked up once. */
interface Year {
  readonly number: number;
  readonly end: number;
}
const years = new Map<number, Year>();
export function yearAround(day: number): Year {
  let year = years.get(day);
  if (year === undefined) {
    const number = Number(dayOfNumber(day).slice(0, 4));
    year = { number, end: dayNumber(`${number + 1}-01-01`) };
    years.set(day, year);
  }
  return year;
}
export const yearOf = (day: number): number => yearAround(day).number;
/** Keys of a group as the kinds write them: hashes stand for texts here, so each text makes its own key. */
export function keysOf(
  { textsOf }: DatedGround,
  cases: readonly number[],
  keyOf: (of: number, texts: Texts) => unknown[],
): string[] {
  const texts = textsOf(cases);
  return [...new Set(cases.map((of, index) => JSON.stringify(keyOf(of, texts[index]!))))];
}
