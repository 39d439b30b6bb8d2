// Who has done which duty in cases still open, or within a year: nobody may arrive where they would review their own work.
import { isDeciding } from "../../shared/domain/approval.ts";
import { addMonths, type Day, dayOf } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import type { OpenWork } from "../../shared/rotation/review-blocks.ts";

/** A case that is not closed is taken to stay open this long after its last act. */
const openMonths = 6;
/** Nobody supervises for so long what they did, open or closed (docs/rotation.md). */
const superviseMonths = 12;

/** One line per person, matter and duty: the latest days until which such work bars from reviewing it, after `today`. */
export function openWork(world: World, today: Day): OpenWork[] {
  const cases = new Map(world.cases.map((one) => [one.id, one]));
  const steps = new Map(world.steps.map((step) => [step.id, step]));
  const closed = new Set<string>();
  for (const { caseId, stepId, action } of world.approvals)
    if (steps.get(stepId)?.isTerminal && isDeciding(action) && action !== "reject") closed.add(caseId);
  const work = new Map<string, OpenWork>();
  for (const act of world.approvals) {
    const one = cases.get(act.caseId);
    const step = steps.get(act.stepId);
    if (!one || !step || act.personId === null || !isDeciding(act.action)) continue;
    const day = dayOf(act.happenedAt, world.settings.timeZone);
    const isClosed = closed.has(one.id) || (one.closedOn !== null && one.closedOn <= today);
    const until = isClosed ? day : addMonths(day, openMonths);
    const superviseUntil = addMonths(day, superviseMonths);
    if (until <= today && superviseUntil <= today) continue;
    const key = `${act.personId} ${one.matterId} ${step.duty}`;
    const known = work.get(key);
    work.set(key, {
      personId: act.personId,
      matterId: one.matterId,
      duty: step.duty,
      until: later(known?.until, until),
      superviseUntil: later(known?.superviseUntil, superviseUntil),
    });
  }
  return [...work.values()];
}

const later = (known: Day | undefined, day: Day): Day => (known !== undefined && known > day ? known : day);
