// The passes over approvals in their own order: days and cases first; then authority, presence and watched people.
import {
  approveCode,
  decidingCodes,
  docBit,
  noLag,
  type PackedActs,
  type PackedCases,
  rejectCode,
} from "../../domain/packed-log.ts";
import { type ActsSeen, recordWidth, stepBits } from "./acts-seen.ts";
import { approveBit, behalfBit, loanBit, rejectBit, unnamedBit } from "./frame.ts";
import { type Nomination, nameAct, nameCase } from "./nomination.ts";
import type { Prepared } from "./prepare.ts";
import type { Rhythm } from "./rhythm.ts";
import { isWithin } from "./staff.ts";
import { keep, nameKept, type Watch, type Watches } from "./watches.ts";
import type { Witnesses } from "./witnesses.ts";

export interface ActGround {
  readonly prepared: Prepared;
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  /** Dense case by the source's number; dense matter by dense case. */
  readonly caseAt: Int32Array;
  readonly matterOf: Int32Array;
  readonly watches: Watches;
  readonly rhythm: Rhythm;
  readonly witnesses: Witnesses;
}
const msPerDay = 86_400_000;

/** Which acts count, on which day, and where each case's records will lie. */
function placeActs({ prepared, acts, cases, caseAt, matterOf, witnesses }: ActGround) {
  const { steps, wall, today } = prepared;
  const caseOf = new Int32Array(acts.count).fill(-1);
  const dayOf = new Int32Array(acts.count);
  const start = new Int32Array(cases.count + 1);
  let approvals = 0;
  for (let act = 0; act < acts.count; act += 1) {
    const local = wall(acts.at[act]!);
    const day = Math.floor(local / msPerDay);
    dayOf[act] = day;
    if (day > today) continue;
    approvals += 1;
    const of = caseAt[acts.case[act]!]!;
    if (of < 0) continue;
    const isDeciding = (acts.flags[act]! & ~docBit) < decidingCodes && (steps.at[acts.step[act]!] ?? -1) >= 0;
    const sorts =
      (acts.lag[act] === noLag ? 0 : 1) |
      (acts.terminal[act] === 0 ? 0 : 2) |
      (isDeciding && local !== day * msPerDay ? 4 : 0);
    const matter = matterOf[of]!;
    if (matter >= 0 && (sorts & ~witnesses.seen[matter]!) !== 0) {
      witnesses.seen[matter]! |= sorts;
      witnesses.acts.push(act);
    }
    if (!isDeciding) continue;
    caseOf[act] = of;
    start[of + 1]! += 1;
  }
  for (let of = 0; of < cases.count; of += 1) start[of + 1]! += start[of]!;
  return { caseOf, dayOf, start, approvals };
}

export function passActs(ground: ActGround, nomination: Nomination): ActsSeen {
  const { prepared, acts, cases, matterOf, watches, rhythm } = ground;
  const { steps, staff, grants, stays, absenceRules, authorityRules, briefRules, wall } = prepared;
  const placed = placeActs(ground);
  const { caseOf, dayOf, start } = placed;
  const next = start.slice();
  const records = new Int32Array(start[cases.count]! * recordWidth);
  const at = new Float64Array(start[cases.count]!);
  const givers = new Map<number, readonly number[]>();
  const isAbsenceAsked = absenceRules.length > 0;

  for (let act = 0; act < acts.count; act += 1) {
    const of = caseOf[act]!;
    if (of < 0) continue;
    const day = dayOf[act]!;
    const step = steps.at[acts.step[act]!]!;
    const flags = acts.flags[act]!;
    const action = flags & ~docBit;
    const number = acts.person[act]!;
    const named = number === 0 ? -1 : (staff.people.at[number] ?? -1);
    const person = named >= 0 && staff.isSystem[named] ? -1 : named;
    let bits = number === 0 ? unnamedBit : 0;
    if (action === rejectCode) bits |= rejectBit;
    else if (action === approveCode) bits |= approveBit;
    if (acts.behalf[act] !== 0) {
      bits |= behalfBit;
      const behalf = staff.people.at[acts.behalf[act]!] ?? -1;
      if (behalf >= 0 && !staff.isSystem[behalf]) watch(ground, watches.credited[behalf], act, step, day);
    }
    if (person >= 0 && passActor(act, of, person, step, day, flags)) bits |= loanBit;
    const place = next[of]!++;
    at[place] = acts.at[act]!;
    const record = place * recordWidth;
    records[record] = person;
    records[record + 1] = act;
    records[record + 2] = day;
    records[record + 3] = step | (bits << stepBits);
  }
  nameKept(watches, nomination);
  return { ...placed, records, at, givers };

  /** Everything that hangs on the actor; answers whether others are credited for having lent the authority. */
  function passActor(
    act: number,
    of: number,
    person: number,
    step: number,
    day: number,
    flags: number,
  ): boolean {
    if (watches.isWatched[person] === 1) {
      watch(ground, watches.acting[person], act, step, day);
      watch(ground, watches.credited[person], act, step, day);
    }
    if (isAbsenceAsked && stays(person, day))
      for (const rule of absenceRules) nameAct(nomination, rule, person, act);
    if (rhythm.isAsked) {
      const clock = wall(acts.at[act]!) - day * msPerDay;
      if (clock !== 0) rhythm.note(person, day, clock, (flags & ~docBit) === approveCode, matterOf[of]!);
    }
    const rules = authorityRules[step]!;
    const hasLoans = grants.hasLoans(person);
    if (rules === null && !hasLoans) return false;
    const stated = acts.amount[act]!;
    const amount = Number.isNaN(stated) ? cases.amount[of]! : stated;
    const hasDoc = (flags & docBit) !== 0;
    const own = grants.own(person, step, day, amount, hasDoc);
    if (own === 3 || (own !== 0 && rules === null)) return false;
    const loans = hasLoans ? grants.loans(person, step, day, amount, hasDoc) : [];
    if (rules !== null && !loans.some((loan) => loan.isSound))
      for (const rule of rules) nameCase(nomination, rule, of);
    if (own !== 0 || acts.behalf[act] !== 0 || loans.length === 0) return false;
    const lenders = [...new Set(loans.map((loan) => loan.giver))].filter(
      (giver) => giver >= 0 && giver !== person && !staff.isSystem[giver],
    );
    givers.set(act, lenders);
    for (const giver of lenders) watch(ground, watches.credited[giver], act, step, day);
    for (const { rule, maxDays } of briefRules[step] ?? [])
      if (loans.every((loan) => loan.days !== null && loan.days <= maxDays)) nameCase(nomination, rule, of);
    return true;
  }
}

function watch(
  { acts, prepared }: ActGround,
  watched: readonly Watch[] | undefined,
  act: number,
  step: number,
  day: number,
): void {
  if (watched === undefined) return;
  const number = acts.post[act]!;
  const post = number === 0 ? -1 : (prepared.staff.posts.at[number] ?? -1);
  for (const one of watched)
    if (isWithin(one, day) && (one.steps === null || one.steps[step] === 1)) keep(one, acts, act, step, post);
}
