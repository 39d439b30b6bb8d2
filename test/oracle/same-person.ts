// Oracle of same-person: the duties of one case are not all done by, or for, one and the same person.
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import { actsOf, casesInScope, creditedPersons, type Ground, match, occurringDuties } from "./ground.ts";

export function samePerson(ground: Ground, rule: RuleOf<"same-person">): Outcome | null {
  const { duties } = rule.parameters;
  if (occurringDuties(ground, rule, duties).length < 2) return null;

  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item).filter(
      (act) => match(ground, act.step.duty, duties).length > 0 && creditedPersons(ground, act).length > 0,
    );
    const persons = acts.flatMap((act) => creditedPersons(ground, act));
    const completing = acts.find((_, index) => {
      const soFar = acts.slice(0, index + 1);
      return !persons.some((person) => soFar.every((act) => creditedPersons(ground, act).includes(person)));
    });
    if (!completing) continue;
    findings.push(
      foundOf(ground, rule, {
        groupKey: item.id,
        subject: item.id,
        day: completing.day,
        personIds: persons,
        caseIds: [item.id],
        acts,
        evidence: actsAsEvidence(acts),
      }),
    );
  }
  return { findings, notYetJudged: 0 };
}
