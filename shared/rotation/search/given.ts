// Carries out the moves that are given for a month, fixed or announced, and finds whoever has to follow or make way.

import { fill, mayCome } from "./chain.ts";
import { never } from "./months.ts";
import type { Scene } from "./scene.ts";
import { copyOf, endsByRecord, leewayOf, offsetOf, reserve, type State } from "./state.ts";
import type { Given } from "./wishes.ts";

/**
 * Applies the month's given moves to the state. An announced move that cannot be kept, or whose place nobody could take
 * in time, is left out; a fixed one stays, whatever becomes of the plan.
 */
export function carryOutGiven(scene: Scene, moves: readonly Given[]): void {
  if (moves.length === 0) return;
  const before = copyOf(scene.state);
  const dropped = new Set<Given>();
  for (;;) {
    const failed = attempt(
      scene,
      moves.filter((it) => !dropped.has(it)),
    ).filter((it) => !it.isFixed);
    if (failed.length === 0) return;
    for (const it of failed) dropped.add(it);
    Object.assign(scene.state, copyOf(before));
  }
}

/** Carries the moves out as far as it goes; answers those that cannot stand. */
function attempt(scene: Scene, moves: readonly Given[]): Given[] {
  const { board, state, month } = scene;
  const able = moves.filter((it) => isAble(scene, it));
  for (const it of able) depart(scene, it);
  const blind = able.filter((it) => !it.isFixed && it.to >= 0 && !mayCome(scene, it.person, it.to, false));
  if (blind.length > 0) return blind;
  const unable = moves.filter((it) => !able.includes(it));
  for (const it of able) arrive(scene, it);
  link(scene, able);
  const failed: Given[] = [];
  for (const it of able) {
    if (it.to >= 0 && state.ousts[it.person] === reserve && !makeWay(scene, it)) failed.push(it);
    if (it.from < 0 || state.heir[it.person] !== reserve || state.isCyclic[it.person] === 1) continue;
    if ((state.held[it.from] ?? 0) >= (board.requiredOf[it.from] ?? 0)) continue;
    const goal = { post: it.from, leaver: it.person, least: 0, withCycle: false };
    if (!fill(scene, { ...goal, maxExtra: 0 }) && !fill(scene, { ...goal, maxExtra: 3 })) failed.push(it);
  }
  for (const it of able)
    if (offsetOf(board, state, it.person) !== it.offset || !isSeemly(scene, it)) failed.push(it);
  for (let department = 0; department < state.arrived.length; department++) {
    if ((state.arrived[department] ?? 0) <= (state.room[department] ?? never)) continue;
    failed.push(...able.filter((it) => it.to >= 0 && board.departmentOf[it.to] === department).slice(-1));
  }
  return [...unable, ...failed];

  /** Whoever makes way still goes in time. */
  function isSeemly(of: Scene, { person, to }: Given): boolean {
    const leaver = state.ousts[person] ?? reserve;
    if (to < 0 || leaver < 0 || state.isCyclic[person] === 1) return true;
    const offset = offsetOf(board, state, leaver);
    return offset <= Math.min(board.months.rest[month] ?? 0, leewayOf(board, of.state, leaver, month));
  }
}

/** Whether the person is where the move starts, and may leave and arrive as far as others do not matter. */
function isAble({ board, state, month }: Scene, { person, from, to, offset, isFixed }: Given): boolean {
  if (state.place[person] !== from || state.isNew[person] === 1) return false;
  if (isFixed) return true;
  if (!board.wishes.mayMove(person, month) || state.also.has(person)) return false;
  if (from >= 0 && state.isRelieved[person] !== 1 && (state.stayFrom[person] ?? 0) > month) return false;
  if (to < 0) return true;
  if (!board.isThere(person, month, offset) || (board.earliest[to] ?? never) > month) return false;
  const gone = board.goneBy(person, to, month * 32 + offset);
  return board.months.lastStart(gone, board.overlapOf[to] ?? 0) > month;
}

function depart({ state }: Scene, { person, from, offset }: Given): void {
  if (from >= 0 && state.isRelieved[person] !== 1) state.held[from] = (state.held[from] ?? 0) - 1;
  state.isRelieved[person] = 0;
  state.place[person] = reserve;
  state.isNew[person] = 1;
  state.forcedAt[person] = offset;
}

function arrive({ board, state }: Scene, { person, to }: Given): void {
  state.place[person] = to;
  if (to < 0) return;
  state.held[to] = (state.held[to] ?? 0) + 1;
  const department = board.departmentOf[to] ?? 0;
  if (board.isKey[to] === 1) state.arrived[department] = (state.arrived[department] ?? 0) + 1;
}

/** Who follows whom among the given moves: the overlap after an arrival, or at once in a closed cycle. */
function link({ board, state }: Scene, moves: readonly Given[]): void {
  const join = (comer: Given, leaver: Given): void => {
    state.ousts[comer.person] = leaver.person;
    state.heir[leaver.person] = comer.person;
  };
  const free = (comer: Given): boolean => state.ousts[comer.person] === reserve;
  for (const leaver of moves) {
    const { from, offset } = leaver;
    if (from < 0) continue;
    const overlap = board.overlapOf[from] ?? 0;
    const comer = moves.find((it) => it.to === from && it.offset === offset - overlap && free(it));
    if (comer && comer !== leaver) join(comer, leaver);
  }
  for (const first of moves) {
    if (first.offset !== 0 || first.from < 0 || state.heir[first.person] !== reserve) continue;
    const ring: Given[] = [];
    for (let at: Given | undefined = first; at && !ring.includes(at); ) {
      ring.push(at);
      const from: number = at.from;
      at = moves.find((it) => it.to === from && it.offset === 0 && free(it));
      if (at !== first) continue;
      ring.forEach((leaver, index) => {
        const comer = ring[index + 1] ?? first;
        join(comer, leaver);
        state.isCyclic[leaver.person] = 1;
      });
      break;
    }
  }
}

/** Somebody who was there before makes way where the newcomer is one too many; false if nobody can. */
function makeWay({ board, state, month }: Scene, { person, to }: Given): boolean {
  // A free place takes one more without anybody leaving.
  const room = Math.max(board.posts[to]?.headcount ?? 0, board.posts[to]?.seats.length ?? 0);
  if ((state.held[to] ?? 0) <= (board.requiredOf[to] ?? 0) || countAt(state, to) <= room) return true;
  let leaver = reserve;
  for (let other = 0; other < board.people.length; other++) {
    if (state.place[other] !== to || state.isNew[other] === 1 || state.isRelieved[other] === 1) continue;
    if (!endsByRecord(board, state, other) && (state.stayFrom[other] ?? 0) > month) continue;
    if (leaver < 0 || (state.deadline[other] ?? never) < (state.deadline[leaver] ?? never)) leaver = other;
  }
  if (leaver < 0) return false;
  state.heir[leaver] = person;
  state.ousts[person] = leaver;
  state.held[to] = (state.held[to] ?? 0) - 1;
  if (endsByRecord(board, state, leaver)) state.isRelieved[leaver] = 1;
  else {
    state.place[leaver] = reserve;
    state.isNew[leaver] = 1;
  }
  return true;
}

const countAt = (state: State, post: number): number =>
  state.place.reduce((count, it) => count + (it === post ? 1 : 0), 0);
