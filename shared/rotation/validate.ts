// Judges a plan by its timetable alone: it knows the constraints and nothing of how plans are made.
import { checkArrivalsShare } from "./constraints/arrivals-share.ts";
import type { Breach, Constraint } from "./constraints/breach.ts";
import { checkChangeDay } from "./constraints/change-day.ts";
import { checkCoolingOff } from "./constraints/cooling-off.ts";
import { checkForcedLeave, checkPlacedLeaves } from "./constraints/forced-leave.ts";
import { checkHandoverOverlap } from "./constraints/handover-overlap.ts";
import { checkHeadcount } from "./constraints/headcount.ts";
import { checkLimit } from "./constraints/limit.ts";
import { checkMinStay } from "./constraints/min-stay.ts";
import { checkOneKeyPost } from "./constraints/one-key-post.ts";
import { checkOwnWork } from "./constraints/own-work.ts";
import { checkPostsHeld } from "./constraints/posts-held.ts";
import { checkPresence } from "./constraints/presence.ts";
import { checkQualification } from "./constraints/qualification.ts";
import { checkRelations } from "./constraints/relations.ts";
import { checkSeparation } from "./constraints/separation.ts";
import { checkStaffability } from "./constraints/staffability.ts";
import { checkWishes } from "./constraints/wishes.ts";
import type { PlannedLeave, RotationProblem } from "./plan.ts";
import type { ProblemIndex } from "./problem-index.ts";
import { type BareMove, replay } from "./timetable.ts";

const constraints: readonly Constraint[] = [
  checkPostsHeld,
  checkHeadcount,
  checkHandoverOverlap,
  checkLimit,
  checkChangeDay,
  checkMinStay,
  checkPresence,
  checkQualification,
  checkCoolingOff,
  checkOneKeyPost,
  checkRelations,
  checkSeparation,
  checkOwnWork,
  checkArrivalsShare,
  checkStaffability,
  checkWishes,
];

/** Those that only what is on record about people can break, and no mere passing of days. */
const ofPeople: readonly Constraint[] = [
  checkPresence,
  checkQualification,
  checkCoolingOff,
  checkOneKeyPost,
  checkRelations,
  checkSeparation,
];

export interface JudgedPlan {
  moves: readonly BareMove[];
  leaves?: readonly PlannedLeave[] | undefined;
  /** Leave demands that the plan names as not met; absent: it says nothing about leaves. */
  unmetLeaveIds?: readonly string[] | undefined;
}

/**
 * Every breach of every hard constraint, in the order above; empty for a plan that may be offered. `index`: of the same
 * problem, for whoever judges many plans of it.
 */
export function validatePlan(
  problem: RotationProblem,
  plan: JudgedPlan,
  index?: ProblemIndex | undefined,
): Breach[] {
  const timetable = replay(problem, plan.moves, index);
  return [
    ...constraints.flatMap((check) => check(timetable)),
    ...checkForcedLeave(timetable, plan.leaves ?? [], plan.unmetLeaveIds ?? null),
  ];
}

/** What has become wrong with the people of a plan that was whole when it was made. */
export const breachesOfPeople = (problem: RotationProblem, moves: readonly BareMove[]): Breach[] => {
  const timetable = replay(problem, moves);
  return [...ofPeople.flatMap((check) => check(timetable)), ...checkPlacedLeaves(timetable)];
};
