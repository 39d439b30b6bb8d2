// Oracle of seniority: the later duty is done by somebody else who stands no higher than whoever did the earlier.
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  actsOf,
  casesInScope,
  type Ground,
  humanActor,
  humanActors,
  includesDuty,
  mattersWithBoth,
} from "./ground.ts";
import { rankOf } from "./unit.ts";

function clash(ground: Ground, earlier: Act, later: Act): boolean {
  const low = rankOf(ground, earlier);
  const high = rankOf(ground, later);
  return earlier.personId !== later.personId && low !== null && high !== null && high <= low;
}

export function seniority(ground: Ground, rule: RuleOf<"seniority">): Outcome | null {
  const { earlier, later } = rule.parameters;
  if (mattersWithBoth(ground, rule, earlier, later).length === 0 || ground.world.posts.length === 0)
    return null;

  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item).filter((act) => humanActor(ground, act) !== null);
    const pairs = acts.flatMap((high, index) =>
      acts
        .slice(0, index)
        .filter(
          (low) =>
            includesDuty(ground, high.step.duty, later) &&
            includesDuty(ground, low.step.duty, earlier) &&
            clash(ground, low, high),
        )
        .map((low) => ({ low, high })),
    );
    for (const actor of humanActors(
      ground,
      pairs.map(({ high }) => high),
    )) {
      const theirs = pairs.filter(({ high }) => high.personId === actor);
      const told = acts.filter((act) => theirs.some(({ low, high }) => act === low || act === high));
      const first = acts.find((act) => theirs.some(({ high }) => act === high))!;
      findings.push(
        foundOf(ground, rule, {
          groupKey: item.id,
          subject: actor,
          day: first.day,
          personIds: humanActors(ground, told),
          caseIds: [item.id],
          acts: told,
          evidence: actsAsEvidence(told),
        }),
      );
    }
  }
  return { findings, notYetJudged: 0 };
}
