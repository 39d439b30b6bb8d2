// A scene as plain rows that cross threads, and the problem that it is: pure, so that a worker makes it as well.
import type { Facts } from "../../../shared/domain/world.ts";
import type { LeaveDemand, PlanWishes, RotationProblem } from "../../../shared/rotation/plan.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";

export interface PlanScene {
  facts: Facts;
  options: RotationOptions;
  wishes: PlanWishes;
  leaves: LeaveDemand[];
}

export const problemOf = ({ facts, options, wishes, leaves }: PlanScene): RotationProblem => ({
  ...rotationProblem(facts, options),
  wishes,
  leaves,
});
