// What falls due from a month on: seats with a deadline in the horizon and places that stand empty, by department.
import type { Board } from "./board.ts";
import { monthOfSlot, never, slotOf } from "./months.ts";
import { reserve, type State } from "./state.ts";

/** A vacancy to fill; `person` -1 where nobody holds the place any more. */
export interface Due {
  person: number;
  post: number;
  /** Month by which a successor is wanted: `last`, or earlier where nobody was found that late; -1: at once. */
  deadline: number;
  /** Last month in which a successor can start in time; -1: at once. */
  last: number;
  stayFrom: number;
  /** The slot by which the holder must be gone. */
  goneBy: number;
  /** The earliest offset at which the successor is wanted. */
  least: number;
}

export interface OpenSeats {
  /** Of key posts, by department. */
  key: Due[][];
  /** Of ordinary posts, as far as they are due this month. */
  ordinary: Due[];
}

/**
 * `awaits`, by post: the month of the next given arrival there, `never` without one. `leads`, by post: so many months before
 * the last one a successor is wanted, where that adds no arrival.
 */
export function openSeats(
  board: Board,
  state: State,
  month: number,
  awaits: Int32Array | null,
  leads: Int32Array,
): OpenSeats {
  const key: Due[][] = Array.from({ length: board.share.departments }, () => []);
  const ordinary: Due[] = [];
  const count = board.months.count;
  const add = (seat: Omit<Due, "last" | "least">): void => {
    const it: Due = { ...seat, last: seat.deadline, least: 0 };
    const lead = leads[it.post] ?? 0;
    if (lead > 0) it.deadline = wantedBy(board, it, month, lead);
    if (awaits && it.deadline >= (awaits[it.post] ?? never)) return;
    if (board.isKey[it.post] === 1) key[board.departmentOf[it.post] ?? 0]?.push(it);
    else if (it.deadline <= month) ordinary.push(it);
  };
  for (let q = 0; q < board.posts.length; q++) {
    const missing = (board.requiredOf[q] ?? 0) - (state.held[q] ?? 0);
    if (missing <= 0 || (board.earliest[q] ?? never) > month) continue;
    const post = board.posts[q];
    if (post?.until && post.until <= board.months.dayOf(month)) continue;
    const excused = excusedUntil(board, q, month);
    for (let at = 0; at < missing; at++)
      add({ person: reserve, post: q, deadline: excused[at] ?? -1, stayFrom: 0, goneBy: -1 });
  }
  for (let person = 0; person < board.people.length; person++) {
    const post = state.place[person] ?? reserve;
    const deadline = state.deadline[person] ?? never;
    if (post >= 0 && deadline < count && state.isRelieved[person] !== 1)
      add({
        person,
        post,
        deadline,
        stayFrom: stayOf(state, person),
        goneBy: state.goneBy[person] ?? never,
      });
  }
  for (const [person, seats] of state.also)
    for (const it of seats) if (it.deadline < count) add({ person, ...it });
  return { key, ordinary };
}

/** `lead` months before the last one, but not before the holder may go, nor so early that it adds an arrival later. */
function wantedBy(
  board: Board,
  { person, post, last, stayFrom, goneBy }: Due,
  month: number,
  lead: number,
): number {
  if (person < 0 || last <= month) return last;
  const wanted = Math.max(month, stayFrom, last - lead);
  if (wanted > month) return Math.min(last, wanted);
  return isFree(board, post, goneBy, month) ? month : Math.min(last, month + 1);
}

/** Whether changing the place in the month adds no arrival against changing it when the holder must be gone. */
export const isFree = (board: Board, post: number, goneBy: number, month: number): boolean =>
  1 + board.needs.of(post, board.overBy(post, slotOf(month, 0))) <= board.needs.of(post, goneBy);

/** A seat that ends by record needs no move: its successor may come before the minimum stay has passed. */
const stayOf = (state: State, person: number): number =>
  (state.endsOn[person] ?? null) === null ? (state.stayFrom[person] ?? 0) : 0;

/** Months by which places left by excused seats must be held again, the latest first. */
function excusedUntil(board: Board, post: number, month: number): number[] {
  const day = board.months.dayOf(month);
  const rows = board.posts[post]?.seats ?? [];
  return rows
    .flatMap((seat) => {
      if (seat.excused === null || seat.handBy === null || seat.handBy <= day) return [];
      const leavesOn = board.people[board.indexOfPerson.get(seat.personId) ?? -1]?.leavesOn ?? null;
      const isGone = [seat.endsOn, leavesOn].some((it) => it !== null && it <= day);
      return isGone ? [Math.min(board.months.count, monthOfSlot(board.months.lastSlot(seat.handBy)))] : [];
    })
    .sort((a, b) => b - a);
}
