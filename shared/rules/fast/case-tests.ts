// Questions to one case in its frame: could this rule find something here? They may say yes too often, never no.
import type { CasePlan, Deadline, Team } from "./case-plan.ts";
import { approveBit, type Frame, firstOf, lateBit, rejectBit, unnamedBit } from "./frame.ts";

/** `waiting`: the rule will have a verdict on this case, but not yet. */
export type Verdict = "nothing" | "fold" | "waiting";

/** A required step whose first act came after the first act on a later step. */
export function isOutOfOrder(frame: Frame, required: number): boolean {
  const { count, at, position, bit, flags } = frame;
  let seen = 0;
  // Highest position done at an earlier instant, and at this one.
  let before = -1;
  let here = -1;
  let now = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    if (flags[index]! & rejectBit) continue;
    if (at[index]! > now) {
      now = at[index]!;
      before = Math.max(before, here);
      here = -1;
    }
    const own = 1 << bit[index]!;
    if (seen & own) continue;
    seen |= own;
    if (required & own && position[index]! < before) return true;
    here = Math.max(here, position[index]!);
  }
  return false;
}

export function teamVerdict(
  frame: Frame,
  team: Team,
  closed: boolean,
  isExpert: (person: number, day: number, qualification: string) => boolean,
  organOf: (index: number) => number,
): Verdict {
  const { count, at, bit, flags, person, day } = frame;
  let first = Number.POSITIVE_INFINITY;
  let cut = Number.POSITIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    const own = 1 << bit[index]!;
    if (own & team.duty) first = Math.min(first, at[index]!);
    else if (own & team.after && !(flags[index]! & rejectBit) && first <= at[index]!) {
      cut = at[index]!;
      break;
    }
  }
  if (first === Number.POSITIVE_INFINITY) return "nothing";
  if (cut === Number.POSITIVE_INFINITY && !closed) return "waiting";
  if (team.byOrgan) return organVerdict(frame, team, cut, organOf);
  let actors = 0;
  let experts = 0;
  let unnamed = false;
  for (let index = 0; index < count && at[index]! <= cut; index += 1) {
    if (!((1 << bit[index]!) & team.duty)) continue;
    const who = person[index]!;
    if (flags[index]! & unnamedBit) unnamed = true;
    if (who < 0 || isEarlierActor(frame, index, team.duty)) continue;
    actors += 1;
    if (team.experts && isExpert(who, day[index]!, team.experts.qualification)) experts += 1;
  }
  const isShort = actors < team.minPersons;
  if (isShort && unnamed) return "waiting";
  const isEven = team.isOdd && actors % 2 === 0;
  const lacksExperts = team.experts !== null && experts * team.experts.of < actors * team.experts.atLeast;
  return isShort || isEven || lacksExperts ? "fold" : "nothing";
}
function organVerdict(
  { count, at, bit }: Frame,
  team: Team,
  cut: number,
  organOf: (index: number) => number,
): Verdict {
  const organs = new Set<number>();
  for (let index = 0; index < count && at[index]! <= cut; index += 1)
    if ((1 << bit[index]!) & team.duty) organs.add(organOf(index));
  const enough = organs.size >= team.minPersons && !(team.isOdd && organs.size % 2 === 0);
  return enough && !organs.has(-1) && team.experts === null ? "nothing" : "fold";
}
function isEarlierActor({ bit, person }: Frame, index: number, duty: number): boolean {
  for (let other = 0; other < index; other += 1)
    if (person[other] === person[index] && (1 << bit[other]!) & duty) return true;
  return false;
}

/** Rejected, then approved on the same step by somebody else. */
export function isTakenUpAgain({ count, bit, flags, person }: Frame): boolean {
  for (let index = 0; index < count; index += 1) {
    if (!(flags[index]! & approveBit)) continue;
    for (let other = 0; other < count; other += 1)
      if (flags[other]! & rejectBit && bit[other] === bit[index] && person[other] !== person[index])
        return true;
  }
  return false;
}

/** `lag[act]` in seconds, above the limit, with a later step done between happening and recording. */
export function isBackDated(frame: Frame, lag: Int32Array, seconds: number): boolean {
  const { count, at, position, flags, act } = frame;
  for (let index = 0; index < count; index += 1) {
    if (!(flags[index]! & lateBit) || flags[index]! & rejectBit) continue;
    const late = lag[act[index]!]!;
    // Lags are rounded up to the second.
    if (late <= seconds) continue;
    const recorded = at[index]! + late * 1000;
    for (let other = 0; other < count; other += 1)
      if (
        position[other]! > position[index]! &&
        at[other]! > at[index]! &&
        at[other]! < recorded &&
        !(flags[other]! & rejectBit)
      )
        return true;
  }
  return false;
}

/** `due(day)`: the last day on which the later act is in time. */
export function deadlineVerdict(
  frame: Frame,
  asked: Deadline,
  today: number,
  due: (day: number, asked: Deadline) => number,
): Verdict {
  const { count, at, bit, flags, day } = frame;
  const is = (index: number, mask: number): boolean =>
    ((1 << bit[index]!) & mask) !== 0 && !(flags[index]! & rejectBit);
  let later = 0;
  while (later < count && !is(later, asked.later)) later += 1;
  let earlier = later - 1;
  while (earlier >= 0 && !is(earlier, asked.earlier)) earlier -= 1;
  // Ties beyond instant and position are the fold's to order.
  if (later < count)
    for (let index = later + 1; index < count && at[index] === at[later]; index += 1)
      if (is(index, asked.earlier | asked.later)) return "fold";
  if (earlier < 0) return "nothing";
  if (later < count) return day[later]! > due(day[earlier]!, asked) ? "fold" : "nothing";
  if (!((1 << bit[earlier]!) & asked.lastEarlier)) return "nothing";
  return today > due(day[earlier]!, asked) ? "fold" : "waiting";
}

/** `stated(act)`, `known(act)`: the act's own amount, and with its case's; NaN unknown. */
export function isOverSum(
  frame: Frame,
  asked: CasePlan["sums"][number],
  stated: (act: number) => number,
  known: (act: number) => number,
): boolean {
  const { count, bit, flags, act } = frame;
  let base = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    if (flags[index]! & rejectBit) continue;
    const own = 1 << bit[index]!;
    // The smallest base and the largest sum: the order is the fold's matter.
    const amount = own & asked.base ? known(act[index]!) : stated(act[index]!);
    if (Number.isNaN(amount)) continue;
    if (own & asked.base) base = Math.min(base, amount);
    else if (own & asked.added) sum += Math.max(0, amount);
  }
  return base !== Number.POSITIVE_INFINITY && sum > 0 && sum >= base * (asked.permille / 1000) * (1 - 1e-9);
}

/** A later act not above an earlier one of somebody else. */
export function isNotAbove(
  frame: Frame,
  pair: { earlier: number; later: number },
  rank: (index: number) => number,
): boolean {
  const { count, at, bit, person } = frame;
  for (let later = 0; later < count; later += 1) {
    if (!((1 << bit[later]!) & pair.later) || person[later]! < 0) continue;
    let high = -1;
    for (let index = 0; index < count && at[index]! <= at[later]!; index += 1) {
      if (!((1 << bit[index]!) & pair.earlier) || person[index]! < 0 || person[index] === person[later])
        continue;
      if (high < 0) high = rank(later);
      if (high === 0) break;
      const low = rank(index);
      if (low > 0 && high <= low) return true;
    }
  }
  return false;
}

/** An act so soon after one of the earlier duty; answers it, else -1, from `start` on. */
export function nextFast(
  frame: Frame,
  pair: { earlier: number; later: number; ms: number },
  start: number,
): number {
  const { count, at, bit, person } = frame;
  for (let later = start; later < count; later += 1) {
    if (!((1 << bit[later]!) & pair.later) || person[later]! < 0) continue;
    for (let index = 0; index < count && at[index]! <= at[later]!; index += 1)
      if (index !== later && (1 << bit[index]!) & pair.earlier && at[later]! - at[index]! <= pair.ms)
        return later;
  }
  return -1;
}

export function isOneTerminal(frame: Frame, terminal: Int32Array, ms: number): boolean {
  const { count, at, act, person } = frame;
  for (let index = 0; index < count; index += 1) {
    if (person[index]! < 0) continue;
    for (let other = index + 1; other < count && at[other]! - at[index]! < ms; other += 1) {
      if (person[other]! < 0 || person[other] === person[index]) continue;
      const own = terminal[act[index]!]!;
      if (own !== 0 && terminal[act[other]!] === own) return true;
    }
  }
  return false;
}

/** The earlier duty came after the later one, or never. */
export const isBefore = (frame: Frame, pair: { earlier: number; later: number }): boolean =>
  (frame.done & pair.later) !== 0 && firstOf(frame, pair.earlier) > firstOf(frame, pair.later);
