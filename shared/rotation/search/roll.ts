// One roll through the horizon, month by month: change what is due, what the look-ahead pulls forward, and what is free to change early.
import type { Move } from "../../domain/rotation.ts";
import type { Board } from "./board.ts";
import { fill, type Goal, labelsFor, type Scene } from "./chain.ts";
import { carryOutGiven } from "./given.ts";
import { closeMonth, endByRecord } from "./month-end.ts";
import { changeEarly, dueNow, isNeeded, settle, spareOf } from "./month-work.ts";
import { never, offsetOfSlot, slotOf } from "./months.ts";
import { type Due, openSeats } from "./open-seats.ts";
import { endsByRecord, openMonth, reserve, type State, startOf } from "./state.ts";
import type { Given } from "./wishes.ts";

export interface RollSetting {
  /** Months before its deadline at which a holder may be changed early where that costs nothing. */
  slack: number;
  random(): number;
  /** The roll gives up once its units reach this. */
  maxUnits: number;
  /** The roll gives up once it has left more places without a successor. */
  maxUnfilled: number;
}

/** `moves` is null when the roll gave up. */
export interface Rolled {
  moves: Omit<Move, "chain">[] | null;
  units: number;
  /** Places that found no successor in time. */
  unfilled: number;
}

export function roll(board: Board, setting: RollSetting): Rolled {
  const state = startOf(board);
  const labels = labelsFor(board.people.length);
  const { given } = board.wishes;
  const byMonth = Array.from({ length: board.months.count }, (_, month) =>
    given.filter((it) => it.month === month),
  );
  expectGiven(board, state, given, 1);
  const moves: Omit<Move, "chain">[] = [];
  let units = 0;
  let unfilled = 0;
  for (let month = 0; month < board.months.count; month++) {
    endByRecord(board, state, month);
    expectGiven(board, state, byMonth[month] ?? [], -1);
    openMonth(board, state, month);
    const isKept = new Uint8Array(board.people.length);
    const awaits = given.length > 0 ? new Int32Array(board.posts.length).fill(never) : null;
    for (const it of given) {
      if (it.month <= month) continue;
      isKept[it.person] = 1;
      if (awaits && it.to >= 0) awaits[it.to] = Math.min(it.month, awaits[it.to] ?? never);
    }
    const isDue = new Uint8Array(board.people.length);
    const extra = new Int32Array(board.people.length).fill(-1);
    const { random } = setting;
    const scene: Scene = {
      board,
      state,
      month,
      isDue,
      hasSpare: () => false,
      isKept,
      barred: none,
      random,
      units: 0,
      labels,
      extra,
    };
    carryOutGiven(scene, byMonth[month] ?? []);
    const seats = openSeats(board, state, month, awaits);
    const due = dueNow(board, state, month, seats, isDue, setting.random);
    scene.hasSpare = spareOf(board, state, month, seats, isDue);
    for (const it of due) {
      if (!change(scene, it) && it.deadline <= month && it.deadline >= month - 1) unfilled++;
      if (units + scene.units > setting.maxUnits || unfilled > setting.maxUnfilled)
        return { moves: null, units: units + scene.units, unfilled };
    }
    if (setting.slack > 0) changeEarly(scene, setting.slack);
    settle(scene);
    moves.push(...closeMonth(board, state, month));
    units += scene.units;
  }
  return { moves, units, unfilled };
}
const none: ReadonlySet<number> = new Set();

/** Given arrivals of later months take from the share beforehand. */
function expectGiven(board: Board, state: State, moves: readonly Given[], by: number): void {
  for (const it of moves) {
    if (it.to < 0 || board.isKey[it.to] !== 1) continue;
    const log = state.log[board.departmentOf[it.to] ?? 0];
    const at = board.share.at[it.month] ?? 0;
    if (log) log[at] = (log[at] ?? 0) + by;
  }
}

/** Fills one due vacancy; false where nobody was found. */
function change(scene: Scene, due: Due): boolean {
  const { board, state, month } = scene;
  const { person, post } = due;
  if (person < 0) return (state.held[post] ?? 0) >= (board.requiredOf[post] ?? 0) || fillBest(scene, due);
  if (state.also.has(person) && state.place[person] !== post && !bringForward(state, person, post))
    return false;
  if (state.place[person] !== post || state.isNew[person] === 1 || state.isRelieved[person] === 1)
    return true;
  if (isNeeded(board, state, due)) return fillBest(scene, due);
  // Others hold the post in sufficient number: nobody need follow.
  if (!board.wishes.mayMove(person, month)) return false;
  state.held[post] = (state.held[post] ?? 0) - 1;
  if (endsByRecord(board, state, person)) state.isRelieved[person] = 1;
  else {
    state.place[person] = reserve;
    state.isNew[person] = 1;
  }
  return true;
}

/** Of several key posts held, the one to be given up becomes the place; false if that cannot be this month. */
function bringForward(state: State, person: number, post: number): boolean {
  const also = state.also.get(person) ?? [];
  const at = also.findIndex((it) => it.post === post);
  const seat = also[at];
  if (!seat || state.isNew[person] === 1 || state.isRelieved[person] === 1) return false;
  also[at] = {
    post: state.place[person] ?? reserve,
    stayFrom: state.stayFrom[person] ?? 0,
    goneBy: state.goneBy[person] ?? never,
    deadline: state.deadline[person] ?? never,
    endsAt: state.endsAt[person] ?? never,
    endsOn: state.endsOn[person] ?? null,
  };
  state.place[person] = post;
  state.before[person] = post;
  state.stayFrom[person] = seat.stayFrom;
  state.goneBy[person] = seat.goneBy;
  state.deadline[person] = seat.deadline;
  state.endsAt[person] = seat.endsAt;
  state.endsOn[person] = seat.endsOn;
  return true;
}

/** Tries the cheapest ways first: no arrival that was not needed, if need be in a closed cycle, then with more of them. */
function fillBest(scene: Scene, { post, person }: Due): boolean {
  const { board, state, month } = scene;
  const goal: Goal = { post, leaver: person, maxExtra: 0, least: 0, withCycle: false };
  const least = worthwhileOffset(scene, post);
  if (least > 0 && fill(scene, { ...goal, least })) return true;
  const mayCycle = person >= 0 && board.isKey[post] === 1 && !endsByRecord(board, state, person);
  const isPressing = person < 0 || (state.deadline[person] ?? never) <= month;
  return (
    fill(scene, goal) ||
    (isPressing && mayCycle && fill(scene, { ...goal, withCycle: true })) ||
    fill(scene, goal) ||
    (isPressing &&
      (fill(scene, { ...goal, maxExtra: 1, withCycle: mayCycle }) ||
        fill(scene, { ...goal, maxExtra: 3, withCycle: mayCycle })))
  );
}

/** The earliest offset that saves an arrival at the end of the horizon, against arriving on the change day; 0: none does. */
function worthwhileOffset({ board, month }: Scene, post: number): number {
  const needed = (offset: number): number => board.needs(post, board.overBy(post, slotOf(month, offset)));
  const now = needed(0);
  const last = (board.months.rest[month] ?? 0) - (board.overlapOf[post] ?? 0);
  if (now === 0 || last <= 0 || needed(offsetOfSlot(last)) >= now) return 0;
  let offset = 1;
  while (needed(offset) >= now) offset++;
  return offset;
}
