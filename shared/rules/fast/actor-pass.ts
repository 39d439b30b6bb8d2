// What hangs on who acted, act by act in the frame of its case: authority and loans, presence, watched people.
import type { PackedActs } from "../../domain/packed-log.ts";
import { amountBit, behalfBit, documentBit, type Frame, loanBit } from "./frame.ts";
import { type Nomination, nameAct, nameCases } from "./nomination.ts";
import type { Prepared } from "./prepare.ts";
import { soundBit } from "./rights.ts";
import { isWithin } from "./staff.ts";
import { keep, type Watch, type Watches } from "./watches.ts";

export interface ActorGround {
  readonly prepared: Prepared;
  readonly acts: PackedActs;
  readonly watches: Watches;
  readonly nomination: Nomination;
  /** Dense person acted for; -1 nobody or a system account. */
  readonly behalfOf: (act: number) => number;
}

/** Looks at one entry of the frame; marks it where others are credited for having lent the authority. */
export function actorPass({ prepared, acts, watches, nomination, behalfOf }: ActorGround, frame: Frame) {
  const { staff, grants, stays, absenceRules, authorityRules, briefRules } = prepared;
  const isAbsenceAsked = absenceRules.length > 0;
  return (index: number): void => {
    const act = frame.act[index]!;
    const day = frame.day[index]!;
    const step = frame.step[index]!;
    const flags = frame.flags[index]!;
    if (flags & behalfBit) {
      const behalf = behalfOf(act);
      if (behalf >= 0) watch(watches.credited[behalf], act, step, day);
    }
    const person = frame.person[index]!;
    if (person < 0) return;
    if (day >= watches.from[person]! && day < watches.until[person]!) {
      watch(watches.acting[person], act, step, day);
      watch(watches.credited[person], act, step, day);
    }
    if (isAbsenceAsked && stays(person, day))
      for (const rule of absenceRules) nameAct(nomination, rule, person, act);
    const rules = authorityRules[step]!;
    const hasLoans = grants.hasLoans(person);
    if (rules === null && !hasLoans) return;
    const amount = flags & amountBit ? acts.amount[act]! : frame.amount;
    const hasDoc = (flags & documentBit) !== 0;
    const own = grants.own(person, step, day, amount, hasDoc);
    if (own & soundBit || (own !== 0 && rules === null)) return;
    const loans = hasLoans ? grants.loans(person, step, day, amount, hasDoc) : [];
    if (rules !== null && !loans.some((loan) => loan.isSound)) nameCases(nomination, rules, frame.case);
    if (own !== 0 || flags & behalfBit || loans.length === 0) return;
    const lenders = [...new Set(loans.map((loan) => loan.giver))].filter(
      (giver) => giver >= 0 && giver !== person && !staff.isSystem[giver],
    );
    frame.flags[index] = flags | loanBit;
    frame.lenders[index] = lenders;
    for (const giver of lenders) watch(watches.credited[giver], act, step, day);
    for (const { rule, maxDays } of briefRules[step] ?? [])
      if (loans.every((loan) => loan.days !== null && loan.days <= maxDays))
        nameCases(nomination, [rule], frame.case);
  };

  function watch(watched: readonly Watch[] | undefined, act: number, step: number, day: number): void {
    if (watched === undefined) return;
    for (const one of watched) {
      if (!isWithin(one, day) || (one.steps !== null && one.steps[step] !== 1)) continue;
      const number = acts.post[act]!;
      keep(one, acts, act, step, number === 0 ? -1 : (staff.posts.at[number] ?? -1));
    }
  }
}
