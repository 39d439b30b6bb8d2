// What a plan costs, in the order in which plans are compared (docs/rotation.md).
import { type Day, daysBetween } from "../domain/day.ts";
import { levelRank } from "../domain/organisation.ts";
import { leftInCycles } from "./closed-cycles.ts";
import { leavingsWithoutOverlap } from "./constraints/handover-overlap.ts";
import { overdueDays } from "./constraints/limit.ts";
import { vacantDays } from "./constraints/posts-held.ts";
import type { OverdueDays, PlanCost, RotationProblem, VacantDays } from "./plan.ts";
import type { ProblemIndex } from "./problem-index.ts";
import { type BareMove, replay, type Timetable } from "./timetable.ts";

const riskWeight = { high: 3, medium: 2, low: 1 } as const;

export interface Judged {
  cost: PlanCost;
  overdue: OverdueDays[];
  vacant: VacantDays[];
}

/** `index`: of the same problem, for whoever judges many plans of it. */
export function judge(
  problem: RotationProblem,
  moves: readonly BareMove[],
  index?: ProblemIndex | undefined,
): Judged {
  const timetable = replay(problem, moves, index);
  const overdue = overdueDays(timetable);
  const vacant = vacantDays(timetable);
  const perPerson = new Map<string, number>();
  for (const { personId } of moves) perPerson.set(personId, (perPerson.get(personId) ?? 0) + 1);
  return {
    cost: {
      unfilled: [...overdue, ...vacant].filter((it) => it.why === "nobody").length,
      changed: changedIn(problem, moves),
      arrivals: moves.filter((it) => it.toPostId !== null && timetable.postOf.get(it.toPostId)?.isKey).length,
      people: perPerson.size,
      withoutOverlap: withoutOverlap(timetable),
      riskDays: riskDays(timetable),
      ...fallsIn(timetable),
      unevenness: [...perPerson.values()].reduce((sum, count) => sum + count * count, 0),
      longestWait: longestWait(overdue),
    },
    overdue,
    vacant,
  };
}

/** Announced moves that are not kept, and moves of people for whom none was announced. */
function changedIn({ wishes }: RotationProblem, moves: readonly BareMove[]): number {
  if (wishes.announced === null) return 0;
  const keyOf = (move: BareMove): string => JSON.stringify([move.personId, move.toPostId, move.day]);
  const made = new Set(moves.map(keyOf));
  const people = new Set(wishes.announced.map(({ personId }) => personId));
  const dropped = wishes.announced.filter((move) => !made.has(keyOf(move)));
  return dropped.length + moves.filter(({ personId }) => !people.has(personId)).length;
}

function withoutOverlap(timetable: Timetable): number {
  const cycles = leftInCycles(timetable);
  return leavingsWithoutOverlap(timetable).filter((it) => cycles.has(it)).length;
}

function riskDays({ problem, stints, postOf }: Timetable): number {
  const first: Day = problem.changeDays[0] ?? problem.until;
  let sum = 0;
  for (const { seat, postId, until } of stints) {
    const post = postOf.get(postId);
    if (!post?.isKey || !seat?.overdueFrom || seat.overdueFrom > first || until <= first) continue;
    sum += riskWeight[post.riskGrade ?? "low"] * daysBetween(first, until);
  }
  return sum;
}

/** Moves to a lower level, and moves to another site where both are known. */
function fallsIn({ carried, postOf, personOf }: Timetable): Pick<PlanCost, "levelFalls" | "siteChanges"> {
  let levelFalls = 0;
  let siteChanges = 0;
  for (const { move, left } of carried) {
    const to = move.toPostId === null ? undefined : postOf.get(move.toPostId);
    const from = left ? postOf.get(left.postId) : undefined;
    const person = personOf.get(move.personId);
    if (!to || !person) continue;
    const level = from?.level ?? person.level;
    const site = from?.site ?? person.site;
    if (level !== null && levelRank(to.level) < levelRank(level)) levelFalls++;
    if (site !== null && to.site !== null && site !== to.site) siteChanges++;
  }
  return { levelFalls, siteChanges };
}

function longestWait(overdue: readonly OverdueDays[]): number {
  const waits = new Map<string, number>();
  for (const { postId, personId, days } of overdue) {
    const key = JSON.stringify([postId, personId]);
    waits.set(key, (waits.get(key) ?? 0) + days);
  }
  return Math.max(0, ...waits.values());
}

/** The order of comparison; the smaller is the better plan. */
export const costOrder = [
  "unfilled",
  "changed",
  "arrivals",
  "withoutOverlap",
  "people",
  "riskDays",
  "levelFalls",
  "siteChanges",
  "unevenness",
  "longestWait",
] as const satisfies readonly (keyof PlanCost)[];

/** True when `a` is the better plan. */
export function isBetter(a: PlanCost, b: PlanCost): boolean {
  for (const key of costOrder) if (a[key] !== b[key]) return a[key] < b[key];
  return false;
}
