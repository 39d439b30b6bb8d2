// In how many cases two duties both occur, by whomever: what a pair rule could have caught at all.
import { impliedDuties } from "../../shared/domain/duty.ts";
import type { World } from "../../shared/domain/world.ts";

/** Cases with at least one act of each duty; any action, any actor or none. */
export const casesWithBoth = (world: World, first: string, second: string): number =>
  countCases(world)(first, second);

/** The same for many pairs of one world: cases are counted by the set of steps they went through. */
export function countCases(world: World): (first: string, second: string) => number {
  const duties = new Map(world.duties.map((duty) => [duty.code, duty]));
  const bits = new Map(world.steps.map(({ id }, at) => [id, 1n << BigInt(at)]));
  const steps = new Map<string, bigint>();
  for (const { caseId, stepId } of world.approvals)
    steps.set(caseId, (steps.get(caseId) ?? 0n) | (bits.get(stepId) ?? 0n));
  const shapes = new Map<bigint, number>();
  for (const shape of steps.values()) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  const stepsOf = (duty: string): bigint =>
    world.steps
      .filter((step) => impliedDuties(duties, step.duty).has(duty))
      .reduce((mask, { id }) => mask | (bits.get(id) ?? 0n), 0n);
  return (first, second) => {
    const [one, other] = [stepsOf(first), stepsOf(second)];
    let count = 0;
    for (const [shape, cases] of shapes) if (shape & one && shape & other) count += cases;
    return count;
  };
}
