// One roll through the horizon, month by month: change what is due, what the look-ahead pulls forward, and what is free to change early.
import type { Move } from "../../domain/rotation.ts";
import type { Board } from "./board.ts";
import { fill, type Scene } from "./chain.ts";
import { closeMonth, endByRecord } from "./month-end.ts";
import { changeEarly, type Due, dueNow, settle, spareOf } from "./month-work.ts";
import { never } from "./months.ts";
import { openMonth, reserve, type State, sit, startOf } from "./state.ts";

export interface RollSetting {
  /** Months before its deadline at which a holder may be changed early where that costs nothing. */
  slack: number;
  random(): number;
  /** The roll gives up once its units reach this. */
  maxUnits: number;
}

/** Extra arrivals allowed in successive tries for one vacancy. */
const tries = [0, 0, 1, 3];

/** `moves` is null when the units ran out first. */
export function roll(
  board: Board,
  setting: RollSetting,
): { moves: Omit<Move, "chain">[] | null; units: number } {
  const state = startOf(board);
  const moves: Omit<Move, "chain">[] = [];
  let units = 0;
  for (let month = 0; month < board.months.count; month++) {
    endByRecord(board, state, month);
    openMonth(board, state, month);
    const isDue = new Uint8Array(board.people.length);
    const due = dueNow(board, state, month, isDue, setting.random);
    const hasSpare = spareOf(board, state, month, isDue);
    const scene: Scene = { board, state, month, isDue, hasSpare, random: setting.random, units: 0 };
    for (const it of due) {
      if (units + scene.units > setting.maxUnits) return { moves: null, units: units + scene.units };
      moves.push(...change(scene, it));
    }
    if (setting.slack > 0) changeEarly(scene, setting.slack);
    leaveLapsed(board, state, month);
    settle(scene);
    moves.push(...closeMonth(board, state, month));
    units += scene.units;
  }
  return { moves, units };
}

/** Fills one due vacancy if it can be filled; answers only the moves that the month's end does not see. */
function change(scene: Scene, due: Due): Omit<Move, "chain">[] {
  const { board, state } = scene;
  const { person, post } = due;
  const required = board.posts[post]?.required ?? 0;
  if (person < 0) {
    if ((state.held[post] ?? 0) < required) tries.some((extra) => fill(scene, post, -1, extra));
    return [];
  }
  if ((state.also[person]?.length ?? 0) > 0) return giveUpOne(scene, person, post);
  if (state.place[person] !== post || state.isNew[person] === 1) return [];
  if ((state.held[post] ?? 0) > required) {
    state.held[post] = (state.held[post] ?? 0) - 1;
    state.place[person] = reserve;
  } else tries.some((extra) => fill(scene, post, person, extra));
  return [];
}

/** Whom the plan put on a post goes when a qualification lapses, even where no successor was found. */
function leaveLapsed(board: Board, state: State, month: number): void {
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? reserve;
    if (place < 0 || (state.lapse[person] ?? never) > month || state.isNew[person] === 1) continue;
    state.held[place] = (state.held[place] ?? 0) - 1;
    state.place[person] = reserve;
  }
}

/** Somebody on several key posts gives one of them up and keeps the others. */
function giveUpOne(scene: Scene, person: number, post: number): Omit<Move, "chain">[] {
  const { board, state, month } = scene;
  const also = state.also[person] ?? [];
  if (state.place[person] !== post && !also.some((it) => it.post === post)) return [];
  state.held[post] = (state.held[post] ?? 0) - 1;
  const isFilled =
    (state.held[post] ?? 0) >= (board.posts[post]?.required ?? 0) ||
    tries.some((extra) => fill(scene, post, -1, extra));
  if (!isFilled) {
    state.held[post] = (state.held[post] ?? 0) + 1;
    return [];
  }
  dropSeat(board, state, person, post, month);
  state.disturbed[person] = 1;
  return [
    {
      day: board.months.dayOf(month),
      personId: board.people[person]?.id ?? "",
      fromPostId: board.posts[post]?.id ?? "",
      toPostId: null,
    },
  ];
}

/** Takes one of several seats away; another becomes the place. */
export function dropSeat(board: Board, state: State, person: number, post: number, month: number): void {
  const also = state.also[person] ?? [];
  const family = board.familyOf[post] ?? -1;
  if (family >= 0) state.left.set(person * board.posts.length + family, month);
  if (state.place[person] === post) {
    const next = also.shift();
    if (!next) return;
    sit(state, person, next);
    state.before[person] = next.post;
  } else {
    const at = also.findIndex((it) => it.post === post);
    if (at >= 0) also.splice(at, 1);
  }
}
