// What a plan costs, in the order in which plans are compared.
import { daysBetween } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import { overdueDays } from "./constraints/limit.ts";
import { vacantDays } from "./constraints/posts-held.ts";
import type { OverdueDays, PlanCost, RotationProblem, VacantDays } from "./plan.ts";
import { replay } from "./timetable.ts";

const riskWeight = { high: 3, medium: 2, low: 1 } as const;

export interface Judged {
  cost: PlanCost;
  overdue: OverdueDays[];
  vacant: VacantDays[];
}

export function judge(problem: RotationProblem, moves: readonly Omit<Move, "chain">[]): Judged {
  const timetable = replay(
    problem,
    moves.map((move) => ({ ...move, chain: 0 })),
  );
  const overdue = overdueDays(timetable);
  const vacant = vacantDays(timetable);
  const perPerson = new Map<string, number>();
  let arrivals = 0;
  for (const move of moves) {
    perPerson.set(move.personId, (perPerson.get(move.personId) ?? 0) + 1);
    if (move.toPostId !== null && timetable.postOf.get(move.toPostId)?.isKey) arrivals++;
  }
  const first = problem.changeDays[0] ?? problem.until;
  let riskDays = 0;
  for (const stint of timetable.stints) {
    const overdueFrom = stint.seat?.overdueFrom ?? null;
    const post = timetable.postOf.get(stint.postId);
    if (!post?.isKey || overdueFrom === null || overdueFrom > first || stint.until <= first) continue;
    riskDays += riskWeight[post.riskGrade ?? "low"] * daysBetween(first, stint.until);
  }
  const unfilled = [...overdue, ...vacant].filter((it) => it.why === "nobody").length;
  const unevenness = [...perPerson.values()].reduce((sum, count) => sum + count * count, 0);
  return {
    cost: {
      unfilled,
      changed: 0,
      arrivals,
      people: perPerson.size,
      withoutOverlap: 0,
      riskDays,
      levelFalls: 0,
      siteChanges: 0,
      unevenness,
      longestWait: 0,
    },
    overdue,
    vacant,
  };
}

/** True when `a` is the better plan. */
export function isBetter(a: PlanCost, b: PlanCost): boolean {
  for (const key of ["unfilled", "arrivals", "people", "riskDays", "unevenness"] as const) {
    if (a[key] !== b[key]) return a[key] < b[key];
  }
  return false;
}
