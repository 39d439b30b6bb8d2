// What one month of a roll has to do: who is due, who is pulled forward, who may change early, and where those who leave go.

import { type Agenda, isLoose, planMonth } from "./agenda.ts";
import type { Board } from "./board.ts";
import { extraArrivals, fill, mayCome } from "./chain.ts";
import { never } from "./months.ts";
import type { Due, OpenSeats } from "./open-seats.ts";
import type { Scene } from "./scene.ts";
import { offsetOf, reserve, roomOf, type State } from "./state.ts";

const riskWeights = { high: 3, medium: 2, low: 1 } as const;
const riskOf = (board: Board, due: Due): number => riskWeights[board.posts[due.post]?.riskGrade ?? "low"];

/** What must change this month, the most pressing first; marks their holders in `isDue`. */
export function dueNow(
  board: Board,
  state: State,
  month: number,
  { key, ordinary }: OpenSeats,
  isDue: Uint8Array,
  failures: Int32Array,
  agenda: Agenda,
  random: () => number,
): { due: Due[]; loose: Uint8Array } {
  const loose = new Uint8Array(key.length);
  const due = ordinary.filter((it) => isNeeded(board, state, it));
  key.forEach((seats, department) => {
    loose[department] = 1;
    if (seats.length === 0) return;
    const surplus = seats.filter((it) => it.person >= 0 && !isNeeded(board, state, it));
    due.push(...surplus.filter((it) => it.deadline <= month));
    const open = (surplus.length === 0 ? seats : seats.filter((it) => !surplus.includes(it))).sort(
      (a, b) => a.deadline - b.deadline || riskOf(board, b) - riskOf(board, a) || a.post - b.post,
    );
    const plan = planMonth(board, state, agenda, department, month, open);
    due.push(...plan.now);
    loose[department] = plan.isLoose ? 1 : 0;
  });
  for (const it of due) if (it.person >= 0) isDue[it.person] = 1;
  const sorted = due
    .map((it) => ({
      it,
      deadline: Math.max(month, it.deadline),
      failed: failures[it.post] ?? 0,
      scarcity: board.candidatesOf(it.post).length,
      chance: random(),
    }))
    .sort(
      (a, b) =>
        a.deadline - b.deadline || b.failed - a.failed || a.scarcity - b.scarcity || a.chance - b.chance,
    )
    .map(({ it }) => it);
  return { due: sorted, loose };
}

export const isNeeded = (board: Board, state: State, { post }: Due): boolean =>
  (state.held[post] ?? 0) <= (board.requiredOf[post] ?? 0);

/**
 * Whether a department can take an arrival that is not due: one more than it needs, or (`person`) the one that the
 * person's place will need later anyway. Remembered until its arrivals change.
 */
export function spareOf(
  board: Board,
  state: State,
  month: number,
  { key }: OpenSeats,
  loose: Uint8Array,
): (department: number, person: number) => boolean {
  /** By department, and by person: arrivals when it was last looked at, and the answer then. */
  const arrivedThen = new Int32Array(key.length + board.people.length).fill(-1);
  const answers = new Uint8Array(key.length + board.people.length);
  const isOpen = (it: Due): boolean =>
    it.person < 0 ||
    (state.place[it.person] === it.post && state.isNew[it.person] !== 1 && state.isRelieved[it.person] !== 1);
  const ask = (slot: number, department: number, look: () => boolean): boolean => {
    const arrived = state.arrived[department] ?? 0;
    if (arrivedThen[slot] === arrived) return answers[slot] === 1;
    arrivedThen[slot] = arrived;
    const answer = roomOf(state, department) >= 1 && look();
    answers[slot] = answer ? 1 : 0;
    return answer;
  };
  return (department, person) => {
    if (loose[department] !== 1) return false;
    const seats = key[department] ?? [];
    const hasMore = ask(department, department, () =>
      isLoose(board, state, department, month, seats.filter(isOpen), 1),
    );
    if (hasMore || person < 0 || (state.deadline[person] ?? never) >= board.months.count) return hasMore;
    return ask(key.length + person, department, () => {
      const open = seats.filter(isOpen).map((it) => (it.person === person ? { ...it, deadline: month } : it));
      return isLoose(board, state, department, month, open, 0);
    });
  };
}

/**
 * Changes holders near their deadline where that adds no arrival and the share has room to spare: within `slack` months
 * of it, or within as many as nobody was found for the post before.
 */
export function changeEarly(scene: Scene, slack: number, failures: Int32Array): void {
  const { board, state, month } = scene;
  for (const isFirst of [true, false]) {
    for (let person = 0; person < board.people.length; person++) {
      const post = state.place[person] ?? reserve;
      if (post < 0 || board.isKey[post] !== 1 || state.isNew[person] === 1 || scene.isKept[person] === 1)
        continue;
      const failed = failures[post] ?? 0;
      if (failed > 0 !== isFirst) continue;
      const deadline = state.deadline[person] ?? never;
      if (deadline >= board.months.count || deadline - month > Math.max(slack, failed)) continue;
      if ((state.stayFrom[person] ?? 0) > month || state.isRelieved[person] === 1 || state.also.has(person))
        continue;
      if ((state.held[post] ?? 0) > (board.requiredOf[post] ?? 0)) continue;
      if (extraArrivals(board, state, person, month) > 0 || !board.wishes.mayMove(person, month)) continue;
      if (scene.hasSpare(board.departmentOf[post] ?? 0, person))
        fill(scene, { post, leaver: person, maxExtra: 0, least: 0, withCycle: false });
    }
  }
}

/** Those whom the month sent to reserve take an ordinary post of their level that it emptied, or one with a free place. */
export function settle(scene: Scene): void {
  const { board, state, month } = scene;
  const freed: number[] = [];
  /** By ordinary post: the offset from which a place there is free. */
  const free = new Map<number, number>();
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    if (before < 0 || state.place[person] === before) continue;
    if (board.isKey[before] !== 1) {
      free.set(before, Math.max(free.get(before) ?? 0, offsetOf(board, state, person)));
    }
    if (state.place[person] === reserve && !state.also.has(person) && state.forcedAt[person] === -1)
      freed.push(person);
  }
  if (freed.length === 0) return;
  const options = [...free.keys()];
  board.posts.forEach((post, q) => {
    if (!post.isKey && !free.has(q) && (state.held[q] ?? 0) < post.headcount) options.push(q);
  });
  for (const person of freed) {
    const rank = board.rankOfPerson[person] ?? 0;
    const offset = offsetOf(board, state, person);
    scene.units += options.length;
    const post = options.find(
      (it) =>
        (rank === 0 || board.rankOf[it] === rank) &&
        (state.held[it] ?? 0) < (board.posts[it]?.headcount ?? 0) &&
        (free.get(it) ?? 0) <= offset &&
        it !== state.before[person] &&
        board.candidatesOf(it).includes(person) &&
        board.isThere(person, month, offset) &&
        mayCome(scene, person, it, true),
    );
    if (post === undefined) continue;
    state.place[person] = post;
    state.held[post] = (state.held[post] ?? 0) + 1;
  }
}
