// Which leavings a plan's moves make, and who takes over each: one handover a leaving (docs/handover.md).
import { addDays, type Day } from "../../domain/day.ts";
import type { Move } from "../../domain/rotation.ts";

export interface Leaving {
  giverId: string;
  postId: string;
  /** Null: nobody arrives for it. */
  takerId: string | null;
  /** The taker arrives; without one the day after the last day. */
  from: Day;
  /** The giver's last day on the post. */
  lastDay: Day;
  chain: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** In the order in which they are carried out. */
export const inOrder = (moves: readonly Move[]): Move[] =>
  moves.toSorted((a, b) => compare(a.day, b.day) || a.chain - b.chain || compare(a.personId, b.personId));

/**
 * By (last day, post, giver). The taker is the arrival at the post of the same chain, else the latest one that nobody
 * else takes over from, on or before the day of leaving, and after the leaver's own arrival.
 */
export function leavingsOf(moves: readonly Move[]): Leaving[] {
  const ordered = inOrder(moves);
  const taken = new Set<Move>();
  const found: Leaving[] = [];
  for (const leave of ordered) {
    if (leave.fromPostId === null) continue;
    const own = ordered.findLast(
      (move) =>
        move.personId === leave.personId && move.toPostId === leave.fromPostId && move.day < leave.day,
    );
    const arrivals = ordered.filter(
      (move) =>
        move.toPostId === leave.fromPostId &&
        move.personId !== leave.personId &&
        move.day <= leave.day &&
        (own === undefined || move.day > own.day) &&
        !taken.has(move),
    );
    const arrival = arrivals.findLast((move) => move.chain === leave.chain) ?? arrivals.at(-1);
    if (arrival) taken.add(arrival);
    found.push({
      giverId: leave.personId,
      postId: leave.fromPostId,
      takerId: arrival?.personId ?? null,
      from: arrival?.day ?? leave.day,
      lastDay: addDays(leave.day, -1),
      chain: leave.chain,
    });
  }
  return found.toSorted(
    (a, b) => compare(a.lastDay, b.lastDay) || compare(a.postId, b.postId) || compare(a.giverId, b.giverId),
  );
}
