// Moves acts of a case in time; what would come before is pushed after, and whoever was to be away that day was not, after all.
import { type Draft, type DraftAct, type DraftCase, spans } from "../draft.ts";
import { numberOfMoment, withinHours, workdaysLater } from "../workdays.ts";

/** The first act on a step that is no remark. */
export function actOn(it: DraftCase, step: string): DraftAct {
  const found = it.acts.find((act) => act.step === step && act.action !== "comment");
  if (!found) throw new Error(`${it.matter.name} has no act on ${step}`);
  return found;
}

/** Makes the actor present on the day of the act. */
export function attend(draft: Draft, act: DraftAct): void {
  const day = numberOfMoment(act.happened);
  draft.absences = draft.absences.filter((away) => away.staffNo !== act.staffNo || !spans(away, day));
}

/** Sets the moment of an act; acts behind it that would now come before it follow on the next mornings. */
export function setMoment(draft: Draft, it: DraftCase, act: DraftAct, moment: number): void {
  const put = (one: DraftAct, at: number): void => {
    one.recorded = at + Math.max(1, one.recorded - one.happened);
    one.happened = at;
    attend(draft, one);
  };
  put(act, moment);
  let last = moment;
  for (const next of it.acts.slice(it.acts.indexOf(act) + 1)) {
    if (next.happened <= last)
      put(next, withinHours(workdaysLater(numberOfMoment(last) + 1, 0) * 1440 + 545));
    last = next.happened;
  }
  if (it.closed !== null) it.closed = numberOfMoment(last);
}
