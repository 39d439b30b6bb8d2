// The fewest grants that give a witness, nearest first.
import type { StaffingProblem } from "../../../shared/domain/staffing.ts";
import type { Offered } from "../../../shared/rules/staffing/problem-of.ts";
import { type AdviceAnswer, adviseStaffing } from "../../../shared/staffing/advice.ts";
import { freshBudget } from "./answer.ts";

/**
 * A slot that nobody may take needs a grant of its own. Where one each for these is enough, no other set is as small,
 * and the rest need not be searched.
 */
export function cheapest(problem: StaffingProblem, offered: readonly Offered[]): AdviceAnswer {
  const isEmpty = problem.allowed.map((own) => own.length === 0);
  const needed = isEmpty.filter(Boolean).length;
  if (needed > 0) {
    const places = offered.flatMap(({ slot }, at) => (isEmpty[slot] ? [at] : []));
    const found = adviseStaffing(
      problem,
      places.flatMap((at) => offered[at] ?? []),
      freshBudget(),
    );
    if (found.status === "found" && found.grants.length === needed)
      return { ...found, grants: found.grants.flatMap((at) => places[at] ?? []) };
  }
  return adviseStaffing(problem, offered, freshBudget());
}
