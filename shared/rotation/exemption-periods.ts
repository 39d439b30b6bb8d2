// The periods of an exemption for which its compensating control must be shown to have been carried out.
import { addMonths, type Day } from "../domain/day.ts";
import type { ControlEvidence, Exemption } from "../domain/rotation.ts";
import { evidenceEveryMonths } from "../domain/tenure-controls.ts";

export interface EvidencePeriod {
  from: Day;
  /** Half-open; the last period ends with the exemption. */
  until: Day;
  /** done: evidence is on record; missing: over without any. */
  state: "done" | "missing" | "running" | "coming";
  evidence: ControlEvidence | null;
}

/** By day; together they are the exemption's days. `evidence` of other subjects is passed over. */
export function evidencePeriods(
  exemption: Pick<Exemption, "id" | "from" | "until" | "compensatingControl">,
  evidence: readonly ControlEvidence[],
  today: Day,
): EvidencePeriod[] {
  const every = evidenceEveryMonths(exemption.compensatingControl);
  const own = new Map(
    evidence.filter(({ subjectId }) => subjectId === exemption.id).map((one) => [one.from, one]),
  );
  const periods: EvidencePeriod[] = [];
  for (let index = 0; ; index += 1) {
    const from = addMonths(exemption.from, index * every);
    if (from >= exemption.until) return periods;
    const next = addMonths(exemption.from, (index + 1) * every);
    const until = next < exemption.until ? next : exemption.until;
    const shown = own.get(from) ?? null;
    const state = shown ? "done" : until <= today ? "missing" : from <= today ? "running" : "coming";
    periods.push({ from, until, state, evidence: shown });
  }
}
