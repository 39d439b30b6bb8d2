// Oracle of separate-units: one department or organ does more of a set of duties in one case than may be held.
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  actsOf,
  casesInScope,
  distinct,
  type Ground,
  humanActors,
  isKnown,
  match,
  occurringDuties,
} from "./ground.ts";
import { unitOf } from "./unit.ts";

export function separateUnits(ground: Ground, rule: RuleOf<"separate-units">): Outcome | null {
  const { duties, maxHeld, unit: scope } = rule.parameters;
  if (occurringDuties(ground, rule, duties).length < 2 || ground.world.posts.length === 0) return null;

  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item).filter((act) => match(ground, act.step.duty, duties).length > 0);
    for (const unit of distinct(acts.map((act) => unitOf(ground, act, scope)).filter(isKnown))) {
      const theirs = acts.filter((act) => unitOf(ground, act, scope) === unit);
      const completing = theirs.find((_, index) => {
        const soFar = theirs.slice(0, index + 1);
        return distinct(soFar.flatMap((act) => match(ground, act.step.duty, duties))).length > maxHeld;
      });
      if (!completing) continue;
      findings.push({
        ...foundOf(ground, rule, {
          groupKey: item.id,
          subject: unit,
          day: completing.day,
          personIds: humanActors(ground, theirs),
          caseIds: [item.id],
          acts: theirs,
          evidence: actsAsEvidence(theirs),
        }),
        departmentId: unit,
      });
    }
  }
  return { findings, notYetJudged: 0 };
}
