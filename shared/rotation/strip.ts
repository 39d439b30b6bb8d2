// What each month of a plan asks of the unit: arrivals, people, handovers that run, matters that can be staffed.
import { addMonths, type Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { Text } from "../domain/text.ts";
import type { Breach } from "./constraints/breach.ts";
import type { RotationProblem } from "./plan.ts";
import { workdayLineOf } from "./workday-line.ts";

export interface PlanMonth {
  /** First day of the month. */
  month: Day;
  isBlackedOut: boolean;
  arrivals: number;
  people: number;
  handovers: number;
  /** Null: nobody moves in the month, or no matter is judged. */
  staffable: number | null;
  judged: number;
  unstaffable: Text[];
}

/** One row per planned calendar month, and the month of today if something moves in it. */
export function stripOf(
  problem: RotationProblem,
  moves: readonly Omit<Move, "chain">[],
  breaches: readonly Breach[],
): PlanMonth[] {
  const keyPosts = new Map(problem.posts.filter((post) => post.isKey).map((post) => [post.id, post]));
  const line = workdayLineOf(problem);
  const start: Day = `${problem.today.slice(0, 8)}01`;
  const arrivals = moves.flatMap((move) => {
    const post = keyPosts.get(move.toPostId ?? "");
    return post ? [{ from: move.day, until: line.plus(move.day, post.overlapDays) }] : [];
  });
  const open = new Set(problem.changeDays.map((day) => day.slice(0, 7)));
  const rows: PlanMonth[] = [];
  for (let at = 0; at <= problem.months; at++) {
    const month = addMonths(start, at);
    const next = addMonths(month, 1);
    const inMonth = (day: Day): boolean => day >= month && day < next;
    const moved = moves.filter(({ day }) => inMonth(day));
    if (at === 0 && moved.length === 0) continue;
    const names = new Map(
      breaches.flatMap(({ matter, from, until }) =>
        matter && from < next && until > month ? [[matter.zh, matter] as const] : [],
      ),
    );
    const judged = problem.matters.length;
    rows.push({
      month,
      isBlackedOut: at > 0 && !open.has(month.slice(0, 7)),
      arrivals: arrivals.filter(({ from }) => inMonth(from)).length,
      people: new Set(moved.map(({ personId }) => personId)).size,
      // A handover runs from the arrival to the day on which the successor decides.
      handovers: arrivals.filter(({ from, until }) => from < next && until > from && until >= month).length,
      staffable: moved.length + names.size === 0 || judged === 0 ? null : judged - names.size,
      judged,
      unstaffable: [...names.keys()].sort().flatMap((name) => names.get(name) ?? []),
    });
  }
  return rows;
}
