// The pass over cases: every case once in its frame, every rule of its matter asked whether it must be folded.

import type { PackedActs, PackedCases } from "../../domain/packed-log.ts";
import type { CasePlan, Deadline } from "./case-plan.ts";
import {
  deadlineVerdict,
  isBackDated,
  isBefore,
  isNotAbove,
  isOneTerminal,
  isOutOfOrder,
  isOverSum,
  isTakenUpAgain,
  nextFast,
  teamVerdict,
} from "./case-tests.ts";
import type { Frame } from "./frame.ts";
import { type Nomination, nameCase, nameCases } from "./nomination.ts";
import type { Staff } from "./staff.ts";

/** What the tests ask beside the frame. */
export interface CaseGround {
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  readonly staff: Staff;
  readonly today: number;
  /** Everybody credited by an entry of the frame. */
  creditsOf(frame: Frame, index: number): readonly number[];
  /** Dense post of an entry; -1 none. */
  postOf(frame: Frame, index: number): number;
  isExpert(person: number, day: number, qualification: string): boolean;
  dueDay(day: number, asked: Deadline): number;
  /** Related people of a person, and suppliers; by dense and by the source's numbers. */
  readonly kin: readonly (ReadonlySet<number> | undefined)[];
  readonly suppliers: readonly (ReadonlySet<number> | undefined)[];
}

/** Names the rules to fold on whatever case is in the frame: made once, asked for every case. */
export function caseJudge(
  ground: CaseGround,
  frame: Frame,
  nomination: Nomination,
): (plan: CasePlan) => void {
  const name = (rule: number): void => nameCase(nomination, rule, frame.case);
  const wait = (rule: number): void => {
    nomination.rules[rule]!.waiting += 1;
  };
  const isClosed = (quietDays: number): boolean =>
    frame.hasTerminal ||
    ground.cases.closed[frame.case]! <= ground.today ||
    frame.day[frame.count - 1]! + quietDays <= ground.today;
  const rankOf = (index: number): number =>
    ground.staff.rankOf(frame.person[index]!, ground.postOf(frame, index), frame.day[index]!);
  const organOf = (index: number): number =>
    ground.staff.unitOf(
      ground.staff.organ,
      frame.person[index]!,
      ground.postOf(frame, index),
      frame.day[index]!,
    );
  const stated = (act: number): number => ground.acts.amount[act]!;
  const known = (act: number): number =>
    Number.isNaN(ground.acts.amount[act]!) ? ground.cases.amount[frame.case]! : ground.acts.amount[act]!;
  const units: number[] = [];
  const masks: number[] = [];
  return (plan) => judgeCase(plan, frame.case);

  function judgeUnits(plan: CasePlan): void {
    for (const { scope, breaks } of plan.units) {
      if (breaks(frame.all).length === 0) continue;
      units.length = 0;
      for (let index = 0; index < frame.count; index += 1) {
        const unit = ground.staff.unitOf(
          scope === "organ" ? ground.staff.organ : ground.staff.department,
          frame.person[index]!,
          ground.postOf(frame, index),
          frame.day[index]!,
        );
        if (unit < 0) continue;
        let place = units.indexOf(unit);
        if (place < 0) {
          place = units.push(unit) - 1;
          masks[place] = 0;
        }
        masks[place]! |= 1 << frame.bit[index]!;
      }
      for (let place = 0; place < units.length; place += 1) {
        const broken = breaks(masks[place]!);
        if (broken.length > 0) nameCases(nomination, broken, frame.case);
      }
    }
  }

  function judgeCase(plan: CasePlan, of: number): void {
    for (let at = 0; at < frame.persons; at += 1) {
      const broken = plan.persons(frame.masks[at]!);
      if (broken.length > 0) nameCases(nomination, broken, of);
    }
    if (plan.units.length > 0) judgeUnits(plan);
    for (const { rule, duty } of plan.bound)
      if (frame.all & duty && !isShared(ground, frame, duty)) name(rule);
    if (plan.ranks.length > 0)
      for (const pair of plan.ranks)
        if (frame.all & pair.earlier && frame.all & pair.later && isNotAbove(frame, pair, rankOf))
          name(pair.rule);

    for (const team of plan.teams) {
      if (!(frame.all & team.duty)) continue;
      const verdict = teamVerdict(frame, team, isClosed(team.quietDays), ground.isExpert, organOf);
      if (verdict === "fold") name(team.rule);
      else if (verdict === "waiting") wait(team.rule);
    }
    if (plan.order.length > 0 && isOutOfOrder(frame, plan.required)) nameCases(nomination, plan.order, of);
    if (plan.missing.length > 0 && frame.done !== 0) {
      const gap = plan.gap(frame.done);
      if (gap > 0)
        for (const { rule, quietDays } of plan.missing)
          if (gap === 2 || isClosed(quietDays)) name(rule);
          else wait(rule);
    }
    for (const pair of plan.before) if (isBefore(frame, pair)) name(pair.rule);
    if (frame.hasLate)
      for (const { rule, seconds } of plan.backDated)
        if (isBackDated(frame, ground.acts.lag, seconds)) name(rule);
    if (frame.hasReject && plan.afterReject.length > 0 && isTakenUpAgain(frame))
      nameCases(nomination, plan.afterReject, of);
    for (const asked of plan.deadlines) {
      if (!(frame.done & (asked.earlier | asked.later))) continue;
      const verdict = deadlineVerdict(frame, asked, ground.today, ground.dueDay);
      if (verdict === "fold") name(asked.rule);
      else if (verdict === "waiting") wait(asked.rule);
    }
    for (const asked of plan.sums)
      if (frame.done & asked.base && frame.done & asked.added && isOverSum(frame, asked, stated, known))
        name(asked.rule);
    for (const asked of plan.fast) {
      if (!(frame.all & asked.earlier) || !(frame.all & asked.later)) continue;
      for (let at = nextFast(frame, asked, 0); at >= 0; at = nextFast(frame, asked, at + 1)) {
        nomination.rules[asked.rule]!.people.add(frame.person[at]!);
        nomination.wholeCases[of] = 1;
      }
    }
    for (const { rule, ms } of plan.terminals) if (isOneTerminal(frame, ground.acts.terminal, ms)) name(rule);
    if (plan.shares.length > 0) judgeShares(plan, frame, isClosed, name, wait);
    if (plan.suppliers.length + plan.actors.length > 0) judgeRelations(ground, plan, frame, nomination);
  }
}

/** Does one person stand behind every act on these steps? */
function isShared(ground: CaseGround, frame: Frame, duty: number): boolean {
  let shared: readonly number[] | null = null;
  for (let index = 0; index < frame.count; index += 1) {
    if (!((1 << frame.bit[index]!) & duty)) continue;
    const credited = ground.creditsOf(frame, index);
    if (credited.length === 0) continue;
    shared = shared === null ? credited : shared.filter((person) => credited.includes(person));
    if (shared.length === 0) return false;
  }
  return true;
}

function judgeShares(
  plan: CasePlan,
  frame: Frame,
  isClosed: (quietDays: number) => boolean,
  name: (rule: number) => void,
  wait: (rule: number) => void,
): void {
  let credited = 0;
  for (let at = 0; at < frame.persons; at += 1) credited |= frame.masks[at]!;
  if (credited === 0) return;
  const all = plan.dutyCount(credited);
  for (const { rule, permille, minDuties, quietDays } of plan.shares) {
    if (!isClosed(quietDays)) wait(rule);
    else if (all >= minDuties)
      for (let at = 0; at < frame.persons; at += 1)
        if (plan.dutyCount(frame.masks[at]!) * 1000 > all * permille) {
          name(rule);
          break;
        }
  }
}

function judgeRelations(ground: CaseGround, plan: CasePlan, frame: Frame, nomination: Nomination): void {
  const supplier = ground.cases.supplier[frame.case]!;
  for (let at = 0; at < frame.persons; at += 1) {
    const person = frame.people[at]!;
    if (supplier !== 0 && ground.suppliers[person]?.has(supplier))
      nameCases(nomination, plan.suppliers, frame.case);
    const kin = ground.kin[person];
    if (!kin || plan.actors.length === 0) continue;
    for (let other = 0; other < frame.persons; other += 1)
      if (kin.has(frame.people[other]!)) nameCases(nomination, plan.actors, frame.case);
  }
}
