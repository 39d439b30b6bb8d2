// Oracle of two-person: too few different persons on a duty of one case.
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  casesInScope,
  closingDay,
  decidingActs,
  distinct,
  type Ground,
  humanActor,
  includesDuty,
  isKnown,
  isPositiveAct,
  stepsInScope,
  stepsOf,
} from "./ground.ts";

export function twoPerson(ground: Ground, rule: RuleOf<"two-person">): Outcome | null {
  const { duty, minPersons, isOdd, quietDays } = rule.parameters;
  if (!stepsInScope(ground, rule).some((step) => includesDuty(ground, step.duty, duty))) return null;

  const findings: Found[] = [];
  let notYetJudged = 0;
  for (const item of casesInScope(ground, rule)) {
    const acts = decidingActs(ground, rule).filter((act) => act.caseId === item.id);
    const all = acts.filter((act) => includesDuty(ground, act.step.duty, duty));
    if (all.length === 0) continue;

    const positions = stepsOf(ground, item.matterId)
      .filter((step) => includesDuty(ground, step.duty, duty))
      .map((step) => step.position);
    const later = acts
      .slice(acts.indexOf(all[0]!) + 1)
      .find((act) => isPositiveAct(act) && act.step.isRequired && act.step.position > Math.max(...positions));
    const day = later ? later.day : closingDay(ground, item, quietDays);
    if (day === null) {
      notYetJudged += 1;
      continue;
    }
    const counted = later ? all.filter((act) => acts.indexOf(act) < acts.indexOf(later)) : all;
    const persons = distinct(counted.map((act) => humanActor(ground, act)).filter(isKnown));
    const isSomebodyUnknown = counted.some((act) => act.personId === null);
    if (isSomebodyUnknown && persons.length < minPersons) notYetJudged += 1;
    else if (persons.length < minPersons || (isOdd && persons.length % 2 === 0))
      findings.push(
        foundOf(ground, rule, {
          groupKey: item.id,
          subject: item.id,
          day,
          personIds: persons,
          caseIds: [item.id],
          acts: counted,
          evidence: actsAsEvidence(counted),
        }),
      );
  }
  return { findings, notYetJudged };
}
