// The pass over approvals in their own order: days, authority, presence, watched people; and what counts for later passes.

import {
  approveCode,
  decidingCodes,
  docBit,
  noDay,
  noLag,
  type PackedActs,
  type PackedCases,
} from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { View } from "../view.ts";
import type { ActsSeen } from "./acts-seen.ts";
import type { Grants } from "./grants.ts";
import type { Dense } from "./lookup.ts";
import { type Nomination, nameAct, nameCase } from "./nomination.ts";
import type { Rhythm } from "./rhythm.ts";
import { isWithin, type Staff, spanOf } from "./staff.ts";
import { keep, nameKept, type Watch, type Watches } from "./watches.ts";
import type { Witnesses } from "./witnesses.ts";

export interface ActGround {
  readonly view: View;
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  readonly caseAt: Int32Array;
  readonly matterOf: Int32Array;
  readonly steps: Dense;
  readonly staff: Staff;
  readonly grants: Grants;
  readonly watches: Watches;
  readonly today: number;
  /** Wall-clock milliseconds of an instant. */
  readonly wall: (at: number) => number;
  /** Rules of within-authority and brief-delegation by dense step; null where none applies. */
  readonly authorityRules: readonly (readonly number[] | null)[];
  readonly briefRules: readonly (readonly { rule: number; maxDays: number }[] | null)[];
  readonly absenceRules: readonly number[];
  readonly rhythm: Rhythm;
  readonly witnesses: Witnesses;
}
const msPerDay = 86_400_000;

export function passActs(ground: ActGround, nomination: Nomination): ActsSeen {
  const { acts, cases, caseAt, steps, staff, grants, watches, today, wall, witnesses, rhythm } = ground;
  const caseOf = new Int32Array(acts.count).fill(-1);
  const dayOf = new Int32Array(acts.count);
  const givers = new Map<number, readonly number[]>();
  const { join, leave, absences } = stays(ground.view, staff);
  const isAbsenceAsked = ground.absenceRules.length > 0;
  let approvals = 0;

  for (let act = 0; act < acts.count; act += 1) {
    const local = wall(acts.at[act]!);
    const day = Math.floor(local / msPerDay);
    dayOf[act] = day;
    if (day > today) continue;
    approvals += 1;
    const of = caseAt[acts.case[act]!] ?? -1;
    const step = steps.at[acts.step[act]!] ?? -1;
    const clock = local - day * msPerDay;
    if (of >= 0) {
      if (acts.lag[act] !== noLag) witnesses.act(0, act, of);
      if (acts.terminal[act] !== 0) witnesses.act(1, act, of);
    }
    const flags = acts.flags[act]!;
    const action = flags & ~docBit;
    if (action >= decidingCodes || of < 0 || step < 0) continue;
    caseOf[act] = of;
    if (clock !== 0) witnesses.act(2, act, of);

    const number = acts.person[act]!;
    const person = number === 0 ? -1 : staff.people.at[number]!;
    const behalf = acts.behalf[act] === 0 ? -1 : staff.people.at[acts.behalf[act]!]!;
    if (behalf >= 0 && !staff.isSystem[behalf]) watch(ground, watches.credited[behalf], act, step, day);
    if (person < 0 || staff.isSystem[person]) continue;

    watch(ground, watches.acting[person], act, step, day);
    watch(ground, watches.credited[person], act, step, day);
    if (isAbsenceAsked && isAway(person, day))
      for (const rule of ground.absenceRules) nameAct(nomination, rule, person, act);
    if (clock !== 0) rhythm.note(person, day, clock, action === approveCode, ground.matterOf[of]!);

    const rules = ground.authorityRules[step]!;
    const hasLoans = grants.hasLoans(person);
    if (rules === null && !hasLoans) continue;
    const amount = Number.isNaN(acts.amount[act]!) ? cases.amount[of]! : acts.amount[act]!;
    const hasDoc = (flags & docBit) !== 0;
    const own = grants.own(person, step, day, amount, hasDoc);
    if (own === 3 || (own !== 0 && rules === null)) continue;
    const loans = hasLoans ? grants.loans(person, step, day, amount, hasDoc) : [];
    if (own === 0 && behalf < 0 && acts.behalf[act] === 0 && loans.length > 0) {
      const lenders = [...new Set(loans.map((loan) => loan.giver))].filter(
        (giver) => giver >= 0 && giver !== person && !staff.isSystem[giver],
      );
      givers.set(act, lenders);
      for (const giver of lenders) watch(ground, watches.credited[giver], act, step, day);
      for (const { rule, maxDays } of ground.briefRules[step] ?? [])
        if (loans.every((loan) => loan.days !== null && loan.days <= maxDays)) nameCase(nomination, rule, of);
    }
    if (rules !== null && !loans.some((loan) => loan.isSound))
      for (const rule of rules) nameCase(nomination, rule, of);
  }
  nameKept(watches, nomination);
  return { caseOf, dayOf, givers, approvals };

  function isAway(person: number, day: number): boolean {
    if (day < join[person]! || day >= leave[person]!) return true;
    const spans = absences[person];
    return spans?.some((span) => isWithin(span, day)) ?? false;
  }
}

function watch(
  { acts, staff }: ActGround,
  watched: readonly Watch[] | undefined,
  act: number,
  step: number,
  day: number,
): void {
  if (watched === undefined) return;
  const number = acts.post[act]!;
  const post = number === 0 ? -1 : staff.posts.at[number]!;
  for (const one of watched)
    if (isWithin(one, day) && (one.steps === null || one.steps[step] === 1)) keep(one, acts, act, step, post);
}

/** First and first-no-longer day of everybody who has an assignment, and their absences; the others are never away. */
function stays(view: View, staff: Staff) {
  const count = staff.people.ids.length;
  const join = new Int32Array(count).fill(-noDay);
  const leave = new Int32Array(count).fill(noDay);
  for (const [person, row] of view.world.people.entries()) {
    const seats = staff.seats[person]!;
    if (seats.length === 0) continue;
    join[person] =
      row.joinedOn === null ? Math.min(...seats.map((seat) => seat.from)) : dayFrom(row.joinedOn);
    leave[person] =
      row.leavesOn === null ? Math.max(...seats.map((seat) => seat.until)) : dayFrom(row.leavesOn);
  }
  const absences = view.world.people.map((row, person) =>
    staff.seats[person]!.length > 0 ? view.absencesOf.get(row.id)?.map(spanOf) : undefined,
  );
  return { join, leave, absences };
}
const dayFrom = (day: string): number => spanOf({ from: day, until: null }).from;

/** By dense step: the rules of a kind that look at acts on it. */
export function rulesByStep<Asked>(
  view: View,
  steps: Dense,
  rules: readonly { rule: Rule; index: number; admits: (matterId: string) => boolean }[],
  askedOf: (rule: Rule, index: number) => Asked | null,
  applies: (matterId: string) => boolean,
): (readonly Asked[] | null)[] {
  const asked = rules.flatMap(({ rule, index, admits }) => {
    const one = askedOf(rule, index);
    return one === null ? [] : [{ one, admits }];
  });
  const byMatter = new Map<string, readonly Asked[] | null>();
  return steps.ids.map((id) => {
    const matterId = view.steps.get(id)?.matterId ?? "";
    let list = byMatter.get(matterId);
    if (list === undefined) {
      const admitted = applies(matterId)
        ? asked.filter(({ admits }) => admits(matterId)).map(({ one }) => one)
        : [];
      list = admitted.length === 0 ? null : admitted;
      byMatter.set(matterId, list);
    }
    return list;
  });
}
