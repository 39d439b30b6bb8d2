// Looks ahead on a department's share of arrivals: how many must come this month so that the later ones are still in time.
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import type { State } from "./state.ts";

/**
 * True when `deadlines` (ascending months) can all be met if `now` arrivals happen this month and the others follow as
 * early as the share allows. The first `now` deadlines are the ones served now.
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
  const cap = board.capOf[department] ?? never;
  const past = state.log[department] ?? new Int32Array();
  const planned: number[] = [];
  let next = served;
  for (let at = month + 1; at < board.months.count && next < deadlines.length; at++) {
    if ((deadlines[next] ?? never) < at) return false;
    let counted = board.pastCount(department, at);
    for (let earlier = 0; earlier < month; earlier++) {
      if ((board.windowEnd[earlier] ?? never) > at) counted += past[earlier] ?? 0;
    }
    if ((board.windowEnd[month] ?? never) > at) counted += now;
    for (let later = month + 1; later < at; later++) {
      if ((board.windowEnd[later] ?? never) > at) counted += planned[later - month - 1] ?? 0;
    }
    const take = Math.min(Math.max(0, cap - counted), deadlines.length - next);
    planned.push(take);
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
  const room = Math.max(0, (board.capOf[department] ?? never) - (state.counted[department] ?? 0));
  const due = deadlines.filter((it) => it <= month).length;
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
  now + 1 + (state.counted[department] ?? 0) <= (board.capOf[department] ?? never) &&
  fits(board, state, department, month, now + 1, deadlines, served);
