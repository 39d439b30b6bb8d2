// The problem as the search sees it: people and posts are indices, months are indices into the change days.
import { addMonths, type Day } from "../../domain/day.ts";
import { levelRank } from "../../domain/organisation.ts";
import { defaultGapMonths } from "../../domain/tenure-term.ts";
import type { ProblemPerson, ProblemPost, RotationProblem } from "../plan.ts";
import { earlier } from "../timetable.ts";
import { candidateLists } from "./candidates.ts";
import { type Months, monthsOf, never, slotOf } from "./months.ts";
import { type Needs, needsOf } from "./needs.ts";
import { presenceOf } from "./presence.ts";
import { type Share, shareOf } from "./share.ts";
import { skillsOf } from "./skills.ts";
import { type Wishes, wishesOf } from "./wishes.ts";

export interface Board {
  problem: RotationProblem;
  months: Months;
  posts: readonly ProblemPost[];
  people: readonly ProblemPerson[];
  /** Index of each person's place at the start; -1: reserve. */
  placeOf: Int32Array;
  departmentOf: Int32Array;
  isKey: Uint8Array;
  requiredOf: Int32Array;
  /** Working days that a successor serves beside the leaver. */
  overlapOf: Int32Array;
  share: Share;
  wishes: Wishes;
  earliest: Int32Array;
  familyOf: Int32Array;
  rankOf: Int32Array;
  /** Level of the post held at the start; 0: none. */
  rankOfPerson: Int32Array;
  relatives: readonly (readonly number[])[];
  keptPosts: readonly (readonly number[])[];
  indexOfPost: ReadonlyMap<string, number>;
  indexOfPerson: ReadonlyMap<string, number>;
  needs: Needs;
  /** The last slot by which a person who arrived in `slot` must be gone: limit, leaving, lapsed qualification. */
  goneBy(person: number, post: number, slot: number): number;
  /** The last slot before a required qualification of somebody who arrived in the month lapses. */
  lapseOf(person: number, post: number, month: number): number;
  /** The same by the post's limit alone. */
  overBy(post: number, slot: number): number;
  /** Last month in which a successor can start of somebody who arrived on the change day; by the limit alone. */
  dueAfter(post: number, month: number): number;
  /** The first month in which the post may be left again after an arrival in the month. */
  stayEnd(post: number, month: number): number;
  /** First month in which somebody who left the post's family on the day may come. */
  returnFrom(post: number, leftOn: Day): number;
  /**
   * Whether the person may arrive then, as far as the plan's other moves do not matter: on the change day, or
   * (`isWhole`) on whatever working day of the month.
   */
  mayArrive(person: number, post: number, month: number, isWhole: boolean): boolean;
  /** Whether the person is there on that day of the month. */
  isThere(person: number, month: number, offset: number): boolean;
  /** People who may ever arrive at the post, nearest level first; one list for posts alike. */
  candidatesOf(post: number): readonly number[];
}

export function boardOf(problem: RotationProblem): Board {
  const { posts, people } = problem;
  const months = monthsOf(problem);
  const skills = skillsOf(problem, months);
  const presence = presenceOf(people, months);
  const indexOfPost = new Map(posts.map((post, at) => [post.id, at]));
  const indexOfPerson = new Map(people.map((person, at) => [person.id, at]));
  const wishes = wishesOf(problem, months, indexOfPost, indexOfPerson);
  const departmentIds = [...new Set(posts.map((post) => post.departmentId))].sort();
  const families = [...new Set(posts.flatMap((post) => post.family ?? []))].sort();
  const familyIndex = new Map(families.map((family, at) => [family, at]));
  const familyOf = Int32Array.from(posts, (post) => familyIndex.get(post.family ?? "") ?? -1);
  const rankOf = Int32Array.from(posts, (post) => levelRank(post.level));
  const served = people.map((person) =>
    person.served.length === 0
      ? null
      : new Map(person.served.map((it) => [familyIndex.get(it.family) ?? -1, it.until])),
  );
  const blockedUntil = new Map(
    problem.blocks.map((it) => [
      (indexOfPerson.get(it.personId) ?? -1) * posts.length + (indexOfPost.get(it.postId) ?? -1),
      it.until,
    ]),
  );
  // Most people neither leave nor lose a qualification: for them only the limit counts.
  const isLasting = people.map(
    (person) => person.leavesOn === null && person.qualifications.every((it) => it.until === null),
  );
  const overBy = (q: number, slot: number): number => {
    const post = posts[q];
    if (!post?.isKey || post.limitMonths === null) return never;
    return beforeEnd(post, months.overAt(slot, post.limitMonths));
  };
  /** A place that ends with its post needs no successor. */
  const beforeEnd = (post: ProblemPost, slot: number): number =>
    post.until !== null && months.lastSlot(post.until) <= slot ? never : slot;
  const mayArrive = (p: number, q: number, month: number, isWhole: boolean): boolean => {
    const person = people[p];
    const post = posts[q];
    if (!person || !post || !presence.isThere(p, month, isWhole) || !skills.holds(p, q, month)) return false;
    const day = months.dayOf(month);
    if (post.earliest === null || month < post.earliest) return false;
    if (post.until !== null && (post.until <= day || (isWhole && post.until < months.endOf(month))))
      return false;
    // Whoever comes later in the month has to stay as long from then.
    if (person.leavesOn !== null) {
      const stay = addMonths(isWhole ? months.endOf(month) : day, post.minStayMonths);
      if (person.leavesOn < stay) return false;
    }
    if (!wishes.mayArrive(p, q, month)) return false;
    if (blockedUntil.size > 0) {
      const until = blockedUntil.get(p * posts.length + q);
      if (until !== undefined && day < until) return false;
    }
    if (!post.isKey) return true;
    const end = served[p]?.get(familyOf[q] ?? -1);
    if (end === undefined) return true;
    return end !== null && months.firstFrom(end) <= month && returnFrom(q, end) <= month;
  };
  const returnFrom = (q: number, leftOn: Day): number =>
    months.monthAfter(leftOn, Math.max(posts[q]?.coolingOffMonths ?? 0, defaultGapMonths));

  return {
    problem,
    months,
    posts,
    people,
    placeOf: Int32Array.from(people, (person) =>
      person.placeId === null ? -1 : (indexOfPost.get(person.placeId) ?? -1),
    ),
    departmentOf: Int32Array.from(posts, (post) => departmentIds.indexOf(post.departmentId)),
    isKey: Uint8Array.from(posts, (post) => (post.isKey ? 1 : 0)),
    requiredOf: Int32Array.from(posts, (post) => post.required),
    overlapOf: Int32Array.from(posts, (post) => (post.isKey ? post.overlapDays : 0)),
    share: shareOf(problem, months, departmentIds),
    wishes,
    earliest: Int32Array.from(posts, (post) => post.earliest ?? never),
    familyOf,
    rankOf,
    rankOfPerson: Int32Array.from(people, (person) => (person.level === null ? 0 : levelRank(person.level))),
    relatives: people.map((person) => person.relativeIds.flatMap((id) => indexOfPerson.get(id) ?? [])),
    keptPosts: people.map((person) => person.keptIds.flatMap((id) => indexOfPost.get(id) ?? [])),
    indexOfPost,
    indexOfPerson,
    needs: needsOf(months, posts),
    goneBy: (p, q, slot) => {
      const over = overBy(q, slot);
      const post = posts[q];
      if (isLasting[p] || !post) return over;
      const ends = earlier(people[p]?.leavesOn ?? null, skills.lapsesOn(p, q, slot >> 5));
      return ends === null ? over : Math.min(over, beforeEnd(post, months.lastSlot(ends)));
    },
    lapseOf: (p, q, month) => (isLasting[p] ? never : months.lastSlot(skills.lapsesOn(p, q, month))),
    overBy,
    dueAfter: (q, month) => months.lastStart(overBy(q, slotOf(month, 0)), posts[q]?.overlapDays ?? 0),
    stayEnd: (post, month) => months.firstFromPlus(month, posts[post]?.minStayMonths ?? 0),
    returnFrom,
    mayArrive,
    isThere: presence.isThereOn,
    candidatesOf: candidateLists(problem, rankOf, skills.everHolds),
  };
}
