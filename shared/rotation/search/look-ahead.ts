// Looks ahead on a department's share of arrivals: how many must come this month so that the later ones are still in time.
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import type { State } from "./state.ts";

/**
 * True when `deadlines` (ascending months) can all be met if `now` arrivals happen this month and the others follow as
 * early as the share allows. The first `served` deadlines are among those served now.
 */
function fits(
  board: Board,
  state: State,
  department: number,
  month: number,
  now: number,
  deadlines: readonly number[],
  served: number,
): boolean {
  const { capOf, at, span } = board.share;
  const cap = capOf[department] ?? never;
  const log = state.log[department];
  if (!log || cap >= never) return true;
  const here = at[month] ?? 0;
  const planned = new Int32Array(log.length);
  planned[here] = now;
  let next = served;
  for (let later = month + 1; later < board.months.count && next < deadlines.length; later++) {
    const deadline = deadlines[next] ?? never;
    if (deadline < later) return false;
    if (deadline >= board.months.count) return true;
    const last = at[later] ?? 0;
    let counted = 0;
    for (let index = last - span + 1; index <= last; index++)
      counted += (log[index] ?? 0) + (planned[index] ?? 0);
    const take = Math.min(Math.max(0, cap - counted), deadlines.length - next);
    planned[last] = take;
    next += take;
  }
  return next >= deadlines.length || (deadlines[next] ?? never) >= board.months.count;
}

/** Fewest arrivals this month that keep every later deadline; all that is left of the share when none does. */
export function neededNow(
  board: Board,
  state: State,
  department: number,
  month: number,
  deadlines: readonly number[],
): number {
  const room = state.room[department] ?? 0;
  let due = 0;
  while (due < deadlines.length && (deadlines[due] ?? never) <= month) due++;
  if (due >= room) return room;
  for (let now = due; now <= Math.min(room, deadlines.length); now++) {
    if (fits(board, state, department, month, now, deadlines, now)) return now;
  }
  return room;
}

/** Whether those who cannot be followed yet still could be in time after `now` arrivals at other posts this month. */
export const leavesRoomFor = (
  board: Board,
  state: State,
  department: number,
  month: number,
  now: number,
  deadlines: readonly number[],
): boolean => fits(board, state, department, month, now, deadlines, 0);

/** Whether one arrival more than `now`, at a post not among the first deadlines, still leaves room for all of them. */
export const hasSpare = (
  board: Board,
  state: State,
  department: number,
  month: number,
  now: number,
  served: number,
  deadlines: readonly number[],
): boolean =>
  now + 1 <= (state.room[department] ?? 0) &&
  fits(board, state, department, month, now + 1, deadlines, served);
