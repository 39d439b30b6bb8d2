// The giver's open cases in the matters of the post, and what the giver did there after the last day.
import type { Approval, Case } from "../../../shared/domain/approval.ts";
import { isDeciding } from "../../../shared/domain/approval.ts";
import { contains, type Day, dayOf } from "../../../shared/domain/day.ts";
import type { World } from "../../../shared/domain/world.ts";
import { mattersOfPost } from "../../../shared/rotation/handover/ending-loans.ts";
import { ownDays } from "../../../shared/rules/delegation/holding.ts";

/** Cases of the post's matters in which the giver acted or that the giver asked for, neither closed nor at their last step. */
export function openCases(world: World, giverId: string, postId: string, day: Day): Case[] {
  const matters = mattersOfPost(world, postId, day);
  const cases = new Map(
    world.cases
      .filter(({ matterId, closedOn }) => matters.has(matterId) && (closedOn === null || closedOn > day))
      .map((one) => [one.id, one]),
  );
  const terminal = new Set(world.steps.filter(({ isTerminal }) => isTerminal).map(({ id }) => id));
  const own = new Set<string>();
  const closed = new Set<string>();
  for (const act of world.approvals) {
    if (!cases.has(act.caseId)) continue;
    if (act.personId === giverId || act.onBehalfOfId === giverId) own.add(act.caseId);
    if (terminal.has(act.stepId) && isDeciding(act.action) && act.action !== "reject") closed.add(act.caseId);
  }
  return [...cases.values()]
    .filter(({ id, requesterId }) => !closed.has(id) && (own.has(id) || requesterId === giverId))
    .toSorted((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
}

/** Acts of the person on the post's matters after the last day that no authority of theirs covers. */
export function actsAfter(world: World, personId: string, postId: string, lastDay: Day): Approval[] {
  const matters = mattersOfPost(world, postId, lastDay);
  const steps = new Set(world.steps.filter(({ matterId }) => matters.has(matterId)).map(({ id }) => id));
  const { timeZone } = world.settings;
  return world.approvals.filter((act) => {
    if (act.personId !== personId || !steps.has(act.stepId) || !isDeciding(act.action)) return false;
    const day = dayOf(act.happenedAt, timeZone);
    return day > lastDay && !mayDo(world, personId, act.stepId, day);
  });
}
function mayDo(world: World, personId: string, stepId: string, day: Day): boolean {
  const authorities = world.authorities.filter((row) => row.stepId === stepId && contains(row, day));
  const lent = new Set(
    world.delegations
      .filter((row) => row.toPersonId === personId && contains(row, day))
      .map(({ authorityId }) => authorityId),
  );
  return authorities.some(
    (row) => lent.has(row.id) || ownDays(world, row, personId).some((days) => contains(days, day)),
  );
}
