// The fewest arrivals that any valid plan needs: what the due days demand, place by place.
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";

/** No valid plan has fewer arrivals at key posts (docs/decisions/143). */
export function lowerBoundOf(board: Board): number {
  let sum = 0;
  for (let post = 0; post < board.posts.length; post++)
    for (const arrivals of placeNeeds(board, post)) sum += arrivals;
  return sum;
}

/**
 * Arrivals that each place of a key post needs. Of more holders than places those that would need the most go without a
 * successor: a place is held by one holder after the other, and nobody of today holds two.
 */
export function placeNeeds(board: Board, q: number): number[] {
  const post = board.posts[q];
  const { problem } = board;
  if (!post?.isKey || post.required === 0) return [];
  const goesOn = post.until === null || post.until >= problem.until;
  // A post that ends may be left to its holders' last days: only what falls due before is counted, for one place.
  if (!goesOn && (post.required > 1 || post.seats.length > 1)) return [];
  const needs = post.seats.map((seat) => {
    if (seat.handBy === null || seat.handBy >= problem.until) return 0;
    if (!goesOn) return post.until !== null && seat.handBy < post.until ? 1 : 0;
    const leavesOn = problem.people[board.indexOfPerson.get(seat.personId) ?? -1]?.leavesOn ?? null;
    const ends = earlier(seat.endsOn, leavesOn);
    const slot = board.months.lastSlot(seat.handBy);
    // Beside nobody: whoever follows somebody gone already may come on the day itself.
    if (seat.excused !== null && ends !== null && ends < seat.handBy)
      return 1 + board.needs.of(q, slot < 0 || slot >= never ? never : board.overBy(q, slot));
    return board.needs.of(q, slot);
  });
  return needs.sort((a, b) => a - b).slice(0, post.required);
}
