// Where everybody sits in one month of a roll, and what is left of each department's share.
import { addMonths } from "../../domain/day.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";

/** Place of someone who is not in the unit that month. */
export const gone = -2;
/** Place of someone in reserve. */
export const reserve = -1;

export interface State {
  /** Post index, `reserve` or `gone`, by person. */
  place: Int32Array;
  /** The same at the start of the month. */
  before: Int32Array;
  /** Key posts held beside the place, as at the start of the plan. */
  also: number[][];
  /** First month in which the holder may leave, and last by which they must. */
  stayFrom: Int32Array;
  deadline: Int32Array;
  /** First month in which the assignment ends by itself. */
  endsAt: Int32Array;
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
  const postIndex = new Map(posts.map((post, at) => [post.id, at]));
  const personIndex = new Map(people.map((person, at) => [person.id, at]));
  const state: State = {
    place: board.placeOf.slice(),
    before: board.placeOf.slice(),
    also: people.map((person) => person.alsoIds.flatMap((id) => postIndex.get(id) ?? [])),
    stayFrom: new Int32Array(people.length),
    deadline: new Int32Array(people.length).fill(never),
    endsAt: new Int32Array(people.length).fill(never),
    held: Int32Array.from(posts, (post) => post.seats.length),
    left: new Map(),
    arrived: new Int32Array(board.capOf.length),
    counted: new Int32Array(board.capOf.length),
    log: Array.from(board.capOf, () => new Int32Array(months.count)),
    disturbed: new Uint8Array(people.length),
  };
  posts.forEach((post, q) => {
    for (const seat of post.seats) {
      const p = personIndex.get(seat.personId);
      const person = p === undefined ? undefined : people[p];
      if (p === undefined || !person || state.place[p] !== q) continue;
      const ends = [seat.endsOn, person.leavesOn, post.until].flatMap((day) => day ?? []).sort()[0] ?? null;
      const clamp = (month: number): number => Math.max(month, post.earliest ?? never);
      const limit = clamp(Math.max(months.lastUntil(seat.overdueFrom), firstFree(board, seat.staysUntil)));
      const end = months.lastUntil(ends);
      state.deadline[p] = Math.min(seat.overdueFrom === null ? never : limit, clamp(end));
      state.endsAt[p] = ends === null || ends >= board.problem.until ? never : months.firstFrom(ends);
      const stay = post.isKey ? stayEndOf(board, seat.startedOn, post.minStayMonths) : 0;
      const mayLeave = Math.max(stay, firstFree(board, seat.staysUntil));
      state.stayFrom[p] = Math.min(mayLeave, state.deadline[p] ?? never);
      if (person.isLocked) {
        state.deadline[p] = never;
        state.stayFrom[p] = never;
      }
    }
  });
  return state;
}

const firstFree = (board: Board, staysUntil: string | null): number =>
  staysUntil === null ? 0 : board.months.firstFrom(staysUntil);

function stayEndOf(board: Board, startedOn: string, span: number): number {
  return board.months.firstFrom(addMonths(startedOn, span));
}

/** Arrivals that the department may still take this month. */
export const roomOf = (board: Board, state: State, department: number): number =>
  (board.capOf[department] ?? never) - (state.counted[department] ?? 0) - (state.arrived[department] ?? 0);

/** Recounts, at the start of a month, what still counts of earlier arrivals. */
export function openMonth(board: Board, state: State, month: number): void {
  state.before.set(state.place);
  state.arrived.fill(0);
  for (let department = 0; department < state.counted.length; department++) {
    let counted = board.pastCount(department, month);
    for (let past = 0; past < month; past++) {
      if ((board.windowEnd[past] ?? never) > month) counted += state.log[department]?.[past] ?? 0;
    }
    state.counted[department] = counted;
  }
}
