// Oracle of separate-duties: one person does more of a set of duties in one case than may be held.
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  casesInScope,
  creditedPersons,
  decidingActs,
  distinct,
  type Ground,
  match,
  stepsInScope,
} from "./ground.ts";

export function separateDuties(ground: Ground, rule: RuleOf<"separate-duties">): Outcome | null {
  const { duties, maxHeld } = rule.parameters;
  const occurring = distinct(stepsInScope(ground, rule).flatMap((step) => match(ground, step.duty, duties)));
  if (occurring.length < 2) return null;

  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = decidingActs(ground, rule).filter((act) => act.caseId === item.id);
    const persons = distinct(acts.flatMap((act) => creditedPersons(ground, act)));
    for (const personId of persons) {
      const theirs = acts.filter((act) => creditedPersons(ground, act).includes(personId));
      const collected = new Set<string>();
      const completing = theirs.find((act) => {
        for (const duty of match(ground, act.step.duty, duties)) collected.add(duty);
        return collected.size > maxHeld;
      });
      if (!completing) continue;
      const telling = theirs.filter((act) => match(ground, act.step.duty, duties).length > 0);
      findings.push(
        foundOf(ground, rule, {
          groupKey: item.id,
          subject: personId,
          day: completing.day,
          personIds: [personId],
          caseIds: [item.id],
          acts: telling,
          evidence: actsAsEvidence(telling),
        }),
      );
    }
  }
  return { findings, notYetJudged: 0 };
}
