// Brings the acts of each case together in order, hands every case to its matter's tests, and dates it.

import { approveCode, docBit, noDay, rejectCode } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { View } from "../view.ts";
import type { ActsSeen } from "./acts-seen.ts";
import { type CaseGround, judgeCase } from "./case-pass.ts";
import { casePlanOf } from "./case-plan.ts";
import {
  approveBit,
  behalfBit,
  credit,
  type Frame,
  frameOf,
  loanBit,
  rejectBit,
  sortFrame,
  unnamedBit,
} from "./frame.ts";
import type { Dense } from "./lookup.ts";
import { mostBits } from "./masks.ts";
import { type Nomination, nameCases } from "./nomination.ts";

interface Filling {
  readonly facts: View;
  readonly ground: Omit<CaseGround, "creditsOf" | "postOf">;
  readonly seen: ActsSeen;
  readonly steps: Dense;
  readonly matterOf: Int32Array;
  readonly matters: readonly string[];
  readonly asked: readonly { rule: Rule; index: number; admits: (matterId: string) => boolean }[];
  readonly nomination: Nomination;
}
export interface Dated {
  readonly dayOf: Int32Array;
  readonly isUnsure: Uint8Array;
}

/** Of each dense step: its matter, bit, position and what it is. */
function stepTable({ facts, steps, matters }: Filling) {
  const matterIndex = new Map(matters.map((id, index) => [id, index]));
  const matter = new Int32Array(steps.ids.length);
  const bit = new Int8Array(steps.ids.length).fill(-1);
  const position = new Int32Array(steps.ids.length);
  const isTerminal = new Uint8Array(steps.ids.length);
  const isAuthorising = new Uint8Array(steps.ids.length);
  for (const [index, id] of steps.ids.entries()) {
    const step = facts.steps.get(id)!;
    matter[index] = matterIndex.get(step.matterId) ?? -1;
    position[index] = step.position;
    isTerminal[index] = Number(step.isTerminal);
    isAuthorising[index] = Number(facts.duties.get(step.duty)?.type === "authorise");
  }
  for (const rows of facts.stepsOf.values())
    if (rows.length <= mostBits) for (const [at, step] of rows.entries()) bit[steps.of(step.id)] = at;
  return { matter, bit, position, isTerminal, isAuthorising };
}

export function fillCases(filling: Filling): Dated {
  const { facts, ground, seen, matterOf, matters, asked, nomination, steps } = filling;
  const { acts, cases, staff, today } = ground;
  const table = stepTable(filling);
  const plans = matters.map((id) =>
    casePlanOf(
      facts,
      facts.stepsOf.get(id) ?? [],
      asked.filter(({ admits }) => admits(id)),
    ),
  );
  const { start, order } = byCase(seen.caseOf, cases.count);
  const frame = frameOf(largestGroup(start));
  const whole: CaseGround = {
    ...ground,
    postOf: ({ act }, index) => {
      const number = acts.post[act[index]!]!;
      return number === 0 ? -1 : staff.posts.at[number]!;
    },
    creditsOf: (of, index) => creditsOf(of, index),
  };
  const behalfOf = (act: number): number => {
    const person = acts.behalf[act] === 0 ? -1 : staff.people.at[acts.behalf[act]!]!;
    return person >= 0 && staff.isSystem[person] ? -1 : person;
  };
  const creditsOf = ({ act, person, flags }: Frame, index: number): number[] => {
    const credited = person[index]! >= 0 ? [person[index]!] : [];
    if (flags[index]! & behalfBit) {
      const principal = behalfOf(act[index]!);
      if (principal >= 0 && !credited.includes(principal)) credited.push(principal);
    }
    if (flags[index]! & loanBit) credited.push(...(seen.givers.get(act[index]!) ?? []));
    return credited;
  };

  const dayOf = new Int32Array(cases.count).fill(noDay);
  const isUnsure = new Uint8Array(cases.count);
  for (let of = 0; of < cases.count; of += 1) {
    const [from, until] = [start[of]!, start[of + 1]!];
    const matter = matterOf[of]!;
    let authorised = noDay;
    if (from < until) {
      const plan = plans[matter];
      let isOdd = plan === undefined || plan.isWide;
      frame.case = of;
      frame.count = until - from;
      for (let place = from; place < until; place += 1) {
        const act = order[place]!;
        const step = steps.at[acts.step[act]!]!;
        const index = place - from;
        const action = acts.flags[act]! & ~docBit;
        const number = acts.person[act]!;
        const person = number === 0 ? -1 : staff.people.at[number]!;
        if (table.matter[step] !== matter) isOdd = true;
        frame.at[index] = acts.at[act]!;
        frame.position[index] = table.position[step]!;
        frame.day[index] = seen.dayOf[act]!;
        frame.person[index] = person >= 0 && staff.isSystem[person] ? -1 : person;
        frame.bit[index] = Math.max(table.bit[step]!, 0);
        frame.act[index] = act;
        frame.flags[index] =
          (action === rejectCode ? rejectBit : 0) |
          (action === approveCode ? approveBit : 0) |
          (acts.behalf[act] !== 0 ? behalfBit : 0) |
          (seen.givers.size > 0 && seen.givers.has(act) ? loanBit : 0) |
          (number === 0 ? unnamedBit : 0);
      }
      sortFrame(frame);
      authorised = summarise(frame, (act) => steps.at[acts.step[act]!]!);
      const last = frame.count - 1;
      const isRejected = (frame.flags[last]! & rejectBit) !== 0;
      for (let index = last - 1; index >= 0 && isTied(frame, index, last); index -= 1)
        if (((frame.flags[index]! & rejectBit) !== 0) !== isRejected) isUnsure[of] = 1;
      if (isOdd) nameCases(nomination, plan?.all ?? asked.map(({ index }) => index), of);
      else judgeCase(whole, plan!, frame, nomination);
      if (isRejected && !isUnsure[of]) continue;
    }
    const day = authorised === noDay ? cases.opened[of]! : authorised;
    if (day <= today) dayOf[of] = day;
  }
  return { dayOf, isUnsure };

  /** Fills in what the entries come to; answers the day of the first authorising act. */
  function summarise(of: Frame, stepOf: (act: number) => number): number {
    of.all = 0;
    of.done = 0;
    of.persons = 0;
    of.hasTerminal = false;
    of.hasReject = false;
    let authorised = noDay;
    for (let index = 0; index < of.count; index += 1) {
      const bit = of.bit[index]!;
      const own = 1 << bit;
      of.all |= own;
      const flags = of.flags[index]!;
      if (flags & rejectBit) of.hasReject = true;
      else {
        if (!(of.done & own)) of.first[bit] = of.at[index]!;
        of.done |= own;
        const step = stepOf(of.act[index]!);
        if (table.isTerminal[step]) of.hasTerminal = true;
        if (authorised === noDay && table.isAuthorising[step]) authorised = of.day[index]!;
      }
      if (flags & (behalfBit | loanBit)) for (const person of creditsOf(of, index)) credit(of, person, bit);
      else if (of.person[index]! >= 0) credit(of, of.person[index]!, bit);
    }
    return authorised;
  }
}

const isTied = ({ at, position }: Frame, a: number, b: number): boolean =>
  at[a] === at[b] && position[a] === position[b];

/** Acts by case, by counting. */
function byCase(caseOf: Int32Array, cases: number): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(cases + 1);
  for (const of of caseOf) if (of >= 0) start[of + 1]! += 1;
  for (let of = 0; of < cases; of += 1) start[of + 1]! += start[of]!;
  const next = start.slice();
  const order = new Int32Array(start[cases]!);
  for (let act = 0; act < caseOf.length; act += 1) {
    const of = caseOf[act]!;
    if (of >= 0) order[next[of]!++] = act;
  }
  return { start, order };
}
function largestGroup(start: Int32Array): number {
  let largest = 0;
  for (let of = 0; of + 1 < start.length; of += 1) largest = Math.max(largest, start[of + 1]! - start[of]!);
  return largest;
}
