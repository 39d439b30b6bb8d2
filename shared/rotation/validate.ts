// Judges a plan by its timetable alone: it knows the constraints and nothing of how plans are made.
import type { Move } from "../domain/rotation.ts";
import { checkArrivalsShare } from "./constraints/arrivals-share.ts";
import type { Breach, Constraint } from "./constraints/breach.ts";
import { checkChangeDay } from "./constraints/change-day.ts";
import { checkCoolingOff } from "./constraints/cooling-off.ts";
import { checkLimit } from "./constraints/limit.ts";
import { checkMinStay } from "./constraints/min-stay.ts";
import { checkOneKeyPost } from "./constraints/one-key-post.ts";
import { checkOwnWork } from "./constraints/own-work.ts";
import { checkPostsHeld } from "./constraints/posts-held.ts";
import { checkPresence } from "./constraints/presence.ts";
import { checkQualification } from "./constraints/qualification.ts";
import { checkRelations } from "./constraints/relations.ts";
import { checkSeparation } from "./constraints/separation.ts";
import type { RotationProblem } from "./plan.ts";
import { replay } from "./timetable.ts";

const constraints: readonly Constraint[] = [
  checkPostsHeld,
  checkLimit,
  checkMinStay,
  checkCoolingOff,
  checkQualification,
  checkPresence,
  checkRelations,
  checkSeparation,
  checkOwnWork,
  checkArrivalsShare,
  checkOneKeyPost,
  checkChangeDay,
];

/** Every breach of every hard constraint, in the order above; empty for a plan that may be offered. */
export function validatePlan(problem: RotationProblem, plan: { moves: readonly Move[] }): Breach[] {
  const timetable = replay(problem, plan.moves);
  return constraints.flatMap((check) => check(timetable));
}
