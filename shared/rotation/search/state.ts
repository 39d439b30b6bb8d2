// Where everybody sits in one month of a roll, and what is left of each department's share.
import { addMonths, type Day } from "../../domain/day.ts";
import type { ProblemPerson, ProblemPost, ProblemSeat } from "../plan.ts";
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";

/** Place of someone without a counted post. */
export const reserve = -1;

/** What binds a holder to a post: months, as in the board. */
export interface Seat {
  post: number;
  /** First month in which the holder may leave, and last by which they must. */
  stayFrom: number;
  deadline: number;
  /** First month in which the assignment has ended by itself. */
  endsAt: number;
}

export interface State {
  /** Post index or `reserve`, by person. */
  place: Int32Array;
  /** The same at the start of the month. */
  before: Int32Array;
  /** Key posts held beside the place since before the plan; such a person is not moved to another post. */
  also: Seat[][];
  /** 1: has arrived at the place this month. */
  isNew: Uint8Array;
  /** First month in which the holder may leave, and last by which they must. */
  stayFrom: Int32Array;
  deadline: Int32Array;
  /** First month in which the assignment ends by itself. */
  endsAt: Int32Array;
  /** Last month before a qualification of somebody put there by the plan lapses. */
  lapse: Int32Array;
  /** Counted holders by post. */
  held: Int32Array;
  /** Month in which a person left a family, by person × families + family; -1: not in this plan. */
  left: Map<number, number>;
  /** New arrivals on key posts this month, by department. */
  arrived: Int32Array;
  /** Arrivals of earlier months that still count this month, by department. */
  counted: Int32Array;
  /** Arrivals on key posts by department and month. */
  log: Int32Array[];
  /** People whose post has changed so far. */
  disturbed: Uint8Array;
}

export function startOf(board: Board): State {
  const { people, posts, months } = board;
  const personIndex = new Map(people.map((person, at) => [person.id, at]));
  const state: State = {
    place: board.placeOf.slice(),
    before: board.placeOf.slice(),
    also: people.map(() => []),
    isNew: new Uint8Array(people.length),
    stayFrom: new Int32Array(people.length),
    deadline: new Int32Array(people.length).fill(never),
    endsAt: new Int32Array(people.length).fill(never),
    lapse: new Int32Array(people.length).fill(never),
    held: Int32Array.from(posts, (post) => post.seats.length),
    left: new Map(),
    arrived: new Int32Array(board.capOf.length),
    counted: new Int32Array(board.capOf.length),
    log: Array.from(board.capOf, () => new Int32Array(months.count)),
    disturbed: new Uint8Array(people.length),
  };
  posts.forEach((post, q) => {
    for (const row of post.seats) {
      const p = personIndex.get(row.personId) ?? -1;
      const person = people[p];
      if (!person) continue;
      const seat = seatAtStart(board, person, post, q, row);
      if (state.place[p] === q) sit(state, p, seat);
      else if (person.alsoIds.includes(post.id)) state.also[p]?.push(seat);
    }
  });
  return state;
}

export function sit(state: State, person: number, seat: Seat): void {
  state.place[person] = seat.post;
  state.stayFrom[person] = seat.stayFrom;
  state.deadline[person] = seat.deadline;
  state.endsAt[person] = seat.endsAt;
}

function seatAtStart(
  board: Board,
  person: ProblemPerson,
  post: ProblemPost,
  index: number,
  row: ProblemSeat,
): Seat {
  const { months, problem } = board;
  const ends = earlier(row.endsOn, person.leavesOn, post.until);
  const endsAt = ends === null || ends >= problem.until ? never : months.firstFrom(ends);
  const opens = post.earliest ?? never;
  if (person.isLocked || opens === never) return { post: index, stayFrom: never, deadline: never, endsAt };
  const exempt = row.staysUntil === null ? 0 : months.firstFrom(row.staysUntil);
  // A place that ends with its post needs no successor.
  const inPost = (day: Day | null): Day | null =>
    day !== null && post.until !== null && post.until <= day ? null : day;
  const overdue = inPost(row.overdueFrom);
  const limit = overdue === null ? never : Math.max(months.lastUntil(overdue), exempt, opens);
  const deadline = Math.min(
    limit,
    Math.max(months.lastUntil(inPost(earlier(row.endsOn, person.leavesOn))), opens),
  );
  const stay = post.isKey ? months.firstFrom(addMonths(row.startedOn, post.minStayMonths)) : 0;
  return { post: index, stayFrom: Math.min(Math.max(stay, exempt, opens), deadline), deadline, endsAt };
}

/** Arrivals that the department may still take this month. */
export const roomOf = (board: Board, state: State, department: number): number =>
  (board.capOf[department] ?? never) - (state.counted[department] ?? 0) - (state.arrived[department] ?? 0);

/** Recounts, at the start of a month, what still counts of earlier arrivals. */
export function openMonth(board: Board, state: State, month: number): void {
  state.before.set(state.place);
  state.isNew.fill(0);
  state.arrived.fill(0);
  for (let department = 0; department < state.counted.length; department++) {
    let counted = board.pastCount(department, month);
    for (let past = 0; past < month; past++) {
      if ((board.windowEnd[past] ?? never) > month) counted += state.log[department]?.[past] ?? 0;
    }
    state.counted[department] = counted;
  }
}
