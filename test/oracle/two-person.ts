// Oracle of two-person: too few different persons, organs or experts on a duty of one case.
import { contains } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  casesInScope,
  closingDay,
  decidingActs,
  distinct,
  type Ground,
  humanActors,
  includesDuty,
  isKnown,
  isPositiveAct,
  stepsInScope,
  stepsOf,
} from "./ground.ts";
import { unitOf } from "./unit.ts";

function lacksExperts(ground: Ground, rule: RuleOf<"two-person">, acts: readonly Act[]): boolean {
  const { experts } = rule.parameters;
  if (experts === null) return false;
  const qualified = ground.world.qualifications.filter(
    (row) => row.code === experts.qualification && (row.until === null || row.from < row.until),
  );
  if (qualified.length === 0) return false;
  const people = humanActors(ground, acts);
  const those = people.filter((person) => {
    const first = acts.find((act) => act.personId === person)!;
    return qualified.some((row) => row.personId === person && contains(row, first.day));
  });
  return those.length * experts.of < people.length * experts.atLeast;
}

export function twoPerson(ground: Ground, rule: RuleOf<"two-person">): Outcome | null {
  const { duty, minPersons, isOdd, countBy, quietDays } = rule.parameters;
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
    const persons = humanActors(ground, counted);
    const units = counted.map((act) => unitOf(ground, act, "organ"));
    const isByOrgan = countBy === "organ";
    const number = isByOrgan ? distinct(units.filter(isKnown)).length : persons.length;
    const isSomeUnknown = isByOrgan ? units.includes(null) : counted.some((act) => act.personId === null);
    if (isSomeUnknown && number < minPersons) notYetJudged += 1;
    else if (number < minPersons || (isOdd && number % 2 === 0) || lacksExperts(ground, rule, counted))
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
