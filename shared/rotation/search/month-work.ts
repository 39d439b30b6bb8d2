// What one month of a roll has to do: who is due, who is pulled forward, who may change early, and where those who leave go.
import type { Board } from "./board.ts";
import { extraArrivals, fill, mayCome, type Scene } from "./chain.ts";
import { hasSpare, leavesRoomFor, neededNow } from "./look-ahead.ts";
import { never } from "./months.ts";
import { reserve, roomOf, type State } from "./state.ts";

/** A vacancy to fill this month; `person` -1 where nobody holds the place any more. */
export interface Due {
  person: number;
  post: number;
  deadline: number;
  stayFrom: number;
}

/** Every seat with a deadline in the horizon, and every place already empty, by department of key posts. */
function openSeats(board: Board, state: State, month: number): { key: Due[][]; ordinary: Due[] } {
  const key: Due[][] = Array.from(board.capOf, () => []);
  const ordinary: Due[] = [];
  const add = (it: Due): void => {
    if (board.posts[it.post]?.isKey) key[board.departmentOf[it.post] ?? 0]?.push(it);
    else if (it.deadline <= month && (state.held[it.post] ?? 0) <= (board.posts[it.post]?.required ?? 0)) {
      ordinary.push(it);
    }
  };
  board.posts.forEach((post, q) => {
    if (
      (board.earliest[q] ?? never) > month ||
      (post.until !== null && post.until <= board.months.dayOf(month))
    )
      return;
    for (let missing = post.required - (state.held[q] ?? 0); missing > 0; missing--) {
      add({ person: -1, post: q, deadline: -1, stayFrom: 0 });
    }
  });
  for (let person = 0; person < board.people.length; person++) {
    const post = state.place[person] ?? reserve;
    const deadline = state.deadline[person] ?? never;
    if (post >= 0 && deadline < board.months.count) {
      add({ person, post, deadline, stayFrom: state.stayFrom[person] ?? 0 });
    }
    for (const it of state.also[person] ?? []) {
      if (it.deadline < board.months.count) add({ person, ...it });
    }
  }
  return { key, ordinary };
}

const riskWeights = { high: 3, medium: 2, low: 1 } as const;
const riskOf = (board: Board, due: Due): number => riskWeights[board.posts[due.post]?.riskGrade ?? "low"];

/** What must change this month, the most pressing first; marks their holders in `isDue`. */
export function dueNow(
  board: Board,
  state: State,
  month: number,
  isDue: Uint8Array,
  random: () => number,
): Due[] {
  const { key, ordinary } = openSeats(board, state, month);
  const due = [...ordinary];
  key.forEach((seats, department) => {
    const surplus = seats.filter(
      (it) => it.person >= 0 && (state.held[it.post] ?? 0) > (board.posts[it.post]?.required ?? 0),
    );
    due.push(...surplus.filter((it) => it.deadline <= month));
    const open = seats
      .filter((it) => !surplus.includes(it))
      .sort((a, b) => a.deadline - b.deadline || riskOf(board, b) - riskOf(board, a) || a.post - b.post);
    const needed = neededNow(
      board,
      state,
      department,
      month,
      open.map((it) => it.deadline),
    );
    const first = open.slice(0, needed);
    const bound = first.filter((it) => it.stayFrom > month).map((it) => it.deadline);
    const now = open.filter((it) => it.stayFrom <= month).slice(0, needed);
    // Who is pulled forward in place of somebody still bound must not take that one's turn.
    for (let last = now.at(-1); last && !first.includes(last); last = now.at(-1)) {
      if (leavesRoomFor(board, state, department, month, now.length, bound)) break;
      now.pop();
    }
    due.push(...now);
  });
  for (const it of due) if (it.person >= 0) isDue[it.person] = 1;
  return due
    .map((it) => ({ it, scarcity: board.candidatesOf(it.post).length, chance: random() }))
    .sort((a, b) => a.it.deadline - b.it.deadline || a.scarcity - b.scarcity || a.chance - b.chance)
    .map(({ it }) => it);
}

/** Whether a department can take one arrival more than it needs; remembered until its arrivals change. */
export function spareOf(
  board: Board,
  state: State,
  month: number,
  isDue: Uint8Array,
): (department: number) => boolean {
  const { key } = openSeats(board, state, month);
  const known = new Map<number, boolean>();
  return (department) => {
    if (roomOf(board, state, department) < 1) return false;
    const open = (key[department] ?? []).filter((it) => it.person < 0 || state.isNew[it.person] !== 1);
    const waiting = open.filter(
      (it) => it.person >= 0 && isDue[it.person] === 1 && state.place[it.person] === it.post,
    );
    const arrived = state.arrived[department] ?? 0;
    const memo = arrived * 64 + waiting.length;
    const slot = department * 4096 + memo;
    const before = known.get(slot);
    if (before !== undefined) return before;
    const later = open.filter((it) => it.person < 0 || state.place[it.person] === it.post);
    const deadlines = later.map((it) => it.deadline).sort((a, b) => a - b);
    const answer = hasSpare(
      board,
      state,
      department,
      month,
      arrived + waiting.length,
      waiting.length,
      deadlines,
    );
    known.set(slot, answer);
    return answer;
  };
}

/** Changes holders near their deadline where that adds no arrival and the share has room to spare. */
export function changeEarly(scene: Scene, slack: number): void {
  const { board, state, month } = scene;
  for (let person = 0; person < board.people.length; person++) {
    const post = state.place[person] ?? reserve;
    const deadline = state.deadline[person] ?? never;
    if (post < 0 || !board.posts[post]?.isKey || state.isNew[person] === 1) continue;
    if ((state.also[person]?.length ?? 0) > 0 || deadline >= board.months.count || deadline - month > slack)
      continue;
    if ((state.stayFrom[person] ?? 0) > month || state.before[person] !== post) continue;
    if ((state.held[post] ?? 0) > (board.posts[post]?.required ?? 0)) continue;
    if (extraArrivals(board, state, person, month) > 0) continue;
    if (scene.hasSpare(board.departmentOf[post] ?? 0)) fill(scene, post, person, 0);
  }
}

/** Those whom the month sent to reserve take an ordinary post of their level that it emptied, or one with a free place. */
export function settle(scene: Scene): void {
  const { board, state } = scene;
  const emptied = new Set<number>();
  const freed: number[] = [];
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    if (before < 0 || state.place[person] === before) continue;
    if (!board.posts[before]?.isKey) emptied.add(before);
    if (state.place[person] === reserve) freed.push(person);
  }
  if (freed.length === 0) return;
  const spare = board.posts.flatMap((post, q) =>
    !post.isKey && !emptied.has(q) && (state.held[q] ?? 0) < post.headcount ? [q] : [],
  );
  for (const person of freed) {
    const rank = board.rankOfPerson[person] ?? 0;
    const options = [...emptied, ...spare];
    scene.units += options.length;
    const post = options.find(
      (it) =>
        (rank === 0 || board.rankOf[it] === rank) &&
        (state.held[it] ?? 0) < (board.posts[it]?.headcount ?? 0) &&
        board.candidatesOf(it).includes(person) &&
        mayCome(scene, person, it),
    );
    if (post === undefined) continue;
    state.place[person] = post;
    state.held[post] = (state.held[post] ?? 0) + 1;
  }
}
