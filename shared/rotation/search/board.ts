// The problem as the search sees it: people and posts are indices, months are indices into the change days.
import { addMonths, type Day } from "../../domain/day.ts";
import { levelRank } from "../../domain/organisation.ts";
import { defaultGapMonths } from "../../domain/tenure-term.ts";
import type { ProblemPerson, ProblemPost, RotationProblem } from "../plan.ts";
import { isSeparated } from "../separation.ts";
import { earlier } from "../timetable.ts";
import { type Months, monthsOf, never } from "./months.ts";
import { skillsOf } from "./skills.ts";

export interface Board {
  problem: RotationProblem;
  months: Months;
  posts: readonly ProblemPost[];
  people: readonly ProblemPerson[];
  /** Index of each person's place at the start; -1: reserve. */
  placeOf: Int32Array;
  departmentOf: Int32Array;
  /** Arrivals allowed per window, by department. */
  capOf: Int32Array;
  /** Arrivals before today that still count in a month, by department and month. */
  pastCount(department: number, month: number): number;
  /** First month in which an arrival of that month no longer counts. */
  windowEnd: Int32Array;
  earliest: Int32Array;
  familyOf: Int32Array;
  rankOf: Int32Array;
  /** Level of the post held at the start; 0: none. */
  rankOfPerson: Int32Array;
  relatives: readonly (readonly number[])[];
  keptPosts: readonly (readonly number[])[];
  /** Last month by which a person who arrived in `month` must leave again: limit, leaving, lapsed qualification. */
  deadline(person: number, post: number, month: number): number;
  /** Last month before a required qualification of a person who arrived in `month` lapses. */
  lapse(person: number, post: number, month: number): number;
  limitDeadline(post: number, month: number): number;
  stayEnd(post: number, month: number): number;
  returnFrom(post: number, leftMonth: number): number;
  /** Changes that a post still needs in the horizon when its holder must go by `deadline`. */
  changesFrom(post: number, deadline: number): number;
  /** Whether the person may arrive then, as far as the plan's other moves do not matter. */
  mayArrive(person: number, post: number, month: number): boolean;
  /** People who may ever arrive at the post, nearest level first; one list for posts alike. */
  candidatesOf(post: number): readonly number[];
}

export function boardOf(problem: RotationProblem): Board {
  const { posts, people } = problem;
  const months = monthsOf(problem);
  const skills = skillsOf(problem, months);
  const postIndex = new Map(posts.map((post, at) => [post.id, at]));
  const personIndex = new Map(people.map((person, at) => [person.id, at]));
  const departmentIds = [...new Set(posts.map((post) => post.departmentId))].sort();
  const departments = departmentIds.map((id) => problem.departments.find((it) => it.id === id));
  const families = [...new Set(posts.flatMap((post) => post.family ?? []))].sort();
  const familyIndex = new Map(families.map((family, at) => [family, at]));
  const familyOf = Int32Array.from(posts, (post) => familyIndex.get(post.family ?? "") ?? -1);
  const rankOf = Int32Array.from(posts, (post) => levelRank(post.level));
  const served = people.map(
    (person) => new Map(person.served.map((it) => [familyIndex.get(it.family) ?? -1, it.until])),
  );
  const blockedUntil = new Map(
    problem.blocks.map((it) => [
      (personIndex.get(it.personId) ?? -1) * posts.length + (postIndex.get(it.postId) ?? -1),
      it.until,
    ]),
  );
  const isPresent = people.map((person) =>
    Array.from({ length: months.count }, (_, month) => {
      const day = months.dayOf(month);
      return (
        !person.isLocked &&
        (person.joinedOn === null || person.joinedOn <= day) &&
        (person.leavesOn === null || day < person.leavesOn) &&
        !person.absences.some((it) => it.from <= day && (it.until === null || day < it.until))
      );
    }),
  );

  // Most people neither leave nor lose a qualification: for them only the limit counts.
  const isLasting = people.map(
    (person) => person.leavesOn === null && person.qualifications.every((it) => it.until === null),
  );
  const deadlines = posts.map((post) =>
    Int32Array.from({ length: months.count }, (_, month) =>
      post.limitMonths === null ? never : lastIn(months, post, months.overdueFrom(month, post.limitMonths)),
    ),
  );
  const limitDeadline = (post: number, month: number): number => deadlines[post]?.[month] ?? never;
  const mayArrive = (p: number, q: number, month: number): boolean => {
    const person = people[p];
    const post = posts[q];
    if (!person || !post || !isPresent[p]?.[month] || !skills.holds(p, q, month)) return false;
    const day = months.dayOf(month);
    if (post.earliest === null || month < post.earliest || (post.until !== null && post.until <= day))
      return false;
    if (person.leavesOn !== null && person.leavesOn < months.plus(month, post.minStayMonths)) return false;
    if (blockedUntil.size > 0) {
      const until = blockedUntil.get(p * posts.length + q);
      if (until !== undefined && day < until) return false;
    }
    if (!post.isKey) return true;
    const end = served[p]?.get(familyOf[q] ?? -1);
    if (end === undefined) return true;
    return end !== null && months.firstFrom(end) <= month && mayReturn(post, end, month);
  };
  const returnDays = new Map<string, number>();
  const mayReturn = (post: ProblemPost, end: string, month: number): boolean => {
    const span = Math.max(post.coolingOffMonths, defaultGapMonths);
    const key = `${end} ${span}`;
    const from = returnDays.get(key) ?? months.firstFrom(addMonths(end, span));
    returnDays.set(key, from);
    return from <= month;
  };

  return {
    problem,
    months,
    posts,
    people,
    placeOf: Int32Array.from(people, (person) =>
      person.placeId === null ? -1 : (postIndex.get(person.placeId) ?? -1),
    ),
    departmentOf: Int32Array.from(posts, (post) => departmentIds.indexOf(post.departmentId)),
    capOf: Int32Array.from(departments, (it) => it?.cap ?? never),
    pastCount: pastCounts(
      departments.map((it) => it?.pastArrivals ?? []),
      months,
      problem.windowMonths,
    ),
    windowEnd: Int32Array.from({ length: months.count }, (_, month) =>
      months.firstFromPlus(month, problem.windowMonths),
    ),
    earliest: Int32Array.from(posts, (post) => post.earliest ?? never),
    familyOf,
    rankOf,
    rankOfPerson: Int32Array.from(people, (person) => (person.level === null ? 0 : levelRank(person.level))),
    relatives: people.map((person) => person.relativeIds.flatMap((id) => personIndex.get(id) ?? [])),
    keptPosts: people.map((person) => person.keptIds.flatMap((id) => postIndex.get(id) ?? [])),
    deadline: (p, q, month) => {
      if (isLasting[p]) return limitDeadline(q, month);
      const post = posts[q];
      const ends = earlier(people[p]?.leavesOn ?? null, skills.lapsesOn(p, q, month));
      return Math.min(limitDeadline(q, month), post && ends ? lastIn(months, post, ends) : never);
    },
    lapse: (p, q, month) => (isLasting[p] ? never : months.lastUntil(skills.lapsesOn(p, q, month))),
    limitDeadline,
    stayEnd: (post, month) => months.firstFromPlus(month, posts[post]?.minStayMonths ?? 0),
    returnFrom: (post, left) =>
      months.firstFromPlus(left, Math.max(posts[post]?.coolingOffMonths ?? 0, defaultGapMonths)),
    changesFrom: (post, deadline) => {
      let changes = 0;
      for (let month = deadline; month < months.count; ) {
        changes++;
        const next = limitDeadline(post, month);
        if (next <= month) break;
        month = next;
      }
      return changes;
    },
    mayArrive,
    candidatesOf: candidateLists(problem, rankOf, skills.everHolds),
  };
}

/** Last month by which a holder who must go on a day can be followed; `never` where the post ends first. */
const lastIn = (months: Months, post: ProblemPost, day: Day): number =>
  post.until !== null && post.until <= day ? never : months.lastUntil(day);

function pastCounts(
  arrivals: readonly (readonly Day[])[],
  months: Months,
  windowMonths: number,
): Board["pastCount"] {
  const table = arrivals.map((days) => {
    const gone = days.map((day) => months.firstFrom(addMonths(day, windowMonths)));
    return Array.from({ length: months.count }, (_, month) => gone.filter((it) => month < it).length);
  });
  return (department, month) => table[department]?.[month] ?? 0;
}

/** Posts that ask for the same qualifications, level and separation share one list. */
function candidateLists(
  problem: RotationProblem,
  rankOf: Int32Array,
  everHolds: (person: number, post: number) => boolean,
): Board["candidatesOf"] {
  const { people, posts, separations } = problem;
  const ranks = people.map((person) => (person.level === null ? null : levelRank(person.level)));
  const lists = new Map<string, number[]>();
  const listOf = posts.map((post, q) => {
    const bits = separations.map((rule) => rule.byPost[post.id] ?? 0);
    const key = JSON.stringify([post.qualifications, post.level, bits]);
    const found = lists.get(key);
    if (found) return found;
    const rank = rankOf[q] ?? 0;
    const list = people
      .map((_, p) => p)
      .filter((p) => everHolds(p, q) && people[p] && isSeparated(problem, people[p], post))
      .map((p) => ({ p, distance: Math.abs((ranks[p] ?? rank) - rank) }))
      .sort((a, b) => a.distance - b.distance || a.p - b.p)
      .map((it) => it.p);
    lists.set(key, list);
    return list;
  });
  return (post) => listOf[post] ?? [];
}
