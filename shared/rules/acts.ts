// Approvals into acts: the deciding ones up to today, in the one order that every rule uses.
import { type Approval, isDeciding } from "../domain/approval.ts";
import { type Day, dayOf, type Instant } from "../domain/day.ts";
import { compareText } from "./gather.ts";
import type { Act, View } from "./view.ts";

/** (happened at, step position, natural key): content decides, never import order. */
export const compareActs = (a: Act, b: Act): number =>
  a.approval.happenedAt - b.approval.happenedAt ||
  a.step.position - b.step.position ||
  compareText(a.approval.naturalKey, b.approval.naturalKey);

const quarterHour = 900_000;
/** `dayOf` with one look-up per quarter of an hour: midnights lie on quarters in every zone's civil time. */
export function dayReader(zone: string): (at: Instant) => Day {
  const days = new Map<number, Day | null>();
  return (at) => {
    const bucket = Math.floor(at / quarterHour);
    let day = days.get(bucket);
    if (day === undefined) {
      const first = dayOf(bucket * quarterHour, zone);
      day = first === dayOf((bucket + 1) * quarterHour - 1, zone) ? first : null;
      days.set(bucket, day);
    }
    return day ?? dayOf(at, zone);
  };
}

type Known = Pick<View, "cases" | "steps" | "people" | "implied">;

/** The act of a deciding approval; null for other actions and for rows whose case or step is not there. */
export function actOf(approval: Approval, day: Day, known: Known): Act | null {
  if (!isDeciding(approval.action)) return null;
  const step = known.steps.get(approval.stepId);
  const of = known.cases.get(approval.caseId);
  if (!step || !of) return null;
  const isBySystem = approval.personId !== null && known.people.get(approval.personId)?.isSystem === true;
  return {
    approval,
    case: of,
    step,
    day,
    duties: known.implied(step.duty),
    actorId: isBySystem ? null : approval.personId,
    isBySystem,
    credited: null,
    coverage: null,
  };
}
