// Forced leaves as people read them: phase on a day, handovers, acts of the person meanwhile, what is to be looked at.
import type { LeaveRow } from "../../../shared/contract/leaves.ts";
import { addDays, contains, type Day, dayOf } from "../../../shared/domain/day.ts";
import { type ControlEvidence, type ForcedLeave, leastLeaveDays } from "../../../shared/domain/rotation.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { workdayReader } from "../../../shared/domain/workdays.ts";
import type { World } from "../../../shared/domain/world.ts";
import { workingDaysIn } from "../../../shared/rotation/forced-leave.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";

const ranks = { asked: 0, placed: 1, withdrawn: 2 } as const;
/** Shown at most; the count says how many there are. */
const mostActs = 200;

/** Asked ones by window, then placed with the last day first, then withdrawn. */
export function leaveRows(
  world: World,
  leaves: readonly ForcedLeave[],
  evidence: readonly ControlEvidence[],
  day: Day,
): LeaveRow[] {
  const labels = labelsOf(world);
  const isWorkday = workdayReader(world.calendar);
  const acts = actsDuring(world, leaves, day);
  return leaves
    .map((one): LeaveRow => {
      const isPlaced = one.state === "placed";
      const placedDays = isPlaced ? workingDaysIn(one, isWorkday) : null;
      const phase = !isPlaced ? null : contains(one, day) ? "running" : one.from > day ? "coming" : "over";
      const shown = evidence.find(({ subjectId }) => subjectId === one.id) ?? null;
      const row: Omit<LeaveRow, "concerns"> = {
        id: one.id,
        person: labels.person(one.personId),
        post: postName(labels, labels.post(one.postId)),
        standIn: one.standInId === null ? null : labels.person(one.standInId),
        state: one.state,
        phase,
        from: isPlaced ? one.from : null,
        until: isPlaced ? one.until : null,
        window: one.window,
        workingDays: one.workingDays,
        placedDays,
        reason: one.reason,
        docNo: one.docNo,
        approver: one.approver,
        byPlan: one.planId !== null,
        handOut: one.handOut,
        handBack: one.handBack,
        withdrawnBecause: one.withdrawnBecause,
        acts: (acts.get(one.id) ?? []).slice(0, mostActs),
        evidence: shown && {
          id: shown.id,
          doneOn: shown.doneOn,
          doneBy: shown.doneBy,
          found: shown.found,
          docNo: shown.docNo,
        },
      };
      return { ...row, concerns: concernsOf(row, day) };
    })
    .toSorted(
      (a, b) =>
        ranks[a.state] - ranks[b.state] ||
        (a.state === "asked"
          ? order(a.window.from, b.window.from)
          : order(b.from ?? b.window.from, a.from ?? a.window.from)) ||
        order(a.id, b.id),
    );
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function concernsOf(row: Omit<LeaveRow, "concerns">, day: Day): Text[] {
  const found: Text[] = [];
  const add = (isFound: boolean, zh: string, en: string): void => {
    if (isFound) found.push({ zh, en });
  };
  const { phase, placedDays, acts, window } = row;
  add(
    row.state === "asked" && window.until <= day,
    `时段 ${window.from} 至 ${addDays(window.until, -1)} 已过，没有安排`,
    `its window ${window.from} to ${addDays(window.until, -1)} has passed without a leave`,
  );
  add(
    placedDays !== null && placedDays < Math.max(leastLeaveDays, row.workingDays),
    `只有 ${placedDays} 个工作日`,
    `only ${placedDays} working days`,
  );
  const [begun, over] = [phase === "running" || phase === "over", phase === "over"];
  add(begun && row.handOut === null, "休假前的交接没有登记", "the handover before the leave is not recorded");
  add(over && row.handBack === null, "返岗交接没有登记", "the handover on return is not recorded");
  add(
    acts.length > 0,
    `休假期间有 ${acts.length} 条本人办理记录，待核`,
    `${acts.length} acts of the person during the leave, to be looked at`,
  );
  add(
    over && row.evidence === null,
    "休假期间的业务还没有审计记录",
    "no record yet that audit looked at that time",
  );
  return found;
}

/** By leave, what its person did in the log on its days. */
function actsDuring(world: World, leaves: readonly ForcedLeave[], day: Day): Map<string, LeaveRow["acts"]> {
  const placed = leaves.filter(({ state, from }) => state === "placed" && from <= day);
  const found = new Map<string, LeaveRow["acts"]>();
  if (placed.length === 0) return found;
  const people = new Set(placed.map(({ personId }) => personId));
  const cases = new Map(world.cases.map((one) => [one.id, one]));
  const steps = new Map(world.steps.map((one) => [one.id, one]));
  for (const act of world.approvals) {
    if (act.personId === null || !people.has(act.personId)) continue;
    const on = dayOf(act.happenedAt, world.settings.timeZone);
    for (const { id, personId, from, until } of placed)
      if (personId === act.personId && from <= on && on < until && on <= day)
        found.set(id, [
          ...(found.get(id) ?? []),
          {
            at: act.happenedAt,
            day: on,
            caseNo: cases.get(act.caseId)?.caseNo ?? "",
            step: steps.get(act.stepId)?.name ?? "",
          },
        ]);
  }
  for (const acts of found.values()) acts.sort((a, b) => a.at - b.at);
  return found;
}
