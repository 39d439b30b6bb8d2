// Who has done which duty in cases still open: nobody may arrive where they would review their own work.
import { isDeciding } from "../../shared/domain/approval.ts";
import { addMonths, type Day, dayOf } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import type { OpenWork } from "../../shared/rotation/problem.ts";

/** A case that is not closed is taken to stay open this long after its last act. */
const openMonths = 6;

/** One line per person, matter and duty: the latest day until which such work is taken to be open, on or after `today`. */
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
    if (closed.has(one.id) || (one.closedOn !== null && one.closedOn <= today)) continue;
    const until = addMonths(dayOf(act.happenedAt, world.settings.timeZone), openMonths);
    if (until <= today) continue;
    const key = `${act.personId} ${one.matterId} ${step.duty}`;
    const known = work.get(key);
    if (!known || known.until < until)
      work.set(key, { personId: act.personId, matterId: one.matterId, duty: step.duty, until });
  }
  return [...work.values()];
}
