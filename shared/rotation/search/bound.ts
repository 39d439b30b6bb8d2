// The fewest arrivals that any valid plan needs: what the limits demand, less what waits by the share could save.
import { addMonths } from "../../domain/day.ts";
import { earlier } from "../timetable.ts";
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import { type Holder, type Places, shortestChainsOf, type WaitsBy } from "./shortest-chains.ts";
import { startOf } from "./state.ts";

interface Department {
  cap: number;
  /** Arrivals before today that still count, by month. */
  past: number[];
  posts: Post[];
}
interface Post {
  required: number;
  /** Null: the post ends, so that no successor is surely needed. */
  places: Places | null;
  /** Month by which each holder of the start had to be followed, as far as they had to within the horizon. */
  needs: number[];
  /** By month: fewest full change days that excuse a wait of somebody needed by it. */
  leastWait: number[];
  /** Months by which somebody whom the plan puts there may have to be followed again. */
  needsAgain: ReadonlySet<number>;
  /** A holder may be due again within the window of their own arrival. */
  isQuick: boolean;
}

/** No plan without a breach has fewer arrivals at key posts; decision 053 says why. */
export function lowerBoundOf(board: Board): number {
  const chains = shortestChainsOf(board);
  const longest = Array.from(
    { length: board.months.count },
    (_, month) =>
      Math.min(board.months.count, board.months.firstFromPlus(month, 2 * board.problem.windowMonths)) - month,
  ).reduce((most, it) => Math.max(most, it), 0);
  return departmentsOf(board).reduce((sum, department) => {
    const fewest = (waitsBy: WaitsBy): number[] =>
      department.posts.map((it) => (it.places ? chains(it.places, waitsBy) : 0));
    return sum + departmentBound(board, longest, department, fewest);
  }, 0);
}

/**
 * The first month by which a place had to change that the share may have kept waiting; `never` if there is none. Until
 * somebody has waited, whoever arrives comes by the month in which they are needed: those who fill a window that holds the
 * month are needed within a window before it.
 */
function firstWait(board: Board, { cap, past, posts }: Department, waitsBy: WaitsBy): number {
  for (let month = 0; month < board.months.count; month++) {
    if (!posts.some((it) => (it.leastWait[month] ?? never) <= (waitsBy[month] ?? 0))) continue;
    let first = month;
    while (first > 0 && (board.windowEnd[first - 1] ?? never) > month) first--;
    const within = (need: number): boolean => first <= need && need <= month;
    let most = past[month] ?? 0;
    let isShort = false;
    for (const post of posts) {
      const isAgain = [...post.needsAgain].some(within);
      const known = post.needs.filter(within).length;
      const own = isAgain ? (post.required > 1 ? post.required + known : 1) : known;
      most += own;
      // A stay shorter than the window would let one place change twice in it.
      if (isAgain && post.isQuick) return month;
      if (own > 0 && post.required > 1) isShort = true;
    }
    // The place that waits is itself one of those needed, and takes nothing from itself.
    if (most >= cap + (isShort ? 0 : 1)) return month;
  }
  return never;
}

/** The least number of arrivals that can fill windows enough to excuse the waits with which it suffices. */
function departmentBound(
  board: Board,
  longestPair: number,
  department: Department,
  fewest: (waitsBy: WaitsBy) => number[],
): number {
  const months = board.months.count;
  const { cap, past, posts } = department;
  const sumOf = (list: readonly number[]): number => list.reduce((sum, it) => sum + it, 0);
  let most = sumOf(fewest(Array.from({ length: months }, () => 0)));
  /** Change days that windows can fill, by need, from how many planned arrivals may count there. */
  const daysFor = (counted: (month: number) => number): WaitsBy =>
    Array.from({ length: months }, (_, month) => {
      if (cap < 1) return months;
      // Of the windows that cover the full days, every second is disjoint from the others: it has arrivals of its own.
      const planned = Math.max(0, counted(month));
      const pairs = Math.floor(planned / cap);
      const isHelped = planned + (past[0] ?? 0) >= cap * (pairs + 1);
      const helped = isHelped ? past.filter((it) => it > 0).length : 0;
      return Math.min(months, pairs * longestPair + helped);
    });
  const neededBy = (post: Post, month: number): number => post.needs.filter((it) => it <= month).length;
  const isAgainBy = (post: Post, month: number): boolean => [...post.needsAgain].some((it) => it <= month);
  /** Arrivals that follow somebody due by the month, where nobody whom the plan brought may be due again by then. */
  const needed = Array.from({ length: months }, (_, month) =>
    posts.some((it) => isAgainBy(it, month)) ? never : sumOf(posts.map((it) => neededBy(it, month))),
  );
  const first = firstWait(
    board,
    department,
    daysFor((month) => Math.min(most, needed[month] ?? never)),
  );
  if (first >= months) return most;
  const waitsFor = (counted: (month: number) => number): WaitsBy =>
    daysFor(counted).map((days, month) => (month < first ? 0 : days));
  const suffices = (arrivals: number): boolean => {
    const loose = fewest(waitsFor((month) => Math.min(arrivals, needed[month] ?? never)));
    // What the posts need beyond their holders due by the month takes from the arrivals, and counts for no wait.
    const elsewhere = (month: number): number =>
      sumOf(
        posts.map((it, at) =>
          isAgainBy(it, month) ? 0 : Math.max(0, (loose[at] ?? 0) - neededBy(it, month)),
        ),
      );
    return (
      sumOf(fewest(waitsFor((month) => Math.min(arrivals - elsewhere(month), needed[month] ?? never)))) <=
      arrivals
    );
  };
  let least = 0;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (suffices(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

function departmentsOf(board: Board): Department[] {
  const { months, posts, people } = board;
  const holders = holdersOf(board);
  const leavesOn = people.map((it) => it.leavesOn);
  const leavesOf = new Map(people.map((it) => [it.id, it.leavesOn]));
  const all = Array.from({ length: months.count }, (_, month) => month);
  const departments = Array.from(
    board.capOf,
    (cap, at): Department => ({ cap, past: all.map((month) => board.pastCount(at, month)), posts: [] }),
  );
  posts.forEach((post, q) => {
    const opens = post.earliest;
    if (!post.isKey || opens === null) return;
    const needIn = (day: string | null): number[] =>
      day === null || day >= board.problem.until ? [] : [Math.max(opens, months.lastUntil(day))];
    const leastWait = all.map(() => never);
    const note = (need: number, from: number): void => {
      const days = Math.max(1, need + 1 - Math.max(from, opens));
      leastWait[need] = Math.min(leastWait[need] ?? never, days);
    };
    const needs = post.seats.flatMap((seat) => {
      const own = needIn(
        earlier(seat.overdueFrom, seat.endsOn, leavesOf.get(seat.personId) ?? null, post.until),
      );
      const stayed = months.firstFrom(addMonths(seat.startedOn, post.minStayMonths));
      const exempt = seat.staysUntil === null ? 0 : months.firstFrom(seat.staysUntil);
      for (const need of own) note(need, Math.max(stayed, exempt));
      return own;
    });
    const stay = months.plus(opens, post.minStayMonths);
    const leavers = leavesOn.some((day) => day !== null)
      ? board
          .candidatesOf(q)
          .flatMap((p) => leavesOn[p] ?? [])
          .filter((day) => day >= stay)
      : [];
    for (const month of all) {
      const need = board.limitDeadline(q, month);
      if (need < months.count) note(need, board.stayEnd(q, month));
    }
    for (const need of leavers.flatMap(needIn)) note(need, need);
    const again = all.filter((month) => month >= opens).map((month) => board.limitDeadline(q, month));
    departments[board.departmentOf[q] ?? 0]?.posts.push({
      required: post.required,
      places: post.until === null ? { post: q, required: post.required, holders: holders[q] ?? [] } : null,
      needs,
      leastWait,
      needsAgain: new Set([...again, ...leavers.flatMap(needIn)].filter((month) => month < months.count)),
      isQuick:
        (leavers.length > 0 && post.minStayMonths < board.problem.windowMonths) ||
        all.some((month) => board.limitDeadline(q, month) < (board.windowEnd[month] ?? never)),
    });
  });
  return departments;
}

/** The holders of the start, by post. */
function holdersOf(board: Board): Holder[][] {
  const state = startOf(board);
  const holders: Holder[][] = board.posts.map(() => []);
  // Where the shortest stay is cut off by the deadline it may in truth run past it: the next month is then the first.
  const add = (post: number, from: number, deadline: number): void =>
    void holders[post]?.push({ from: from < deadline ? from : deadline + 1, deadline });
  for (let person = 0; person < board.people.length; person++) {
    add(state.place[person] ?? -1, state.stayFrom[person] ?? 0, state.deadline[person] ?? never);
    for (const it of state.also[person] ?? []) add(it.post, it.stayFrom, it.deadline);
  }
  return holders;
}
