// Which groups an act joins: what the gate folds again.
import { creditedPersons } from "./cover.ts";
import type { Touched, View } from "./view.ts";

/** The cases, and everybody who acted in them or is credited there. */
export function touchedBy(view: View, caseIds: Iterable<string>): Touched {
  const touched = { caseIds: new Set(caseIds), personIds: new Set<string>() };
  for (const caseId of touched.caseIds)
    for (const act of view.caseActs.get(caseId)?.acts ?? []) {
      if (act.actorId !== null) touched.personIds.add(act.actorId);
      for (const personId of creditedPersons(view, act)) touched.personIds.add(personId);
    }
  return touched;
}
