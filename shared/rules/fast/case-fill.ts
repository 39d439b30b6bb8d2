// Hands every case in turn to its matter's tests, its acts in order, and dates it.
import { noDay, type PackedActs, type PackedCases } from "../../domain/packed-log.ts";
import { actorPass } from "./actor-pass.ts";
import { type ActsSeen, recordWidth, stepBits } from "./acts-seen.ts";
import { type CaseGround, caseJudge } from "./case-pass.ts";
import { behalfBit, credit, type Frame, frameOf, lateBit, loanBit, rejectBit, sortFrame } from "./frame.ts";
import { type Nomination, nameCases } from "./nomination.ts";
import type { Prepared } from "./prepare.ts";
import type { Watches } from "./watches.ts";

interface Filling {
  readonly prepared: Prepared;
  readonly acts: PackedActs;
  readonly cases: PackedCases;
  readonly seen: ActsSeen;
  readonly matterOf: Int32Array;
  readonly watches: Watches;
  readonly nomination: Nomination;
}
export interface Dated {
  readonly dayOf: Int32Array;
  readonly isUnsure: Uint8Array;
}

export function fillCases({ prepared, acts, cases, seen, matterOf, watches, nomination }: Filling): Dated {
  const { staff, today, stepTable: table, plans, asked, workdayAfter, relations } = prepared;
  const { start, end, records, at } = seen;
  const frame = frameOf(largestGroup(seen));
  const judge = caseJudge(
    {
      acts,
      cases,
      staff,
      today,
      ...relations,
      dueDay: (day, { days, isWorkdays }) => (isWorkdays ? workdayAfter(day, days) : day + days),
      postOf: ({ act }, index) => {
        const number = acts.post[act[index]!]!;
        return number === 0 ? -1 : (staff.posts.at[number] ?? -1);
      },
      creditsOf: (of, index) => creditsOf(of, index),
    } satisfies CaseGround,
    frame,
    nomination,
  );
  const behalfOf = (act: number): number => {
    const person = acts.behalf[act] === 0 ? -1 : (staff.people.at[acts.behalf[act]!] ?? -1);
    return person >= 0 && staff.isSystem[person] ? -1 : person;
  };
  const lookAtActor = actorPass({ prepared, acts, watches, nomination, behalfOf }, frame);
  const creditsOf = ({ act, person, flags, lenders }: Frame, index: number): number[] => {
    const credited = person[index]! >= 0 ? [person[index]!] : [];
    if (flags[index]! & behalfBit) {
      const principal = behalfOf(act[index]!);
      if (principal >= 0 && !credited.includes(principal)) credited.push(principal);
    }
    if (flags[index]! & loanBit) credited.push(...(lenders[index] ?? []));
    return credited;
  };

  const dayOf = new Int32Array(cases.count).fill(noDay);
  const isUnsure = new Uint8Array(cases.count);
  for (let of = 0; of < cases.count; of += 1) {
    const from = start[of]!;
    const until = end[of]!;
    const matter = matterOf[of]!;
    let authorised = noDay;
    if (from < until) {
      const plan = plans[matter];
      let isOdd = plan === undefined || plan.isWide;
      frame.case = of;
      frame.amount = cases.amount[of]!;
      frame.count = until - from;
      for (let place = from; place < until; place += 1) {
        const index = place - from;
        const record = place * recordWidth;
        const packed = records[record + 3]!;
        const step = packed & ((1 << stepBits) - 1);
        if (table.matter[step] !== matter) isOdd = true;
        frame.at[index] = at[place]!;
        frame.person[index] = records[record]!;
        frame.act[index] = records[record + 1]!;
        frame.day[index] = records[record + 2]!;
        frame.step[index] = step;
        frame.position[index] = table.position[step]!;
        frame.bit[index] = Math.max(table.bit[step]!, 0);
        frame.flags[index] = packed >>> stepBits;
      }
      sortFrame(frame);
      for (let index = 0; index < frame.count; index += 1) lookAtActor(index);
      authorised = summarise(frame);
      const last = frame.count - 1;
      const isRejected = (frame.flags[last]! & rejectBit) !== 0;
      for (let index = last - 1; index >= 0 && isTied(frame, index, last); index -= 1)
        if (((frame.flags[index]! & rejectBit) !== 0) !== isRejected) isUnsure[of] = 1;
      if (isOdd) nameCases(nomination, plan?.all ?? asked.map(({ index }) => index), of);
      else judge(plan!);
      if (isRejected && !isUnsure[of]) continue;
    }
    const day = authorised === noDay ? cases.opened[of]! : authorised;
    if (day <= today) dayOf[of] = day;
  }
  return { dayOf, isUnsure };

  /** Fills in what the entries come to; answers the day of the first authorising act. */
  function summarise(of: Frame): number {
    of.all = 0;
    of.done = 0;
    of.persons = 0;
    of.hasTerminal = false;
    of.hasReject = false;
    of.hasLate = false;
    let authorised = noDay;
    for (let index = 0; index < of.count; index += 1) {
      const bit = of.bit[index]!;
      const own = 1 << bit;
      of.all |= own;
      const flags = of.flags[index]!;
      if (flags & lateBit) of.hasLate = true;
      if (flags & rejectBit) of.hasReject = true;
      else {
        if (!(of.done & own)) of.first[bit] = of.at[index]!;
        of.done |= own;
        const step = of.step[index]!;
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

function largestGroup({ start, end }: ActsSeen): number {
  let largest = 0;
  for (let of = 0; of < end.length; of += 1) largest = Math.max(largest, end[of]! - start[of]!);
  return largest;
}
