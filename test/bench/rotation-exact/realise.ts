// Carries out a solution of the relaxation, month by month: chains staggered by the overlap, cycles on one day. Judged by the validator alone.
import type { Day } from "../../../shared/domain/day.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { reachOf } from "../../../shared/rotation/relaxed/reach.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { workdayLineOf } from "../../../shared/rotation/workday-line.ts";
import type { LinearModel } from "./model.ts";

/** Index of the reserve among places. */
const reserve = -1;

/** The moves of a solution; whether they are a valid plan is for the validator to say (the relaxation leaves much out). */
export function movesOf(problem: RotationProblem, model: LinearModel, values: readonly number[]): BareMove[] {
  const { posts, people, changeDays } = problem;
  const reach = reachOf(problem);
  const line = workdayLineOf(problem);
  const postIndex = new Map(posts.map((post, at) => [post.id, at]));
  const place = people.map((person) => postIndex.get(person.placeId ?? "") ?? reserve);
  const moves: BareMove[] = [];
  changeDays.forEach((day, month) => {
    const wanted = new Map<number, number>();
    model.columns.forEach((column, at) => {
      if (column.type === "holds" && column.month === month && (values[at] ?? 0) > 0.5)
        wanted.set(column.person, column.post);
    });
    const next = nextPlaces(problem, reach, month, place, wanted);
    const movers = people.flatMap((_, p) => (next[p] !== place[p] ? [p] : []));
    for (const { person, on } of staggered(problem, line, day, movers, place, next)) {
      const from = place[person] ?? reserve;
      const to = next[person] ?? reserve;
      moves.push({
        day: on,
        personId: people[person]?.id ?? "",
        fromPostId: posts[from]?.id ?? null,
        toPostId: posts[to]?.id ?? null,
      });
    }
    for (const p of movers) place[p] = next[p] ?? reserve;
  });
  return moves;
}

/** Where everybody is at the close of the month: key posts as the solution says, ordinary places as near to today's as can be. */
function nextPlaces(
  problem: RotationProblem,
  reach: ReturnType<typeof reachOf>,
  month: number,
  place: readonly number[],
  wanted: ReadonlyMap<number, number>,
): number[] {
  const { posts, people } = problem;
  const next = [...place];
  const groupOf = (q: number): string =>
    posts[q]?.isKey ? `key ${q}` : JSON.stringify([posts[q]?.departmentId, posts[q]?.qualifications]);
  const holders = posts.map(() => 0);
  const isGone = (p: number): boolean => {
    const ends = people[p]?.leavesOn ?? null;
    return ends !== null && ends <= reach.months.close(month);
  };
  // Key posts first: whoever the solution names comes or stays.
  for (const [p, q] of wanted) {
    if (!posts[q]?.isKey) continue;
    next[p] = q;
    holders[q] = (holders[q] ?? 0) + 1;
  }
  const open: number[] = [];
  people.forEach((_, p) => {
    const here = place[p] ?? reserve;
    const goal = wanted.get(p);
    if (goal !== undefined && posts[goal]?.isKey) return;
    if (here === reserve || isGone(p)) {
      if (isGone(p)) next[p] = here;
      else open.push(p);
      return;
    }
    if (posts[here]?.isKey) {
      // A seat that nobody has taken over yet is kept.
      if ((holders[here] ?? 0) < reach.needed(here, month) && goal === undefined) {
        holders[here] = (holders[here] ?? 0) + 1;
        return;
      }
      next[p] = reserve;
      open.push(p);
      return;
    }
    if (goal !== undefined && groupOf(goal) !== groupOf(here)) {
      next[p] = reserve;
      open.push(p);
      return;
    }
    holders[here] = (holders[here] ?? 0) + 1;
  });
  // Ordinary places left short are filled by those whom the solution counts there, then by whoever is free.
  posts.forEach((post, q) => {
    if (post.isKey) return;
    while ((holders[q] ?? 0) < reach.needed(q, month)) {
      const named = open.find((p) => {
        const goal = wanted.get(p);
        return goal !== undefined && groupOf(goal) === groupOf(q) && reach.mayArrive(p, q, month);
      });
      const person = named ?? open.find((p) => !wanted.has(p) && reach.mayArrive(p, q, month));
      if (person === undefined) break;
      open.splice(open.indexOf(person), 1);
      next[person] = q;
      holders[q] = (holders[q] ?? 0) + 1;
    }
  });
  return next;
}

/** The day of each move: the change day, then the overlap after whoever follows; a closed cycle all at once. */
function staggered(
  problem: RotationProblem,
  line: { plus(day: Day, count: number): Day },
  day: Day,
  movers: readonly number[],
  place: readonly number[],
  next: readonly number[],
): { person: number; on: Day }[] {
  const follower = new Map<number, number>();
  for (const p of movers) {
    const to = next[p] ?? reserve;
    if (to !== reserve) follower.set(to, p);
  }
  const days = new Map<number, Day>();
  const dayOf = (person: number, seen: ReadonlySet<number>): Day => {
    const known = days.get(person);
    if (known !== undefined) return known;
    const from = place[person] ?? reserve;
    const behind = from === reserve ? undefined : follower.get(from);
    let on = day;
    // Nobody follows, or the chain closes: everybody of a cycle moves on the change day.
    if (behind !== undefined && !seen.has(behind))
      on = line.plus(dayOf(behind, new Set([...seen, person])), problem.posts[from]?.overlapDays ?? 0);
    if (isInCycle(person, place, follower)) on = day;
    days.set(person, on);
    return on;
  };
  return movers.map((person) => ({ person, on: dayOf(person, new Set([person])) }));
}

function isInCycle(start: number, place: readonly number[], follower: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  let at: number | undefined = start;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const from: number = place[at] ?? reserve;
    at = from === reserve ? undefined : follower.get(from);
  }
  return at === start;
}
