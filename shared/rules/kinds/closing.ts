// When a case counts as closed: by its own date, by a terminal step, or by silence.
import { addDays, type Day } from "../../domain/day.ts";
import type { Act, View } from "../view.ts";

/** What the acts of one case tell about its closing, noted act by act in order. */
export interface Trace {
  caseId: string;
  lastDay: Day | null;
  terminalDay: Day | null;
}
export const startTrace = (caseId: string): Trace => ({ caseId, lastDay: null, terminalDay: null });

export function noteAct(trace: Trace, act: Act): void {
  trace.lastDay = act.day;
  if (act.step.isTerminal && act.approval.action !== "reject") trace.terminalDay ??= act.day;
}

/** The earliest day on which the case was closed as of today; null while it is open. */
export function closingDay(view: View, trace: Trace, quietDays: number): Day | null {
  const closedOn = view.cases.get(trace.caseId)?.closedOn ?? null;
  const quietOn = trace.lastDay === null ? null : addDays(trace.lastDay, quietDays);
  let closing: Day | null = null;
  for (const day of [closedOn, trace.terminalDay, quietOn])
    if (day !== null && day <= view.today && (closing === null || day < closing)) closing = day;
  return closing;
}
