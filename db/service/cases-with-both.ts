// In how many cases two duties both occur, by whomever: what a pair rule could have caught at all.
import { impliedDuties } from "../../shared/domain/duty.ts";
import type { World } from "../../shared/domain/world.ts";

/** Cases with at least one act of each duty; any action, any actor or none. */
export function casesWithBoth(world: World, first: string, second: string): number {
  const duties = new Map(world.duties.map((duty) => [duty.code, duty]));
  const bits = new Map<string, number>();
  for (const step of world.steps) {
    const implied = impliedDuties(duties, step.duty);
    bits.set(step.id, (implied.has(first) ? 1 : 0) | (implied.has(second) ? 2 : 0));
  }
  const seen = new Map<string, number>();
  for (const { caseId, stepId } of world.approvals)
    seen.set(caseId, (seen.get(caseId) ?? 0) | (bits.get(stepId) ?? 0));
  return [...seen.values()].filter((both) => both === 3).length;
}
