// Who may hold which place at the close of each planned month, however the plan is made: all that a refutation may use.
import type { Day } from "../../domain/day.ts";
import type { ProblemPost, RotationProblem } from "../plan.ts";
import { type Bar, type Bars, barsOf, limitEnd } from "./bars.ts";
import { never, type PlannedMonths, plannedMonths } from "./months.ts";

/**
 * A place is *taken over* at the close of a month when somebody holds it who need not be followed by then. A valid plan
 * has `needed` of them on every post: a seat that must be over by handBy is followed in time for the overlap, so the
 * follower arrived in its latest month or before, and holds the place at the close.
 */
export interface Reach {
  problem: RotationProblem;
  months: PlannedMonths;
  bars: Bars;
  /** Places of the post that somebody must have taken over by the close of the month. */
  needed(post: number, month: number): number;
  /** Holders of the start (by index) who may still count then. */
  stays(post: number, month: number): readonly number[];
  /** Last month in which the holder of the start may count there; -1: none. */
  staysTo(person: number, post: number): number;
  mayArrive(person: number, post: number, month: number): boolean;
  /** Last month by which somebody who arrived in `month` must be followed; `never`. */
  dueAfter(person: number, post: number, month: number): number;
  /** Last month by which whoever arrived in `month` must be followed by the limit alone. */
  limitAfter(post: number, month: number): number;
  /** Whether somebody whom the plan brings may count at the close of the month. */
  mayCount(person: number, post: number, month: number): boolean;
}

interface SeatReach {
  person: number;
  /** Last month in which the holder may count. */
  last: number;
  endsOn: Day | null;
  handBy: Day | null;
  isExcused: boolean;
}

/** `ignored`: constraints given up, to learn which of them a refutation needs. */
export function reachOf(
  problem: RotationProblem,
  ignored: (post: number) => ReadonlySet<Bar> | undefined = () => undefined,
): Reach {
  const { posts, people } = problem;
  const months = plannedMonths(problem);
  const bars = barsOf(problem);
  const indexOf = new Map(people.map((person, at) => [person.id, at]));
  // Worked out as asked: a refutation looks at few posts of many.
  const seatsOf = perPost(posts, (post) =>
    post.seats.flatMap((seat): SeatReach[] => {
      const person = indexOf.get(seat.personId) ?? -1;
      // Whoever sits on several posts is left out with one place of each: never more is asked than must be.
      if (person < 0 || bars.seatsOf(person).length > 1) return [];
      const leavesOn = people[person]?.leavesOn ?? null;
      const endsOn = [seat.endsOn, leavesOn].flatMap((day) => day ?? []).sort()[0] ?? null;
      const isGone = seat.excused !== null && endsOn !== null;
      const due = Math.max(
        months.latestStart(seat.handBy, isGone ? 0 : post.overlapDays),
        post.earliest ?? never,
      );
      let last = Math.min(due, months.count) - 1;
      while (endsOn !== null && last >= 0 && endsOn <= months.close(last)) last--;
      return [{ person, last, endsOn, handBy: seat.handBy, isExcused: seat.excused !== null }];
    }),
  );
  const limitMonths = perPost(posts, (post) =>
    Array.from({ length: months.count }, (_, month) => {
      const end = limitEnd(post, months.close(month));
      if (end === null || (post.until !== null && post.until <= end)) return never;
      return months.latestStart(end, post.overlapDays);
    }),
  );
  const needs = perPost(posts, (post, q) =>
    Array.from({ length: months.count }, (_, month) => {
      const seats = seatsOf(q) ?? [];
      const close = months.close(month);
      if (post.until !== null && post.until <= close) return 0;
      // Gone, and not to be followed yet (or, under a lock, at all).
      const excused = seats.filter(
        (seat) =>
          seat.endsOn !== null &&
          seat.endsOn <= close &&
          (seat.handBy === null || (seat.isExcused && seat.handBy > close)),
      );
      return Math.max(0, post.required - (post.seats.length - seats.length) - excused.length);
    }),
  );
  const endsWith = people.map((person) => person.qualifications.some((it) => it.until !== null));
  /** Most pairs fail here, at little cost. */
  const everHolds = (p: number, q: number): boolean =>
    ignored(q)?.has("qualification") === true ||
    posts[q]?.qualifications.every((code) => people[p]?.qualifications.some((it) => it.code === code)) ===
      true;
  const mayArrive: Reach["mayArrive"] = (p, q, month) => {
    const first = months.firstDay(month);
    const given = ignored(q);
    if (bars.barOf(p, q, first, given) === null) return true;
    const close = months.close(month);
    return bars
      .turningDays(p, q)
      .some((day) => day > first && day <= close && bars.barOf(p, q, day, given) === null);
  };
  const dueAfter: Reach["dueAfter"] = (p, q, month) => {
    const own = limitMonths(q)?.[month] ?? never;
    const person = people[p];
    const post = posts[q];
    if (!person || !post || (person.leavesOn === null && !endsWith[p])) return own;
    const lapse =
      endsWith[p] && !ignored(q)?.has("qualification") ? bars.lapse(p, q, months.close(month)) : null;
    const ends = [person.leavesOn, lapse].flatMap((day) => day ?? []).sort()[0] ?? null;
    if (ends === null || (post.until !== null && post.until <= ends)) return own;
    return Math.min(own, months.latestStart(ends, post.overlapDays));
  };
  return {
    problem,
    months,
    bars,
    needed: (q, month) => needs(q)?.[month] ?? 0,
    stays: (q, month) => (seatsOf(q) ?? []).flatMap((seat) => (seat.last >= month ? seat.person : [])),
    staysTo: (p, q) => seatsOf(q)?.find((seat) => seat.person === p)?.last ?? -1,
    mayArrive,
    dueAfter,
    limitAfter: (q, month) => limitMonths(q)?.[month] ?? never,
    mayCount: (p, q, month) => {
      if (!everHolds(p, q)) return false;
      for (let came = month; came >= 0; came--) {
        if ((limitMonths(q)?.[came] ?? never) <= month) return false;
        if (mayArrive(p, q, came) && dueAfter(p, q, came) > month) return true;
      }
      return false;
    },
  };
}

/** By index of a post; undefined where there is none. */
function perPost<T>(
  posts: readonly ProblemPost[],
  make: (post: ProblemPost, at: number) => T,
): (at: number) => T | undefined {
  const made: (T | undefined)[] = [];
  return (at) => {
    const post = posts[at];
    if (post && made[at] === undefined) made[at] = make(post, at);
    return made[at];
  };
}
