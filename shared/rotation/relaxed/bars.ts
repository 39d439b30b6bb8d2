// Why a person cannot arrive at a post on a day, whatever the plan does with everybody else.
import { addDays, addMonths, type Day } from "../../domain/day.ts";
import type { ConstraintName, ProblemPerson, ProblemPost, ProblemSeat, RotationProblem } from "../plan.ts";
import { isSeparated } from "../separation.ts";

/** The constraints of docs/rotation.md that bind one arrival by itself; `notice`: the post is not open yet, or locked. */
export type Bar = Extract<
  ConstraintName,
  | "presence"
  | "qualification"
  | "min-stay"
  | "cooling-off"
  | "separation"
  | "own-work"
  | "relations"
  | "wishes"
  | "change-day"
>;

/** Asks about people and posts by their index in the problem. */
export interface Bars {
  /** The first constraint that bars an arrival on the day, those in `ignored` left out; null: none. */
  barOf(person: number, post: number, day: Day, ignored?: ReadonlySet<Bar>): Bar | null;
  /** Days on which a bar of the pair may fall away. */
  turningDays(person: number, post: number): Day[];
  /** First day after the arrival on which a required qualification is no longer held; null: never. */
  lapse(person: number, post: number, day: Day): Day | null;
  /** Indices of the posts on which the person is counted at the start. */
  seatsOf(person: number): readonly number[];
}

export function barsOf(problem: RotationProblem): Bars {
  const { posts, people } = problem;
  const indexOf = new Map(people.map((person, at) => [person.id, at]));
  const postIndex = new Map(posts.map((post, at) => [post.id, at]));
  const seats: { post: number; seat: ProblemSeat; leaves: Day | null }[][] = people.map(() => []);
  posts.forEach((post, q) => {
    for (const seat of post.seats) {
      const person = indexOf.get(seat.personId) ?? -1;
      const known = people[person];
      if (known) seats[person]?.push({ post: q, seat, leaves: releaseOf(problem, known, post, seat) });
    }
  });
  const seatPosts = seats.map((own) => own.map((it) => it.post));
  const blocks = new Map(problem.blocks.map((it) => [`${it.personId} ${it.postId}`, it.until]));
  const forbidden = new Map<number, RotationProblem["wishes"]["forbidden"]>();
  for (const it of problem.wishes.forbidden) {
    const person = indexOf.get(it.personId) ?? -1;
    forbidden.set(person, [...(forbidden.get(person) ?? []), it]);
  }
  const kept = people.map((person) => person.keptIds.flatMap((id) => posts[postIndex.get(id) ?? -1] ?? []));
  const relatives = people.map((person) => person.relativeIds.flatMap((id) => indexOf.get(id) ?? []));
  const separated = new Map<number, boolean>();
  const isApart = (p: number, q: number): boolean => {
    if (problem.separations.length === 0) return true;
    const key = p * posts.length + q;
    const person = people[p];
    const post = posts[q];
    const known =
      separated.get(key) ??
      (person !== undefined && post !== undefined && isSeparated(problem, person, post));
    separated.set(key, known);
    return known;
  };
  /** From when the family of the post is open to the person again; null: not within the plan. */
  const returnsFrom = (p: number, post: ProblemPost): Day | null => {
    let from: Day = "";
    if (!post.isKey || post.family === null) return from;
    const span = post.coolingOffMonths;
    const ends: (Day | null)[] = [
      ...(people[p]?.served ?? []).filter((it) => it.family === post.family).map((it) => it.until),
      ...(seats[p] ?? []).filter((it) => posts[it.post]?.family === post.family).map((it) => it.leaves),
    ];
    for (const end of ends) {
      if (end === null) return null;
      const free = addMonths(end, span);
      if (free > from) from = free;
    }
    return from;
  };
  /** From when the person may have left every place of the start that does not stay with them. */
  const freeFrom = (p: number): Day | null => {
    let from: Day = "";
    for (const it of seats[p] ?? []) {
      if (people[p]?.keptIds.includes(posts[it.post]?.id ?? "")) continue;
      if (it.leaves === null) return null;
      if (it.leaves > from) from = it.leaves;
    }
    return from;
  };
  const free = people.map((_, p) => freeFrom(p));
  const lapse: Bars["lapse"] = (p, q, day) => {
    const held = people[p]?.qualifications ?? [];
    let first: Day | null = null;
    for (const code of posts[q]?.qualifications ?? []) {
      let end: Day | null = day;
      for (;;) {
        const at: Day = end;
        const covering = held.find(
          (it) => it.code === code && it.from <= at && (it.until === null || at < it.until),
        );
        if (!covering) break;
        end = covering.until;
        if (end === null) break;
      }
      if (end !== null && (first === null || end < first)) first = end;
    }
    return first;
  };
  const barOf: Bars["barOf"] = (p, q, day, ignored) => {
    const person = people[p];
    const post = posts[q];
    if (!person || !post) return "presence";
    const binds = (bar: Bar): boolean => ignored === undefined || !ignored.has(bar);
    if (binds("qualification")) {
      for (const code of post.qualifications) {
        const has = person.qualifications.some(
          (it) => it.code === code && it.from <= day && (it.until === null || day < it.until),
        );
        if (!has) return "qualification";
      }
    }
    if (post.until !== null && post.until <= day) return "change-day";
    const opens = post.earliest === null ? null : (problem.changeDays[post.earliest] ?? null);
    if (person.isLocked || opens === null || day < opens) {
      if (binds("change-day")) return "change-day";
    }
    if (
      (person.joinedOn !== null && day < person.joinedOn) ||
      (person.leavesOn !== null && person.leavesOn <= day) ||
      person.absences.some((it) => it.from <= day && (it.until === null || day < it.until))
    ) {
      if (binds("presence")) return "presence";
    }
    const released = free[p] ?? null;
    if ((released === null || day < released) && binds("min-stay")) return "min-stay";
    if (
      person.leavesOn !== null &&
      person.leavesOn < addMonths(day, post.minStayMonths) &&
      binds("min-stay")
    ) {
      return "min-stay";
    }
    if (binds("cooling-off") && post.isKey) {
      const back = returnsFrom(p, post);
      if (back === null || day < back) return "cooling-off";
    }
    const blockedUntil = blocks.get(`${person.id} ${post.id}`);
    if (blockedUntil !== undefined && day < blockedUntil && binds("own-work")) return "own-work";
    if (!isApart(p, q) && binds("separation")) return "separation";
    if (binds("relations") && relatives[p]?.length) {
      // What a relative keeps in the department stays whatever the plan does.
      const meets = relatives[p]?.some((other) =>
        kept[other]?.some((it) => it.departmentId === post.departmentId && (it.isKey || post.isKey)),
      );
      if (meets) return "relations";
    }
    const isForbidden = forbidden
      .get(p)
      ?.some(
        (it) =>
          (it.postId === null || it.postId === post.id) &&
          (it.from === null || it.from <= day) &&
          (it.until === null || day < it.until),
      );
    if (isForbidden && binds("wishes")) return "wishes";
    return null;
  };
  const turningDays: Bars["turningDays"] = (p, q) => {
    const person = people[p];
    const post = posts[q];
    if (!person || !post) return [];
    return [
      person.joinedOn,
      ...person.absences.map((it) => it.until),
      ...person.qualifications.map((it) => it.from),
      free[p] ?? null,
      returnsFrom(p, post),
      blocks.get(`${person.id} ${post.id}`) ?? null,
      ...(forbidden.get(p) ?? []).map((it) => it.until),
    ].flatMap((day) => (day === null || day <= problem.today ? [] : day));
  };
  return { barOf, turningDays, lapse, seatsOf: (person) => seatPosts[person] ?? [] };
}

/** The first day on which the holder may leave the seat, by move or by record; null: not within the plan. Never too late. */
function releaseOf(
  problem: RotationProblem,
  person: ProblemPerson,
  post: ProblemPost,
  seat: ProblemSeat,
): Day | null {
  const record = [seat.endsOn, person.leavesOn, post.until].flatMap((day) => day ?? []).sort()[0] ?? null;
  const opens = post.earliest === null ? null : (problem.changeDays[post.earliest] ?? null);
  if (opens === null || person.isLocked) return record;
  const lapses = person.qualifications
    .filter((it) => post.qualifications.includes(it.code))
    .flatMap((it) => it.until ?? []);
  const forced = [record, seat.overdueFrom, ...lapses].flatMap((day) => day ?? []).sort()[0] ?? null;
  const stay = post.isKey ? addMonths(seat.startedOn, post.minStayMonths) : opens;
  let from = opens;
  // Whoever is forced to go before the minimum stay may go at any time.
  if ((forced === null || forced >= stay) && stay > from) from = stay;
  // With an end on record the exemption may have to give way.
  if (record === null && seat.staysUntil !== null && seat.staysUntil > from) from = seat.staysUntil;
  return record !== null && record < from ? record : from;
}

/** The day after the due day of somebody who arrived on the last day of a month: nobody of that month may stay longer. */
export const limitEnd = (post: ProblemPost, close: Day): Day | null =>
  post.limitMonths === null ? null : addDays(addMonths(close, post.limitMonths), 1);
