// Where everybody sits in one month of a roll, and what binds them there.
import { addMonths, type Day } from "../../domain/day.ts";
import type { ProblemPerson, ProblemPost, ProblemSeat } from "../plan.ts";
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import type { ArrivalLog } from "./share.ts";

/** Place of someone without a counted post; also: no person. */
export const reserve = -1;

/** What binds a holder to a post. */
export interface Seat {
  post: number;
  /** First month in which the holder may leave. */
  stayFrom: number;
  /** The last slot by which they must be gone. */
  goneBy: number;
  /** Last month in which their successor can start in time. */
  deadline: number;
  /** First month in which the assignment has ended by itself. */
  endsAt: number;
  /** The day on which it ends by itself within the horizon. */
  endsOn: Day | null;
}

export interface State {
  /** Post index or `reserve`, by person. */
  place: Int32Array;
  /** The same at the start of the month. */
  before: Int32Array;
  /** Key posts held beside the place since before the plan; such a person is not moved to another post. */
  also: Map<number, Seat[]>;
  /** 1: has moved to the place this month. */
  isNew: Uint8Array;
  /** 1: a successor is there, the holder stays to the recorded end or goes where they are needed. */
  isRelieved: Uint8Array;
  /** 1: moves in a closed cycle this month, on the change day. */
  isCyclic: Uint8Array;
  /** Who follows the person at the place left this month, and whom the person follows; -1: nobody. */
  heir: Int32Array;
  ousts: Int32Array;
  /** Offset at which a given move of this month has to happen; -1: none is given. */
  forcedAt: Int32Array;
  stayFrom: Int32Array;
  goneBy: Int32Array;
  deadline: Int32Array;
  endsAt: Int32Array;
  endsOn: (Day | null)[];
  /** The last slot before a qualification of somebody put there by the plan lapses. */
  lapse: Int32Array;
  /** Holders by post who are not relieved. */
  held: Int32Array;
  /** Day on which a person left a family within the plan, by person × posts + family. */
  left: Map<number, Day>;
  /** New arrivals on key posts this month, by department. */
  arrived: Int32Array;
  /** What the share lets in this month, by department. */
  room: Int32Array;
  log: ArrivalLog;
  /** People whose post has changed so far. */
  disturbed: Uint8Array;
}

export function startOf(board: Board): State {
  const { people, posts } = board;
  const state: State = {
    place: board.placeOf.slice(),
    before: board.placeOf.slice(),
    also: new Map(),
    isNew: new Uint8Array(people.length),
    isRelieved: new Uint8Array(people.length),
    isCyclic: new Uint8Array(people.length),
    heir: new Int32Array(people.length).fill(reserve),
    ousts: new Int32Array(people.length).fill(reserve),
    forcedAt: new Int32Array(people.length).fill(-1),
    stayFrom: new Int32Array(people.length),
    goneBy: new Int32Array(people.length).fill(never),
    deadline: new Int32Array(people.length).fill(never),
    endsAt: new Int32Array(people.length).fill(never),
    endsOn: people.map(() => null),
    lapse: new Int32Array(people.length).fill(never),
    held: Int32Array.from(posts, (post) => post.seats.length),
    left: new Map(),
    arrived: new Int32Array(board.share.departments),
    room: new Int32Array(board.share.departments),
    log: board.share.start(),
    disturbed: new Uint8Array(people.length),
  };
  posts.forEach((post, q) => {
    for (const row of post.seats) {
      const p = board.indexOfPerson.get(row.personId) ?? -1;
      const person = people[p];
      if (!person) continue;
      const seat = seatAtStart(board, person, post, q, row);
      if (state.place[p] === q) sit(state, p, seat);
      else if (person.alsoIds.includes(post.id)) state.also.set(p, [...(state.also.get(p) ?? []), seat]);
    }
  });
  return state;
}

export function sit(state: State, person: number, seat: Seat): void {
  state.place[person] = seat.post;
  state.stayFrom[person] = seat.stayFrom;
  state.goneBy[person] = seat.goneBy;
  state.deadline[person] = seat.deadline;
  state.endsAt[person] = seat.endsAt;
  state.endsOn[person] = seat.endsOn;
}

function seatAtStart(
  board: Board,
  person: ProblemPerson,
  post: ProblemPost,
  index: number,
  row: ProblemSeat,
): Seat {
  const { months, problem } = board;
  const recorded = earlier(row.endsOn, person.leavesOn, post.until);
  const endsOn = recorded !== null && recorded < problem.until ? recorded : null;
  const endsAt = endsOn === null ? never : months.firstFrom(endsOn);
  const opens = post.earliest ?? never;
  const base = { post: index, endsAt, endsOn };
  if (person.isLocked || opens === never) return { ...base, stayFrom: never, goneBy: never, deadline: never };
  const exempt = row.staysUntil === null ? 0 : months.firstFrom(row.staysUntil);
  // A place that ends with its post needs no successor.
  const isMoot = post.until !== null && row.handBy !== null && post.until <= row.handBy;
  const goneBy = isMoot ? never : months.lastSlot(row.handBy);
  const deadline = goneBy === -1 ? opens : months.lastStart(goneBy, board.overlapOf[index] ?? 0);
  const stayDay = addMonths(row.startedOn, post.minStayMonths);
  // Who must go before the minimum stay anyway may go whenever they can be followed.
  const isForced = row.handBy !== null && row.handBy < stayDay;
  const stay = post.isKey && !isForced ? months.firstFrom(stayDay) : 0;
  return { ...base, stayFrom: Math.max(stay, exempt, opens), goneBy, deadline };
}

/** Arrivals that the department may still take this month. */
export const roomOf = (state: State, department: number): number =>
  (state.room[department] ?? 0) - (state.arrived[department] ?? 0);

/** Begins a month: nobody has moved yet, and the share is counted again. */
export function openMonth(board: Board, state: State, month: number): void {
  state.before.set(state.place);
  state.isNew.fill(0);
  state.isCyclic.fill(0);
  state.heir.fill(reserve);
  state.ousts.fill(reserve);
  state.forcedAt.fill(-1);
  state.arrived.fill(0);
  for (let department = 0; department < state.room.length; department++)
    state.room[department] = board.share.room(state.log, department, month);
}

/** Remembers a state, so that the month can be done over. */
export function copyOf(state: State): State {
  return {
    place: state.place.slice(),
    before: state.before.slice(),
    also: new Map([...state.also].map(([person, seats]) => [person, [...seats]])),
    isNew: state.isNew.slice(),
    isRelieved: state.isRelieved.slice(),
    isCyclic: state.isCyclic.slice(),
    heir: state.heir.slice(),
    ousts: state.ousts.slice(),
    forcedAt: state.forcedAt.slice(),
    stayFrom: state.stayFrom.slice(),
    goneBy: state.goneBy.slice(),
    deadline: state.deadline.slice(),
    endsAt: state.endsAt.slice(),
    endsOn: [...state.endsOn],
    lapse: state.lapse.slice(),
    held: state.held.slice(),
    left: new Map(state.left),
    arrived: state.arrived.slice(),
    room: state.room.slice(),
    log: state.log.map((row) => row.slice()),
    disturbed: state.disturbed.slice(),
  };
}

/** Offset in the month at which the person moves: after whoever follows them has served beside them. */
export function offsetOf(board: Board, state: State, person: number): number {
  if (state.isCyclic[person] === 1) return 0;
  let offset = 0;
  let at = person;
  for (
    let heir = state.heir[at] ?? reserve, steps = 0;
    heir >= 0;
    heir = state.heir[at] ?? reserve, steps++
  ) {
    // Somebody who would have to follow themselves never moves: the caller finds the offset past the month's end.
    if (steps > 64) return never;
    offset += board.overlapOf[state.before[at] ?? 0] ?? 0;
    at = heir;
  }
  return offset + Math.max(0, state.forcedAt[at] ?? -1);
}

/** The last offset in the month at which the person may leave; somebody who is late already: the end of the month. */
export function leewayOf(board: Board, state: State, person: number, month: number): number {
  const rest = board.months.rest[month] ?? 0;
  if ((state.deadline[person] ?? never) < month) return rest;
  return board.months.leeway(state.goneBy[person] ?? never, month);
}

/** Whether the seat ends by record before the limit would end it: then no move need end it. */
export const endsByRecord = (board: Board, state: State, person: number): boolean => {
  const endsOn = state.endsOn[person] ?? null;
  return endsOn !== null && board.months.lastSlot(endsOn) <= (state.goneBy[person] ?? never);
};
