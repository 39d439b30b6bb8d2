// The pass over approvals in their own order: which of them count, on which day, and each beside the others of its case.
import {
  approveCode,
  decidingCodes,
  docBit,
  noLag,
  type PackedActs,
  rejectCode,
} from "../../domain/packed-log.ts";
import { type ActsSeen, recordWidth, stepBits } from "./acts-seen.ts";
import { amountBit, approveBit, behalfBit, documentBit, lateBit, rejectBit, unnamedBit } from "./frame.ts";
import type { Prepared } from "./prepare.ts";
import type { Rhythm } from "./rhythm.ts";
import type { Witnesses } from "./witnesses.ts";

export interface ActGround {
  readonly prepared: Prepared;
  readonly acts: PackedActs;
  /** Dense case by the source's number; dense matter by dense case. */
  readonly caseAt: Int32Array;
  readonly matterOf: Int32Array;
  readonly rhythm: Rhythm;
  readonly witnesses: Witnesses;
}
const msPerDay = 86_400_000;

export function passActs({ prepared, acts, caseAt, matterOf, rhythm, witnesses }: ActGround): ActsSeen {
  const { steps, staff, today, wall, lateAfter } = prepared;
  const start = startsOf(acts, caseAt, matterOf.length);
  const end = start.slice(0, matterOf.length);
  const records = new Int32Array(start[matterOf.length]! * recordWidth);
  const at = new Float64Array(start[matterOf.length]!);
  let approvals = 0;
  for (let act = 0; act < acts.count; act += 1) {
    const instant = acts.at[act]!;
    const local = wall(instant);
    const day = Math.floor(local / msPerDay);
    if (day > today) continue;
    approvals += 1;
    const of = caseAt[acts.case[act]!]!;
    if (of < 0) continue;
    const clock = local - day * msPerDay;
    const step = steps.at[acts.step[act]!] ?? -1;
    const flags = acts.flags[act]!;
    const action = flags & ~docBit;
    const lag = acts.lag[act]!;
    const isDeciding = action < decidingCodes && step >= 0;
    const matter = matterOf[of]!;
    const sorts =
      (lag === noLag ? 0 : 1) | (acts.terminal[act] === 0 ? 0 : 2) | (isDeciding && clock !== 0 ? 4 : 0);
    if (matter >= 0 && (sorts & ~witnesses.seen[matter]!) !== 0) {
      witnesses.seen[matter]! |= sorts;
      witnesses.acts.push(act);
    }
    if (!isDeciding) continue;
    const number = acts.person[act]!;
    const named = number === 0 ? -1 : (staff.people.at[number] ?? -1);
    const person = named >= 0 && staff.isSystem[named] ? -1 : named;
    let bits = number === 0 ? unnamedBit : 0;
    if (action === rejectCode) bits |= rejectBit;
    else if (action === approveCode) bits |= approveBit;
    if (acts.behalf[act] !== 0) bits |= behalfBit;
    if (flags & docBit) bits |= documentBit;
    if (lag > lateAfter) bits |= lateBit;
    if (!Number.isNaN(acts.amount[act]!)) bits |= amountBit;
    if (person >= 0 && clock !== 0) rhythm.note(person, day, clock, action === approveCode, matter);
    const place = end[of]!;
    end[of] = place + 1;
    at[place] = instant;
    const record = place * recordWidth;
    records[record] = person;
    records[record + 1] = act;
    records[record + 2] = day;
    records[record + 3] = step | (bits << stepBits);
  }
  return { start, end, records, at, approvals };
}

/** Where the records of each case may start: as if all its acts counted. */
function startsOf(acts: PackedActs, caseAt: Int32Array, cases: number): Int32Array {
  const start = new Int32Array(cases + 1);
  for (let act = 0; act < acts.count; act += 1) {
    const of = caseAt[acts.case[act]!]!;
    if (of >= 0) start[of + 1]! += 1;
  }
  for (let of = 0; of < cases; of += 1) start[of + 1]! += start[of]!;
  return start;
}
