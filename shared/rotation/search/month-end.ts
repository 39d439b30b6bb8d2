// Closes a month of a roll: what ended by record, who has moved, and what binds them from now on.
import type { Move } from "../../domain/rotation.ts";
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import { reserve, type State } from "./state.ts";

/** Holders who leave, or whose assignment or post has ended, by this month's change day are no longer there. */
export function endByRecord(board: Board, state: State, month: number): void {
  for (let person = 0; person < board.people.length; person++) {
    const also = state.also[person] ?? [];
    for (const seat of also.filter((it) => it.endsAt <= month)) {
      state.held[seat.post] = (state.held[seat.post] ?? 0) - 1;
      note(board, state, person, seat.post, month);
      also.splice(also.indexOf(seat), 1);
    }
    const place = state.place[person] ?? reserve;
    if (place < 0 || (state.endsAt[person] ?? never) > month) continue;
    state.held[place] = (state.held[place] ?? 0) - 1;
    note(board, state, person, place, month);
    state.place[person] = reserve;
    state.endsAt[person] = never;
    state.deadline[person] = never;
    const next = also.shift();
    if (next) {
      state.place[person] = next.post;
      state.deadline[person] = next.deadline;
      state.stayFrom[person] = next.stayFrom;
      state.endsAt[person] = next.endsAt;
    }
  }
}

function note(board: Board, state: State, person: number, post: number, month: number): void {
  const family = board.familyOf[post] ?? -1;
  if (family >= 0) state.left.set(person * board.posts.length + family, month);
}

/** The month's moves by the difference of places; sets the new holders' terms and counts the arrivals. */
export function closeMonth(board: Board, state: State, month: number): Omit<Move, "chain">[] {
  const moves: Omit<Move, "chain">[] = [];
  const day = board.months.dayOf(month);
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    const place = state.place[person] ?? reserve;
    if (before === place) continue;
    state.disturbed[person] = 1;
    if (before >= 0) note(board, state, person, before, month);
    const post = board.posts[place];
    const leavesOn = board.people[person]?.leavesOn ?? null;
    const end = earlier(leavesOn, post?.until ?? null);
    state.lapse[person] = post ? board.lapse(person, place, month) : never;
    state.deadline[person] = post ? board.deadline(person, place, month) : never;
    state.stayFrom[person] = post?.isKey
      ? Math.min(board.stayEnd(place, month), state.deadline[person] ?? never)
      : 0;
    state.endsAt[person] =
      !post || end === null || end >= board.problem.until ? never : board.months.firstFrom(end);
    if (post?.isKey) {
      const log = state.log[board.departmentOf[place] ?? 0];
      if (log) log[month] = (log[month] ?? 0) + 1;
    }
    moves.push({
      day,
      personId: board.people[person]?.id ?? "",
      fromPostId: board.posts[before]?.id ?? null,
      toPostId: post?.id ?? null,
    });
  }
  return moves;
}
