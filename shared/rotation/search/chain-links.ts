// Carries a chain out in the state of a month, or leaves the state as it was where its links together break something.

import { isClearOfRelatives } from "./kinship.ts";
import type { Scene } from "./scene.ts";
import { endsByRecord, leewayOf, offsetOf, reserve, roomOf } from "./state.ts";

/** `person` comes to `to` after `after` (-1: nobody) has left it, or leaves it later by record. */
export interface Link {
  person: number;
  to: number;
  after: number;
}

/** The last comer first. `leaver` (-1: nobody) makes the root's vacancy; in a closed cycle that is the last comer. */
export function carryOut(scene: Scene, links: readonly Link[], leaver: number, isCycle: boolean): boolean {
  const { board, state, month } = scene;
  const added = new Map<number, number>();
  for (const { to, after } of links) {
    if (board.isKey[to] !== 1 || (after >= 0 && state.isNew[after] === 1 && state.forcedAt[after] === -1))
      continue;
    const department = board.departmentOf[to] ?? 0;
    added.set(department, (added.get(department) ?? 0) + 1);
  }
  for (const [department, count] of added) if (count > roomOf(state, department)) return false;

  const isRelief =
    leaver >= 0 && !isCycle && (state.forcedAt[leaver] ?? -1) < 0 && endsByRecord(board, state, leaver);
  const movers = links.map((it) => it.person);
  // Whoever leaves by a given move has left already.
  const isGone = leaver >= 0 && (state.forcedAt[leaver] ?? -1) >= 0;
  if (leaver >= 0 && !isCycle && !isGone) movers.push(leaver);
  const was = movers.map((person) => ({
    person,
    place: state.place[person] ?? reserve,
    isNew: state.isNew[person] ?? 0,
    isRelieved: state.isRelieved[person] ?? 0,
    heir: state.heir[person] ?? reserve,
    ousts: state.ousts[person] ?? reserve,
  }));
  // Downstream of a re-routed person the chain is another's: its first leaver changes heirs.
  const heirs = was.flatMap(({ ousts }) =>
    ousts >= 0 ? [{ person: ousts, heir: state.heir[ousts] ?? reserve }] : [],
  );

  const count = (post: number, by: number): void => {
    if (post >= 0) state.held[post] = (state.held[post] ?? 0) + by;
  };
  for (const it of was) {
    if (it.isRelieved !== 1) count(it.place, -1);
    if (it.person !== leaver || isCycle || !isRelief) {
      state.place[it.person] = reserve;
      state.isRelieved[it.person] = 0;
      state.isNew[it.person] = 1;
    } else state.isRelieved[it.person] = 1;
  }
  const oustedBy = new Map(was.map((it) => [it.person, it]));
  for (const { person, to, after } of links) {
    state.place[person] = to;
    count(to, 1);
    if (isCycle) state.isCyclic[person] = 1;
    // Whoever had moved here this month makes way again: the chain behind them goes on with the newcomer.
    const rerouted = after >= 0 ? oustedBy.get(after) : undefined;
    const left = rerouted?.isNew === 1 ? rerouted.ousts : after;
    state.ousts[person] = left;
    if (left >= 0) state.heir[left] = person;
  }
  const isSound =
    links.every((it) => isClearOfRelatives(board, state, it.person, it.to)) &&
    (isCycle || links.every((it) => isInTime(scene, it.person)));
  if (!isSound) {
    for (const { person, to } of links) {
      count(to, -1);
      state.isCyclic[person] = 0;
    }
    for (const it of was) {
      if (it.isRelieved !== 1) count(it.place, 1);
      state.place[it.person] = it.place;
      state.isNew[it.person] = it.isNew;
      state.isRelieved[it.person] = it.isRelieved;
      state.heir[it.person] = it.heir;
      state.ousts[it.person] = it.ousts;
    }
    for (const it of heirs) state.heir[it.person] = it.heir;
    return false;
  }
  for (const [department, by] of added) state.arrived[department] = (state.arrived[department] ?? 0) + by;
  return true;

  /** Whether everybody who moves on because the person comes still does so by when they must. */
  function isInTime(of: Scene, person: number): boolean {
    const rest = board.months.rest[month] ?? 0;
    let at = person;
    for (let steps = 0; steps < movers.length + 64; steps++) {
      const leaves = state.ousts[at] ?? reserve;
      if (leaves < 0) {
        const to = state.place[at] ?? reserve;
        return to < 0 || offsetOf(board, state, at) + (board.overlapOf[to] ?? 0) <= rest;
      }
      const offset = offsetOf(board, state, leaves);
      const forced = state.forcedAt[leaves] ?? -1;
      if (
        offset > rest ||
        (forced >= 0 ? offset !== forced : offset > leewayOf(board, of.state, leaves, month))
      )
        return false;
      if (state.isNew[leaves] !== 1 || (state.place[leaves] ?? reserve) < 0) return true;
      at = leaves;
    }
    return false;
  }
}
