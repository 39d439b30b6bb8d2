// A plan replayed: who holds which post on which days. Every constraint is judged on this alone.
import { addDays, addMonths, type Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { ProblemPerson, ProblemPost, ProblemSeat, RotationProblem } from "./plan.ts";
import { indexProblem, type ProblemIndex, push } from "./problem-index.ts";

export type BareMove = Omit<Move, "chain">;

/** One stretch of counted service, `[from, until)`, cut at the end of the horizon. */
export interface Stint {
  personId: string;
  postId: string;
  /** Start of the term for a holder of the start, else the day of arrival. */
  from: Day;
  until: Day;
  /** The holder of the start; null: the plan put the person there. */
  seat: ProblemSeat | null;
  /** Ended by a move of the plan, not by leaving, by record or by the horizon. */
  isLeftByMove: boolean;
}

/** A move that can be carried out, with the service that it ends and begins. */
export interface CarriedMove {
  move: BareMove;
  left: Stint | null;
  arrived: Stint | null;
}

export interface Timetable {
  problem: RotationProblem;
  index: ProblemIndex;
  postOf: ReadonlyMap<string, ProblemPost>;
  personOf: ReadonlyMap<string, ProblemPerson>;
  /** By person; of one person first the seats, then the arrivals in order. */
  stints: Stint[];
  byPost: ReadonlyMap<string, Stint[]>;
  byPerson: ReadonlyMap<string, Stint[]>;
  /** By person and day. */
  carried: CarriedMove[];
  /** Moves that cannot be carried out: see posts-held in docs/rotation.md. */
  impossibleMoves: BareMove[];
}

export const earlier = (...days: (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

export function replay(
  problem: RotationProblem,
  moves: readonly BareMove[],
  index: ProblemIndex = indexProblem(problem),
): Timetable {
  const { postOf, personOf } = index;
  const byPerson = new Map<string, Stint[]>();
  const open = (personId: string, post: ProblemPost, from: Day, seat: ProblemSeat | null): Stint => {
    const leavesOn = personOf.get(personId)?.leavesOn ?? null;
    const until = earlier(problem.until, post.until, leavesOn, seat?.endsOn ?? null) ?? problem.until;
    const stint: Stint = { personId, postId: post.id, from, until, seat, isLeftByMove: false };
    push(byPerson, personId, stint);
    return stint;
  };
  for (const post of problem.posts)
    for (const seat of post.seats) open(seat.personId, post, seat.startedOn, seat);

  const carried: CarriedMove[] = [];
  const impossibleMoves: BareMove[] = [];
  const movesOf = new Map<string, BareMove[]>();
  for (const move of moves) push(movesOf, move.personId, move);
  // Nobody moves twice a day, so what others do that day changes nothing about whether a move can be carried out.
  for (const personId of [...movesOf.keys()].sort()) {
    let lastDay: Day | null = null;
    for (const move of (movesOf.get(personId) ?? []).sort((a, b) => compare(a.day, b.day))) {
      const to = move.toPostId === null ? null : postOf.get(move.toPostId);
      const left = stintLeft(index, byPerson.get(personId) ?? [], move);
      const isOnce = move.day !== lastDay;
      lastDay = move.day;
      if (!isOnce || left === undefined || to === undefined || !canTake(byPerson, move, to)) {
        impossibleMoves.push(move);
        continue;
      }
      if (left) {
        left.until = move.day;
        left.isLeftByMove = true;
      }
      carried.push({ move, left, arrived: to && open(personId, to, move.day, null) });
    }
  }
  const stints = [...byPerson.keys()].sort().flatMap((id) => byPerson.get(id) ?? []);
  const byPost = new Map<string, Stint[]>();
  for (const stint of stints) push(byPost, stint.postId, stint);
  return { problem, index, postOf, personOf, stints, byPost, byPerson, carried, impossibleMoves };
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The service that a move ends; null: it comes from reserve; undefined: the person is not there. */
function stintLeft(index: ProblemIndex, own: readonly Stint[], move: BareMove): Stint | null | undefined {
  const person = index.personOf.get(move.personId);
  if (!person) return undefined;
  const held = own.filter((it) => holdsOn(it, move.day));
  if (move.fromPostId !== null) return held.find((it) => it.postId === move.fromPostId);
  // Reserve: nothing but what stays with the person whatever the plan does.
  return held.every((it) => person.keptIds.includes(it.postId)) ? null : undefined;
}

function canTake(
  byPerson: ReadonlyMap<string, readonly Stint[]>,
  move: BareMove,
  to: ProblemPost | null,
): boolean {
  if (to === null) return move.fromPostId !== null;
  if (to.until !== null && to.until <= move.day) return false;
  return !(byPerson.get(move.personId) ?? []).some((it) => it.postId === to.id && holdsOn(it, move.day));
}

export const holdsOn = (stint: Stint, day: Day): boolean => stint.from <= day && day < stint.until;

/** The first day on which the plan may change holders of the post; null: never within the horizon. */
export const opensOn = (problem: RotationProblem, post: ProblemPost): Day | null =>
  post.earliest === null ? null : (problem.changeDays[post.earliest] ?? null);

/** First day on which the holder is over the limit, whatever notice and share say; null: no limit. */
export function overdueFrom(post: ProblemPost, stint: Stint): Day | null {
  if (stint.seat) return stint.seat.overdueFrom;
  return post.limitMonths === null ? null : addDays(addMonths(stint.from, post.limitMonths), 1);
}

/** First day on which the service must be over (docs/rotation.md, handBy and limit); null: not judged. */
export const mustEndBy = (post: ProblemPost, stint: Stint): Day | null =>
  stint.seat ? stint.seat.handBy : overdueFrom(post, stint);
