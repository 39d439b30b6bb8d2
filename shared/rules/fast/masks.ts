// Sets of steps as bits: which rules a set of steps done by one person (or unit) breaks, asked once per set.

import { matcher } from "../kinds/matching.ts";
import type { View } from "../view.ts";

/** More relevant steps than this in one matter do not fit into a mask. */
export const mostBits = 30;

export type Masks = (mask: number) => readonly number[];

/** A test on sets of steps: answers the rules (by index) that such a set breaks. */
export function masksOf(tests: readonly { rule: number; breaks(mask: number): boolean }[]): Masks {
  const answers = new Map<number, readonly number[]>();
  const none: readonly number[] = [];
  return (mask) => {
    let answer = answers.get(mask);
    if (answer === undefined) {
      const broken = tests.filter((test) => test.breaks(mask)).map((test) => test.rule);
      answer = broken.length === 0 ? none : broken;
      answers.set(mask, answer);
    }
    return answer;
  };
}

/** The numbers of the bits of a mask. */
export function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) bits.push(31 - Math.clz32(left & -left));
  return bits;
}

/** Matches of duty sets, each set read once. */
export type Matchers = (duties: readonly string[]) => (duty: string) => readonly string[];
export function matchersOf(view: View): Matchers {
  const known = new Map<readonly string[], (duty: string) => readonly string[]>();
  return (duties) => {
    const match = known.get(duties) ?? matcher(view, duties);
    known.set(duties, match);
    return match;
  };
}

/**
 * Do the steps of a mask match more than `maxHeld` of a duty set? `dutyAt[bit]` is the duty of the step. Null where
 * not even all steps together do.
 */
export function heldTest(
  match: (duty: string) => readonly string[],
  dutyAt: readonly string[],
  maxHeld: number,
): ((mask: number) => boolean) | null {
  const matched = dutyAt.map(match);
  const duties = [...new Set(matched.flat())];
  if (duties.length <= maxHeld) return null;
  // The steps that match each duty: asked of very many masks.
  const stepsOf = duties.map((duty) => bitsWhere(matched, (own) => own.includes(duty)));
  return (mask) => {
    let held = 0;
    for (const steps of stepsOf) if ((mask & steps) !== 0) held += 1;
    return held > maxHeld;
  };
}

/** A mask of the places at which the test holds. */
function bitsWhere<One>(all: readonly One[], test: (one: One) => boolean): number {
  let mask = 0;
  for (const [bit, one] of all.entries()) if (test(one)) mask |= 1 << bit;
  return mask;
}
/** The steps whose duties include `duty`, as a mask. */
export const includingMask = (view: View, dutyAt: readonly string[], duty: string): number =>
  bitsWhere(dutyAt, (own) => view.implied(own).has(duty));
/** The steps whose match with a set is not empty. */
export const matchingMask = (match: (duty: string) => readonly string[], dutyAt: readonly string[]): number =>
  bitsWhere(dutyAt, (own) => match(own).length > 0);
