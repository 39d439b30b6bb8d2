// The pass over dated cases: sums and counts by group, to name the groups that splitting, tempo and concentration fold.

import { isTender, procurementMethods } from "../../domain/approval.ts";
import { addMonths, dayNumber, dayOfNumber } from "../../domain/day.ts";
import { changeBit, methodCode } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import { type DatedGround, groupsOf, keysOf, name, put, yearAround, yearOf } from "./dated-groups.ts";
import type { Nomination } from "./nomination.ts";

/** Sums of very large amounts round: better a group too many. */
const slack = 1 + 1e-9;
const tenderCodes = new Set(procurementMethods.filter(isTender).map(methodCode));
const singleSource = methodCode("single_source");

export function passDated(ground: DatedGround, rules: readonly Rule[], nomination: Nomination): void {
  for (const [index, rule] of rules.entries()) {
    if (rule.kind === "split-amount") passSplit(ground, index, rule.parameters, nomination);
    else if (rule.kind === "tempo" && rule.parameters.check === "year-end")
      passYearEnd(ground, index, rule.parameters, nomination);
    else if (rule.kind === "tempo" && rule.parameters.check === "crowding")
      passCrowding(ground, index, rule.parameters, nomination);
    else if (rule.kind === "concentration" && rule.parameters.check === "supplier-share")
      passSuppliers(ground, index, rule.parameters, nomination);
    else if (rule.kind === "concentration" && rule.parameters.check === "single-source")
      passSingleSource(ground, index, rule.parameters, nomination);
  }
}
type Asked<K extends Rule["kind"]> = Extract<Rule, { kind: K }>["parameters"];

function passSplit(
  ground: DatedGround,
  rule: number,
  asked: Asked<"split-amount">,
  nomination: Nomination,
): void {
  const { cases, dayOf } = ground;
  const counts = (of: number): boolean =>
    cases.amount[of]! > 0 && !(cases.flags[of]! & changeBit) && !tenderCodes.has(cases.flags[of]! & 127);
  if (asked.test === "statutory") {
    const { department, project, category } = cases;
    const groups = groupsOf(
      ground,
      rule,
      asked.minCases,
      (of, day, key) =>
        counts(of) &&
        department[of] !== 0 &&
        project[of] !== 0 &&
        category[of] !== 0 &&
        put(key, department[of]!, yearOf(day), project[of]!, category[of]!),
    );
    for (const group of groups) {
      if (!group.isUnsure && group.sum <= asked.threshold) continue;
      const keys = keysOf(ground, group.cases, (of, texts) => [
        ground.idOf(department[of]!),
        yearOf(dayOf[of]!),
        texts.project,
        texts.category,
      ]);
      for (const key of keys) name(nomination, rule, key, group.cases);
    }
    return;
  }
  const holders = asked.by === "requester" ? cases.requester : cases.supplier;
  const ceilings = new Numbering();
  const ceilingOf = (of: number): number | null => asked.ceiling ?? ground.tierOf(of, dayOf[of]!);
  const groups = groupsOf(ground, rule, asked.minCases, (of, _day, key) => {
    if (!counts(of) || holders[of] === 0) return false;
    const ceiling = ceilingOf(of);
    if (ceiling === null || cases.amount[of]! > ceiling) return false;
    if (cases.amount[of]! * 1000 < ceiling * asked.nearPermille) return false;
    return put(key, holders[of]!, cases.category[of]!, ceilings.of(ceiling));
  });
  for (const group of groups) {
    const ceiling = ceilingOf(group.cases[0]!) ?? 0;
    const isLikely = group.sum > ceiling && isDense(ground, group.cases, asked.minCases, asked.windowDays);
    if (!group.isUnsure && !isLikely) continue;
    const keys = keysOf(ground, group.cases, (of, texts) => {
      const own = [ground.idOf(holders[of]!), texts.category];
      return asked.ceiling === null ? [...own, ceiling] : own;
    });
    for (const key of keys) name(nomination, rule, key, group.cases);
  }
}
/** Small whole numbers for amounts, which are too large for a key. */
class Numbering {
  readonly #numbers = new Map<number, number>();
  of(value: number): number {
    const known = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, known);
    return known;
  }
}
/** Do so many of the cases ever lie within a window? */
function isDense(ground: DatedGround, cases: readonly number[], count: number, windowDays: number): boolean {
  const days = cases.map((of) => ground.dayOf[of]!).sort((a, b) => a - b);
  return days.some((day, index) => index >= count - 1 && day - days[index - count + 1]! <= windowDays);
}

function passYearEnd(
  ground: DatedGround,
  rule: number,
  asked: Extract<Asked<"tempo">, { check: "year-end" }>,
  nomination: Nomination,
): void {
  const { cases, dayOf } = ground;
  const groups = groupsOf(ground, rule, asked.minCases, (of, day, key) => {
    const { number, end } = yearAround(day);
    const isOver = ground.today >= end;
    return (
      isOver && cases.department[of] !== 0 && cases.amount[of]! > 0 && put(key, cases.department[of]!, number)
    );
  });
  for (const { cases: all, isUnsure, sum } of groups) {
    const year = yearAround(dayOf[all[0]!]!);
    const from = year.end - asked.days;
    const late = all.filter((of) => dayOf[of]! >= from);
    const lateSum = late.reduce((total, of) => total + cases.amount[of]!, 0);
    if (!isUnsure && (late.length < asked.minCases || lateSum * 1000 * slack < sum * asked.sharePermille))
      continue;
    name(nomination, rule, JSON.stringify([ground.idOf(cases.department[all[0]!]!), year.number]), all);
  }
}

function passCrowding(
  ground: DatedGround,
  rule: number,
  asked: Extract<Asked<"tempo">, { check: "crowding" }>,
  nomination: Nomination,
): void {
  const { cases, dayOf, matterOf } = ground;
  const ceilings = new Numbering();
  const ceilingOf = (of: number): number | null => asked.ceiling ?? ground.tierOf(of, dayOf[of]!);
  const groups = groupsOf(ground, rule, asked.minCases, (of, day, key) => {
    const amount = cases.amount[of]!;
    const ceiling = amount > 0 ? ceilingOf(of) : null;
    if (ceiling === null || amount > ceiling || amount * 1000 < ceiling * asked.belowPermille) return false;
    return put(key, matterOf[of]!, yearOf(day), ceilings.of(ceiling));
  });
  for (const { cases: all, isUnsure } of groups) {
    const ceiling = ceilingOf(all[0]!) ?? 0;
    // On an edge a case counts for near and never against it: the fold decides.
    const isOver = (of: number, permille: number): boolean => cases.amount[of]! * 1000 > ceiling * permille;
    const isUnder = (of: number, permille: number): boolean => cases.amount[of]! * 1000 < ceiling * permille;
    const near = all.filter((of) => !isUnder(of, asked.nearPermille)).length;
    const below = all.filter(
      (of) => isOver(of, asked.belowPermille) && isUnder(of, asked.nearPermille),
    ).length;
    if (!isUnsure && near <= asked.times * below) continue;
    const key = [ground.idOf(cases.matter[all[0]!]!), yearOf(dayOf[all[0]!]!), ceiling];
    name(nomination, rule, JSON.stringify(key), all);
  }
}

function passSuppliers(
  ground: DatedGround,
  rule: number,
  asked: Extract<Asked<"concentration">, { check: "supplier-share" }>,
  nomination: Nomination,
): void {
  const { cases, dayOf } = ground;
  const holders = asked.by === "requester" ? cases.requester : cases.department;
  const groups = groupsOf(
    ground,
    rule,
    asked.minCases,
    (of, day, key) => holders[of] !== 0 && cases.supplier[of] !== 0 && put(key, holders[of]!, yearOf(day)),
  );
  for (const { cases: all, isUnsure } of groups) {
    const counts = new Map<number, number>();
    for (const of of all) counts.set(cases.supplier[of]!, (counts.get(cases.supplier[of]!) ?? 0) + 1);
    const most = Math.max(...counts.values());
    if (!isUnsure && most * 1000 < all.length * asked.permille) continue;
    name(nomination, rule, JSON.stringify([ground.idOf(holders[all[0]!]!), yearOf(dayOf[all[0]!]!)]), all);
  }
}

function passSingleSource(
  ground: DatedGround,
  rule: number,
  asked: Extract<Asked<"concentration">, { check: "single-source" }>,
  nomination: Nomination,
): void {
  const { cases, dayOf } = ground;
  const [group] = groupsOf(
    ground,
    rule,
    asked.minCases,
    (of) => (cases.flags[of]! & 127) === singleSource && cases.supplier[of] !== 0 && cases.amount[of]! > 0,
  );
  if (!group) return;
  const all = group.cases.toSorted((a, b) => dayOf[a]! - dayOf[b]!);
  if (group.isUnsure || isHeavy(ground, asked, all)) name(nomination, rule, "single-source", all);
}
/** A window slides over the cases by day: the whole day of its last case for its supplier, the days before for all others. */
function isHeavy(
  { cases, dayOf }: DatedGround,
  asked: Extract<Asked<"concentration">, { check: "single-source" }>,
  all: readonly number[],
): boolean {
  const own = new Map<number, { sum: number; count: number }>();
  const add = (of: number, sign: 1 | -1): void => {
    const known = own.get(cases.supplier[of]!) ?? { sum: 0, count: 0 };
    own.set(cases.supplier[of]!, { sum: known.sum + sign * cases.amount[of]!, count: known.count + sign });
  };
  let [first, sumBefore] = [0, 0];
  for (let start = 0; start < all.length; ) {
    const day = dayOf[all[start]!]!;
    const from = dayNumber(addMonths(dayOfNumber(day), -asked.months));
    for (; dayOf[all[first]!]! <= from; first += 1) {
      add(all[first]!, -1);
      sumBefore -= cases.amount[all[first]!]!;
    }
    let end = start;
    for (; end < all.length && dayOf[all[end]!] === day; end += 1) add(all[end]!, 1);
    for (const of of all.slice(start, end)) {
      const { sum, count } = own.get(cases.supplier[of]!)!;
      // The others' least: what lies before this day and is not this supplier's.
      const today = all.slice(start, end).filter((other) => cases.supplier[other] === cases.supplier[of]);
      const ownBefore = sum - today.reduce((total, other) => total + cases.amount[other]!, 0);
      const whole = sum + sumBefore - ownBefore;
      if (count >= asked.minCases && sum * 1000 * slack >= whole * asked.permille) return true;
    }
    for (const of of all.slice(start, end)) sumBefore += cases.amount[of]!;
    start = end;
  }
  return false;
}
