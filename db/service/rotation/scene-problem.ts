// A scene as plain rows that cross threads, and the problem that it is: pure, so that a worker makes it as well.
import type { Facts } from "../../../shared/domain/world.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";

export interface PlanScene {
  facts: Facts;
  options: RotationOptions;
}

export const problemOf = ({ facts, options }: PlanScene): RotationProblem => rotationProblem(facts, options);
