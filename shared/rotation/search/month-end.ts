// Closes a month of a roll: what ended by record, who has moved on which day, and what binds them from now on.
import type { Day } from "../../domain/day.ts";
import type { Move } from "../../domain/rotation.ts";
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never, slotOf } from "./months.ts";
import { offsetOf, reserve, type State, sit } from "./state.ts";

/** Holders who leave, or whose assignment or post has ended, by this month's change day are no longer there. */
export function endByRecord(board: Board, state: State, month: number): void {
  for (const [person, also] of state.also) {
    for (const seat of also.filter((it) => it.endsAt <= month)) {
      state.held[seat.post] = (state.held[seat.post] ?? 0) - 1;
      if (seat.endsOn) note(board, state, person, seat.post, seat.endsOn);
      also.splice(also.indexOf(seat), 1);
    }
    if (also.length === 0) state.also.delete(person);
  }
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? reserve;
    if (place < 0 || (state.endsAt[person] ?? never) > month) continue;
    if (state.isRelieved[person] !== 1) state.held[place] = (state.held[place] ?? 0) - 1;
    const endsOn = state.endsOn[person];
    if (endsOn) note(board, state, person, place, endsOn);
    vacate(state, person);
  }
}

/** The place is given up; another key post held beside it becomes the place. */
function vacate(state: State, person: number): void {
  state.place[person] = reserve;
  state.isRelieved[person] = 0;
  state.goneBy[person] = never;
  state.deadline[person] = never;
  state.stayFrom[person] = 0;
  state.endsAt[person] = never;
  state.endsOn[person] = null;
  state.lapse[person] = never;
  const also = state.also.get(person);
  const next = also?.shift();
  if (next) sit(state, person, next);
  if (also?.length === 0) state.also.delete(person);
}

function note(board: Board, state: State, person: number, post: number, day: Day): void {
  const family = board.isKey[post] === 1 ? (board.familyOf[post] ?? -1) : -1;
  if (family >= 0) state.left.set(person * board.posts.length + family, day);
}

/** The month's moves; sets the new holders' terms and counts the arrivals. */
export function closeMonth(board: Board, state: State, month: number): Omit<Move, "chain">[] {
  const moves: Omit<Move, "chain">[] = [];
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    const place = state.place[person] ?? reserve;
    if (before === place) continue;
    const offset = offsetOf(board, state, person);
    const day = board.months.dayAt(month, offset);
    state.disturbed[person] = 1;
    if (before >= 0) note(board, state, person, before, day);
    if (place >= 0) arrive(board, state, person, place, month, offset);
    else vacate(state, person);
    moves.push({
      day,
      personId: board.people[person]?.id ?? "",
      fromPostId: board.posts[before]?.id ?? null,
      toPostId: board.posts[place]?.id ?? null,
    });
  }
  return moves;
}

function arrive(
  board: Board,
  state: State,
  person: number,
  place: number,
  month: number,
  offset: number,
): void {
  const post = board.posts[place];
  const leavesOn = board.people[person]?.leavesOn ?? null;
  const end = earlier(leavesOn, post?.until ?? null);
  const endsOn = end !== null && end < board.problem.until ? end : null;
  const slot = slotOf(month, offset);
  const goneBy = board.goneBy(person, place, slot);
  const deadline = board.months.lastStart(goneBy, board.overlapOf[place] ?? 0);
  state.lapse[person] = board.lapseOf(person, place, month);
  const stay = board.months.monthAfter(board.months.dayAt(month, offset), post?.minStayMonths ?? 0);
  const stayFrom = post?.isKey ? Math.min(stay, deadline) : 0;
  sit(state, person, {
    post: place,
    stayFrom,
    goneBy,
    deadline,
    endsAt: endsOn === null ? never : board.months.firstFrom(endsOn),
    endsOn,
  });
  if (!post?.isKey) return;
  const log = state.log[board.departmentOf[place] ?? 0];
  const at = board.share.at[month] ?? 0;
  if (log) log[at] = (log[at] ?? 0) + 1;
}

/** Whom the plan put on a post goes when a qualification lapses, even where no successor was found. */
export function leaveLapsed(board: Board, state: State, month: number): void {
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? reserve;
    if ((state.lapse[person] ?? never) > slotOf(month, 31) || place < 0 || state.isNew[person] === 1)
      continue;
    if (state.isRelieved[person] !== 1) state.held[place] = (state.held[place] ?? 0) - 1;
    state.place[person] = reserve;
    state.isRelieved[person] = 0;
    state.isNew[person] = 1;
  }
}
