// Exemptions as people read them: state on a day, periods of evidence, what is to be looked at.
import type { ExemptionRow } from "../../../shared/contract/tenure.ts";
import { contains, type Day, daysBetween, lastDay } from "../../../shared/domain/day.ts";
import type { ControlEvidence } from "../../../shared/domain/rotation.ts";
import { evidenceEveryMonths } from "../../../shared/domain/tenure-controls.ts";
import type { World } from "../../../shared/domain/world.ts";
import { exemptionConcerns } from "../../../shared/rotation/concerns.ts";
import { evidencePeriods } from "../../../shared/rotation/exemption-periods.ts";
import { labelsOf } from "../labels.ts";
import { postName } from "../tenure-rows.ts";

const ranks = { running: 0, coming: 1, ended: 2 } as const;

export function exemptionRows(world: World, evidence: readonly ControlEvidence[], day: Day): ExemptionRow[] {
  const labels = labelsOf(world);
  return world.exemptions
    .map((one): ExemptionRow => {
      const state = contains(one, day) ? "running" : one.from > day ? "coming" : "ended";
      const { id, from, until, reason, docNo, approver, reviewOn, compensatingControl, endReason } = one;
      return {
        id,
        person: labels.person(one.personId),
        post: postName(labels, labels.post(one.postId)),
        from,
        until,
        state,
        daysLeft: state === "running" ? daysBetween(day, lastDay(one) ?? until) : null,
        reason,
        docNo,
        approver,
        reviewOn,
        compensatingControl,
        endReason,
        everyMonths: evidenceEveryMonths(compensatingControl),
        periods: evidencePeriods(one, evidence, day),
        concerns: exemptionConcerns(one, evidence, day),
      };
    })
    .toSorted(
      (a, b) =>
        ranks[a.state] - ranks[b.state] ||
        (a.until < b.until ? -1 : a.until > b.until ? 1 : 0) * (a.state === "ended" ? -1 : 1) ||
        (a.id < b.id ? -1 : 1),
    );
}
