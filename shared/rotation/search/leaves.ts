// Gives each forced leave a period inside its window and a stand-in, once it is known who sits where.
import { addDays, type Day, overlaps } from "../../domain/day.ts";
import { levelRank } from "../../domain/organisation.ts";
import { leastLeaveDays } from "../../domain/rotation.ts";
import { leaveGround } from "../constraints/forced-leave.ts";
import { troublesOfLeave } from "../forced-leave.ts";
import type { LeaveDemand, PlannedLeave, ProblemPerson, RotationProblem } from "../plan.ts";
import { type BareMove, replay } from "../timetable.ts";

/** Periods and stand-ins looked at for one demand that pass every quick test; the last one asks the solver for each matter. */
const maxTries = 60;

export interface PlannedLeaves {
  leaves: PlannedLeave[];
  unmetLeaveIds: string[];
}

/** The demands with the least room in their windows first; each takes the earliest period that fits. */
export function planLeaves(problem: RotationProblem, moves: readonly BareMove[]): PlannedLeaves {
  if (problem.leaves.length === 0) return { leaves: [], unmetLeaveIds: [] };
  const timetable = replay(problem, moves);
  const placed = problem.placed ?? [];
  // Those that are placed already stand among them throughout.
  const leaves: PlannedLeave[] = [...placed];
  // What they lack already is nobody's doing here.
  const lacked = new Map(placed.map((it) => [it, leaveGround(timetable, placed).unstaffed(it).length]));
  const unmetLeaveIds: string[] = [];
  const sorted = [...problem.leaves].sort(
    (a, b) => compare(a.until, b.until) || compare(b.from, a.from) || compare(a.id, b.id),
  );
  for (const demand of sorted) {
    // The ground looks at the leaves by reference: whatever is tried is among them while it is tried.
    const ground = leaveGround(timetable, leaves);
    const standIns = standInsFor(problem, demand);
    let left = maxTries;
    const isPlaced = periodsOf(demand, ground.isWorkday).some((span) => {
      if (span.from <= problem.today || span.until > problem.until) return false;
      if (!ground.holds(demand.personId, demand.postId, span)) return false;
      if (ground.isInOverlap(demand.personId, demand.postId, span)) return false;
      return standIns.some(({ id }) => {
        if (left <= 0) return false;
        if (!ground.isThere(id, span) || !ground.isQualified(id, demand.postId, span)) return false;
        if (ground.areRelated(demand.personId, id, span)) return false;
        if (!ground.isSeparated(id, demand.postId, span)) return false;
        if (ground.reviewsOwnWork(id, demand.postId, span)) return false;
        left--;
        const leave: PlannedLeave = {
          ...span,
          demandId: demand.id,
          personId: demand.personId,
          postId: demand.postId,
          standInId: id,
        };
        leaves.push(leave);
        const isSound =
          troublesOfLeave(demand, leave, leaves, ground).length === 0 &&
          leaves.every(
            (it) =>
              it === leave ||
              (!(it.standInId === leave.personId && overlaps(it, leave)) &&
                ground.unstaffed(it).length <= (lacked.get(it) ?? 0)),
          );
        if (!isSound) leaves.pop();
        return isSound;
      });
    });
    if (!isPlaced) unmetLeaveIds.push(demand.id);
  }
  return {
    leaves: leaves
      .slice(placed.length)
      .sort((a, b) => compare(a.from, b.from) || compare(a.demandId, b.demandId)),
    unmetLeaveIds: unmetLeaveIds.sort(),
  };
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every period of so many working days within the window, from each working day on. */
function periodsOf(demand: LeaveDemand, isWorkday: (day: Day) => boolean): { from: Day; until: Day }[] {
  const workdays: Day[] = [];
  for (let day = demand.from; day < demand.until; day = addDays(day, 1))
    if (isWorkday(day)) workdays.push(day);
  const length = Math.max(leastLeaveDays, demand.workingDays);
  return workdays.flatMap((from, at) => {
    const last = workdays[at + length - 1];
    return last === undefined ? [] : [{ from, until: addDays(last, 1) }];
  });
}

/** Nearest level first, people without a key post before those with one. */
function standInsFor(problem: RotationProblem, demand: LeaveDemand): ProblemPerson[] {
  const postOf = new Map(problem.posts.map((post) => [post.id, post]));
  const level = postOf.get(demand.postId)?.level;
  const rank = level === undefined ? 0 : levelRank(level);
  const key = (it: ProblemPerson): number =>
    10 * Math.abs((it.level === null ? rank : levelRank(it.level)) - rank) +
    (postOf.get(it.placeId ?? "")?.isKey ? 1 : 0);
  return problem.people
    .filter((it) => it.id !== demand.personId)
    .sort((a, b) => key(a) - key(b) || compare(a.id, b.id));
}
