// Whether a department's share of arrivals, and nothing else, kept a post from changing: then its wait could not be avoided.
import { addDays, addMonths, type Day } from "../../domain/day.ts";
import type { ProblemPost } from "../plan.ts";
import { earlier, opensOn, type Stint, type Timetable } from "../timetable.ts";

interface Arrival {
  day: Day;
  /** Null: before today. */
  postId: string | null;
  /** Last change day by which the place had to change hands; null: it did not have to. */
  neededBy: Day | null;
}

/** Arrivals at the department's key posts, those before today included. */
export function arrivalsAt(timetable: Timetable, departmentId: string): Arrival[] {
  const { problem, byPost } = timetable;
  const past = problem.departments.find((it) => it.id === departmentId)?.pastArrivals ?? [];
  const planned = problem.posts
    .filter((post) => post.isKey && post.departmentId === departmentId)
    .flatMap((post) => {
      const stints = (byPost.get(post.id) ?? []).filter((it) => it.from < it.until);
      const before: Stint[] = stints.filter((it) => it.seat !== null);
      const followed = new Set<Stint>();
      return stints
        .filter((it) => it.seat === null)
        .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
        .map((it) => {
          // Whoever comes beside holders enough is needed by nobody, and one holder is followed once.
          const held = before.filter((other) => it.from < other.until).length;
          const previous = held < post.required ? lastEnded(before, it.from, followed) : undefined;
          before.push(it);
          if (previous) followed.add(previous);
          const neededBy = previous ? neededAfter(timetable, post, previous) : null;
          const isNeeded = neededBy !== null && neededBy < problem.until;
          return {
            day: it.from,
            postId: post.id,
            neededBy: isNeeded ? changeDayFor(timetable, post, neededBy) : null,
          };
        });
    });
  return [...past.map((day) => ({ day, postId: null, neededBy: "" })), ...planned];
}

/** Of the stints ended by a day, the one that ended last; those in `except` left out. */
function lastEnded(stints: readonly Stint[], day: Day, except: ReadonlySet<Stint>): Stint | undefined {
  return stints
    .filter((it) => it.until <= day && !except.has(it))
    .reduce<Stint | undefined>((last, it) => (last && last.until >= it.until ? last : it), undefined);
}

/** The day on which a holder had to go, by limit or by leaving; null: never. */
function neededAfter(timetable: Timetable, post: ProblemPost, stint: Stint): Day | null {
  const leavesOn = timetable.personOf.get(stint.personId)?.leavesOn ?? null;
  const ends = stint.isLeftByMove ? (stint.seat?.endsOn ?? null) : stint.until;
  return earlier(overdueFrom(post, stint), ends, leavesOn);
}

/**
 * Since when a place that is empty on a day has needed somebody: since its last holder had to go. Null: nobody had to go,
 * the plan itself has emptied it.
 */
export function emptySince(timetable: Timetable, post: ProblemPost, day: Day): Day | null {
  const stints = (timetable.byPost.get(post.id) ?? []).filter((it) => it.from < it.until);
  const last = lastEnded(stints, day, new Set());
  const needed = last ? neededAfter(timetable, post, last) : null;
  return last && needed !== null && needed <= last.until ? needed : null;
}

/** The last change day on or before a day, but not before the post's first possible one. */
function changeDayFor(timetable: Timetable, post: ProblemPost, day: Day): Day {
  const last = timetable.problem.changeDays.findLast((it) => it <= day) ?? "";
  const opens = opensOn(timetable.problem, post) ?? "";
  return last > opens ? last : opens;
}

/** First day on which the holder is over the limit; null: no limit. */
export function overdueFrom(post: ProblemPost, stint: Stint): Day | null {
  if (stint.seat) return stint.seat.overdueFrom;
  if (post.limitMonths === null) return null;
  return addDays(addMonths(stint.from, post.limitMonths), 1);
}

/**
 * True when on every change day from the first possible one until `until`, one arrival more at the post's department
 * would have broken its share, taken up by places that had to change by the same change day or an earlier one.
 */
export function isShareTaken(
  timetable: Timetable,
  post: ProblemPost,
  stint: Stint | null,
  neededBy: Day,
  until: Day,
): boolean {
  const { problem } = timetable;
  const department = problem.departments.find((it) => it.id === post.departmentId);
  const opens = opensOn(problem, post);
  if (!department || opens === null) return false;
  const stayed = stint ? addMonths(stint.from, post.minStayMonths) : opens;
  const first = stint?.seat?.staysUntil && stint.seat.staysUntil > stayed ? stint.seat.staysUntil : stayed;
  const from = first > opens ? first : opens;
  const inTime = changeDayFor(timetable, post, neededBy);
  const arrivals = arrivalsAt(timetable, post.departmentId).filter(
    // The place's own next arrival is what would have come earlier: it takes nothing from itself.
    (it) => it.neededBy !== null && it.neededBy <= inTime && !(it.postId === post.id && it.day === until),
  );
  const days = problem.changeDays.filter((day) => day >= from && day < until);
  return (
    days.length > 0 &&
    days.every((day) =>
      // The fullest window that holds the day starts at an arrival, or at the day itself.
      [day, ...arrivals.map((it) => it.day)].some((start) => {
        const end = addMonths(start, problem.windowMonths);
        return (
          start <= day &&
          day < end &&
          arrivals.filter((it) => it.day >= start && it.day < end).length >= department.cap
        );
      }),
    )
  );
}
