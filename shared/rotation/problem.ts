// From the facts of a workbook to a rotation problem: plain rows that a worker thread can take.
import type { Day } from "../domain/day.ts";
import type { Rule, RuleOf } from "../domain/rule.ts";
import { defaultGapMonths, tenureFamilies } from "../domain/tenure-term.ts";
import type { Facts } from "../domain/world.ts";
import { isInForce } from "../rules/finding.ts";
import { changeDaysFrom, horizonEnd } from "./change-days.ts";
import { decidingOn } from "./deciders.ts";
import { withHandBy } from "./hand-by.ts";
import { mattersOf } from "./matters.ts";
import { notAppliedIn } from "./not-applied.ts";
import type { LeaveDemand, PlannedLeave, PlanWishes, ProblemPost, RotationProblem } from "./plan.ts";
import { problemPeople, rosterIds } from "./problem-people.ts";
import { type PostLock, problemPosts } from "./problem-posts.ts";
import { decidedAhead, departmentsOf } from "./recorded-changes.ts";
import { blocksOf, type OpenWork } from "./review-blocks.ts";
import { separationsOf } from "./separation.ts";
import { staffMatter } from "./staffable.ts";
import { replay } from "./timetable.ts";
import { workdayLineOf } from "./workday-line.ts";

export interface RotationOptions {
  today: Day;
  /** Planned calendar months after that of today, 12 to 60. */
  months: number;
  seed: number;
  /** Work units; without it `suggestedUnits` of the problem's size. */
  units?: number | undefined;
  rules: readonly Rule[];
  casesOpen?: readonly OpenWork[] | undefined;
  locks?: readonly PostLock[] | undefined;
  lockedPersonIds?: readonly string[] | undefined;
  /** Calendar months (1–12) without changes. */
  blackOutMonths?: readonly number[] | undefined;
  /** Share of a department's key posts that may see an arrival within `windowMonths` (norms §4.2, practice). */
  share?: { of: number; in: number } | undefined;
  wishes?: Partial<PlanWishes> | undefined;
  leaves?: readonly LeaveDemand[] | undefined;
  /** Forced leaves that are placed already. */
  placed?: readonly PlannedLeave[] | undefined;
}

const windowMonths = 6;

/**
 * Units after which a plan has become unlikely on the sizes measured (docs/decisions/186). Where one is found, the search mostly
 * ends long before.
 */
export const suggestedUnits = (posts: number, months: number): number =>
  Math.max(100_000_000, posts * months * 4_000);

export function rotationProblem(facts: Facts, options: RotationOptions): RotationProblem {
  const { today, months, rules } = options;
  const until = horizonEnd(today, months);
  const changeDays = changeDaysFrom(today, months, facts.calendar, options.blackOutMonths ?? []);
  const ids = new Set(rosterIds(facts, today, until));
  const decided = decidedAhead(facts, today, until, ids);
  const locks = [...(options.locks ?? []), ...decided.postIds.map((postId) => ({ postId, until: null }))];
  const families = tenureFamilies(facts);
  const familyOf = new Map(
    families.flatMap((family) => family.postIds.map((id) => [id, family.postIds[0] ?? id] as const)),
  );
  const gapMonths = gapMonthsOf(rules, today);
  const placed = placedWithin(options.placed ?? [], today, until);
  const bare = stayingOnLeave(problemPosts(facts, today, changeDays, locks, ids, gapMonths), placed);
  const locked = new Set([...(options.lockedPersonIds ?? []), ...decided.personIds]);
  const people = problemPeople(facts, today, until, bare, locked, familyOf);
  const inForce = rules
    .filter(
      (rule): rule is RuleOf<"never-together"> => rule.kind === "never-together" && isInForce(rule, today),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const calendar = facts.calendar
    .map(({ day, isWorkday }) => ({ day, isWorkday }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const departments = departmentsOf(facts, bare, today, windowMonths, options.share ?? { of: 1, in: 3 });
  const line = workdayLineOf({ today, until, calendar });
  const posts = withHandBy({ posts: bare, people, departments, changeDays, windowMonths, until, line });
  const separations = separationsOf(facts, inForce, { from: today, until });
  const matters = mattersOf(facts, rules, today, ids);
  const problem: RotationProblem = {
    today,
    until,
    months,
    seed: options.seed,
    units: options.units ?? suggestedUnits(posts.filter((post) => post.isKey).length, months),
    changeDays,
    windowMonths,
    posts,
    people,
    departments,
    separations,
    blocks: blocksOf(facts, options.casesOpen ?? []),
    matters,
    calendar,
    wishes: wishesOf(options.wishes ?? {}),
    leaves: [...(options.leaves ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(placed.length > 0 ? { placed } : {}),
    notApplied: [],
  };
  // Who decides today is read off the timetable of a plan without moves, as it will be of every plan.
  const deciding = decidingOn(replay(problem, []), today);
  const answers = problem.matters.map((matter) => ({ matter, status: staffMatter(matter, deciding).status }));
  problem.matters = answers.filter(({ status }) => status === "staffed").map(({ matter }) => matter);
  problem.notApplied = notAppliedIn(problem, facts, {
    hasOpenWork: options.casesOpen !== undefined,
    decidedPostIds: decided.postIds,
    unstaffed: answers.filter(({ status }) => status !== "staffed"),
  });
  return problem;
}

/** Those of the horizon that are not over, cut at its end, by demand. */
const placedWithin = (leaves: readonly PlannedLeave[], today: Day, until: Day): PlannedLeave[] =>
  leaves
    .filter((it) => it.until > today && it.from < until)
    .map((it) => (it.until > until ? { ...it, until } : it))
    .sort((a, b) => (a.demandId < b.demandId ? -1 : 1));

/** Nobody leaves a post before a forced leave from it is over: others are to see the work of whoever holds it. */
const stayingOnLeave = (posts: readonly ProblemPost[], placed: readonly PlannedLeave[]): ProblemPost[] =>
  posts.map((post) => ({
    ...post,
    seats: post.seats.map((seat) => {
      const ends = placed
        .filter((it) => it.postId === post.id && it.personId === seat.personId)
        .map(({ until }) => until);
      const last = ends.sort().at(-1);
      const isLater = last !== undefined && (seat.staysUntil === null || seat.staysUntil < last);
      return isLater ? { ...seat, staysUntil: last } : seat;
    }),
  }));

/** The longest gap that a tenure rule in force bridges; without a rule the practice of the norms. */
function gapMonthsOf(rules: readonly Rule[], today: Day): number {
  const gaps = rules.flatMap((rule) =>
    rule.kind === "tenure" && isInForce(rule, today) ? [rule.parameters.gapMonths] : [],
  );
  return gaps.length > 0 ? Math.max(...gaps) : defaultGapMonths;
}

/** The same wishes in whatever order they were made are the same problem. */
function wishesOf(given: Partial<PlanWishes>): PlanWishes {
  const sorted = <T>(list: readonly T[], key: (it: T) => readonly (string | null)[]): T[] =>
    [...list].sort((a, b) => (JSON.stringify(key(a)) < JSON.stringify(key(b)) ? -1 : 1));
  const byMove = (it: PlanWishes["fixed"][number]) => [it.day, it.personId, it.fromPostId, it.toPostId];
  return {
    fixed: sorted(given.fixed ?? [], byMove),
    forbidden: sorted(given.forbidden ?? [], (it) => [it.personId, it.postId, it.from, it.until]),
    announced: given.announced ? sorted(given.announced, byMove) : null,
  };
}
