// The fewest arrivals that any plan needs: what each key post must have by its holders' limits alone.
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import { startOf } from "./state.ts";

/** Sums, over the places that must be held, the changes left when every holder stays as long as allowed. */
export function lowerBoundOf(board: Board): number {
  const state = startOf(board);
  const deadlines: number[][] = board.posts.map(() => []);
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? -1;
    deadlines[place]?.push(state.deadline[person] ?? never);
    for (const it of state.also[person] ?? []) deadlines[it.post]?.push(it.deadline);
  }
  let bound = 0;
  board.posts.forEach((post, q) => {
    if (!post.isKey) return;
    // Surplus holders need no successor: those due first go without one.
    const own = (deadlines[q] ?? []).sort((a, b) => b - a).slice(0, post.required);
    for (const deadline of own) bound += post.until === null ? board.changesFrom(q, deadline) : 0;
  });
  return bound;
}
