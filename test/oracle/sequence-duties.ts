// Oracle of the checks of sequence that ask for two duties: one before the other, within days, in all no more than.
import type { Case } from "../../shared/domain/approval.ts";
import { addDays } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { dayAfter } from "./clock.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  actsOf,
  amountOf,
  casesInScope,
  type Ground,
  humanActors,
  includesDuty,
  isPositiveAct,
  mattersWithBoth,
  stepsOf,
} from "./ground.ts";

type Sequence = RuleOf<"sequence">;
type Check<C extends Sequence["parameters"]["check"]> = Extract<Sequence["parameters"], { check: C }>;

/** The acts of a case that decide and are not reject, in order. */
export const doneActs = (ground: Ground, rule: Sequence, item: Case): Act[] =>
  actsOf(ground, rule, item).filter(isPositiveAct);

export function caseFinding(
  ground: Ground,
  rule: Sequence,
  item: Case,
  day: string,
  evidence: readonly Act[],
): Found {
  return foundOf(ground, rule, {
    groupKey: item.id,
    subject: item.id,
    day,
    personIds: humanActors(ground, evidence),
    caseIds: [item.id],
    acts: evidence,
    evidence: actsAsEvidence(evidence),
  });
}

function casesWithBoth(ground: Ground, rule: Sequence, earlier: string, later: string): Case[] | null {
  const matterIds = mattersWithBoth(ground, rule, earlier, later).map((matter) => matter.id);
  if (matterIds.length === 0) return null;
  return casesInScope(ground, rule).filter((item) => matterIds.includes(item.matterId));
}

export function before(ground: Ground, rule: Sequence, { earlier, later }: Check<"before">): Outcome | null {
  const cases = casesWithBoth(ground, rule, earlier, later);
  if (!cases) return null;
  const findings: Found[] = [];
  for (const item of cases) {
    const acts = doneActs(ground, rule, item);
    const judged = acts.find((act) => includesDuty(ground, act.step.duty, later));
    if (!judged) continue;
    const earlierActs = acts.filter((act) => includesDuty(ground, act.step.duty, earlier));
    if (earlierActs.some((act) => act.happenedAt <= judged.happenedAt)) continue;
    const told = acts.filter((act) => act === judged || act === earlierActs[0]);
    findings.push(caseFinding(ground, rule, item, judged.day, told));
  }
  return { findings, notYetJudged: 0 };
}

export function deadline(ground: Ground, rule: Sequence, parameters: Check<"deadline">): Outcome | null {
  const { earlier, later, days, isWorkdays } = parameters;
  const cases = casesWithBoth(ground, rule, earlier, later);
  if (!cases) return null;
  const findings: Found[] = [];
  let notYetJudged = 0;
  for (const item of cases) {
    const acts = doneActs(ground, rule, item);
    const due = (act: Act): string => dayAfter(ground, act.day, days, isWorkdays);
    const end = acts.find((act) => includesDuty(ground, act.step.duty, later));
    const start = acts
      .slice(0, end ? acts.indexOf(end) : acts.length)
      .filter((act) => includesDuty(ground, act.step.duty, earlier))
      .at(-1);
    if (!start) continue;
    if (end) {
      if (end.day > due(start)) findings.push(caseFinding(ground, rule, item, end.day, [start, end]));
      continue;
    }
    const positions = stepsOf(ground, item.matterId)
      .filter((step) => includesDuty(ground, step.duty, earlier))
      .map((step) => step.position);
    if (start.step.position !== Math.max(...positions)) continue;
    if (ground.today > due(start))
      findings.push(caseFinding(ground, rule, item, addDays(due(start), 1), [start]));
    else notYetJudged += 1;
  }
  return { findings, notYetJudged };
}

export function sumOver(ground: Ground, rule: Sequence, parameters: Check<"sum-over">): Outcome | null {
  const { base, added, permille } = parameters;
  const cases = casesWithBoth(ground, rule, base, added);
  if (!cases) return null;
  const findings: Found[] = [];
  for (const item of cases) {
    const acts = doneActs(ground, rule, item);
    const first = acts.find((act) => includesDuty(ground, act.step.duty, base) && amountOf(act) !== null);
    if (!first) continue;
    const more = acts
      .slice(acts.indexOf(first) + 1)
      .filter(
        (act) =>
          includesDuty(ground, act.step.duty, added) &&
          !includesDuty(ground, act.step.duty, base) &&
          act.amount !== null,
      );
    const completing = more.find((_, index) => {
      const sum = more.slice(0, index + 1).reduce((total, act) => total + act.amount!, 0);
      return sum * 1000 > amountOf(first)! * permille;
    });
    if (completing) findings.push(caseFinding(ground, rule, item, completing.day, [first, ...more]));
  }
  return { findings, notYetJudged: 0 };
}
