// A plan replayed: who holds which post on which days. Every constraint is judged on this alone.
import type { Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { ProblemPerson, ProblemPost, ProblemSeat, RotationProblem } from "./plan.ts";

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

export interface Timetable {
  problem: RotationProblem;
  postOf: ReadonlyMap<string, ProblemPost>;
  personOf: ReadonlyMap<string, ProblemPerson>;
  /** By person, from, post. */
  stints: Stint[];
  byPost: ReadonlyMap<string, Stint[]>;
  byPerson: ReadonlyMap<string, Stint[]>;
  /** Moves that cannot be carried out: unknown people or posts, or from a post not held that day. */
  impossibleMoves: Move[];
}

export const earlier = (...days: (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

export function replay(problem: RotationProblem, moves: readonly Move[]): Timetable {
  const postOf = new Map(problem.posts.map((post) => [post.id, post]));
  const personOf = new Map(problem.people.map((person) => [person.id, person]));
  const byPerson = new Map<string, Stint[]>();
  const open = (personId: string, post: ProblemPost, from: Day, seat: ProblemSeat | null): void => {
    const leavesOn = personOf.get(personId)?.leavesOn ?? null;
    const until = earlier(problem.until, post.until, leavesOn, seat?.endsOn ?? null) ?? problem.until;
    const stint = { personId, postId: post.id, from, until, seat, isLeftByMove: false };
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), stint]);
  };
  for (const post of problem.posts)
    for (const seat of post.seats) open(seat.personId, post, seat.startedOn, seat);

  const impossibleMoves: Move[] = [];
  for (const move of [...moves].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const to = move.toPostId === null ? null : postOf.get(move.toPostId);
    const held = (byPerson.get(move.personId) ?? []).find(
      (it) => it.postId === move.fromPostId && it.from <= move.day && move.day < it.until,
    );
    if (!personOf.has(move.personId) || to === undefined || (move.fromPostId !== null && !held)) {
      impossibleMoves.push(move);
      continue;
    }
    if (held) {
      held.until = move.day;
      held.isLeftByMove = true;
    }
    if (to) open(move.personId, to, move.day, null);
  }
  const stints = [...byPerson.keys()].sort().flatMap((id) => byPerson.get(id) ?? []);
  const byPost = new Map<string, Stint[]>();
  for (const stint of stints) {
    const own = byPost.get(stint.postId);
    if (own) own.push(stint);
    else byPost.set(stint.postId, [stint]);
  }
  return { problem, postOf, personOf, stints, byPost, byPerson, impossibleMoves };
}

/** The first day on which the plan may change holders of the post; null: never within the horizon. */
export const opensOn = (problem: RotationProblem, post: ProblemPost): Day | null =>
  post.earliest === null ? null : (problem.changeDays[post.earliest] ?? null);
