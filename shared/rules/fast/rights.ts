// Rights of posts and of people in numbers: flat columns sorted by holder and step.
import type { Span } from "./staff.ts";

export interface Right extends Span {
  readonly holder: number;
  readonly step: number;
  /** Fen, `(over, upTo]`; infinite where there is no bound. */
  readonly over: number;
  readonly upTo: number;
  readonly isCollective: boolean;
}
/** Covered at all, and by something that asks no collective decision or has its number. */
export const coveredBit = 1;
export const soundBit = 2;

/** The bits of what covers an act of the holder; an unknown amount (NaN) is covered by every range. */
export type Rights = (holder: number, step: number, day: number, amount: number, hasDoc: boolean) => number;

export function rightsOf(holders: number, rights: readonly Right[]): Rights {
  const sorted = rights
    .filter(({ holder }) => holder >= 0)
    .sort((a, b) => a.holder - b.holder || a.step - b.step);
  const start = new Int32Array(holders + 1);
  for (const { holder } of sorted) start[holder + 1]! += 1;
  for (let holder = 0; holder < holders; holder += 1) start[holder + 1]! += start[holder]!;
  const steps = Int32Array.from(sorted, ({ step }) => step);
  const from = Int32Array.from(sorted, (right) => right.from);
  const until = Int32Array.from(sorted, (right) => right.until);
  const over = Float64Array.from(sorted, (right) => right.over);
  const upTo = Float64Array.from(sorted, (right) => right.upTo);
  const isCollective = Uint8Array.from(sorted, (right) => Number(right.isCollective));
  return (holder, step, day, amount, hasDoc) => {
    const end = start[holder + 1]!;
    let at = start[holder]!;
    for (let last = end; at < last; ) {
      const middle = (at + last) >>> 1;
      if (steps[middle]! < step) at = middle + 1;
      else last = middle;
    }
    let covered = 0;
    for (; at < end && steps[at] === step; at += 1) {
      if (day < from[at]! || day >= until[at]!) continue;
      if (amount <= over[at]! || amount > upTo[at]!) continue;
      if (isCollective[at] === 0 || hasDoc) return coveredBit | soundBit;
      covered = coveredBit;
    }
    return covered;
  };
}
