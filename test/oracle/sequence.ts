// Oracle of sequence: inversions, missing steps, one duty before another, back-dating.
import type { Case } from "../../shared/domain/approval.ts";
import type { Step } from "../../shared/domain/authority.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import { actsAsEvidence, type Found, foundOf, type Outcome } from "./found.ts";
import {
  type Act,
  byText,
  casesInScope,
  closingDay,
  decidingActs,
  distinct,
  type Ground,
  humanActor,
  includesDuty,
  isInScope,
  isKnown,
  isPositiveAct,
  mattersInScope,
  stepsOf,
} from "./ground.ts";

type Sequence = RuleOf<"sequence">;
const msPerDay = 86_400_000;

const actorsOf = (ground: Ground, acts: readonly Act[]): string[] =>
  acts.map((act) => humanActor(ground, act)).filter(isKnown);
const ofCase = (ground: Ground, rule: Sequence, item: Case): Act[] =>
  decidingActs(ground, rule).filter((act) => act.caseId === item.id && isPositiveAct(act));

function caseFinding(
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
    personIds: actorsOf(ground, evidence),
    caseIds: [item.id],
    acts: evidence,
    evidence: actsAsEvidence(evidence),
  });
}

function order(ground: Ground, rule: Sequence): Outcome {
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = ofCase(ground, rule, item);
    const first = (step: Step): Act | undefined => acts.find((act) => act.stepId === step.id);
    const steps = stepsOf(ground, item.matterId);
    const inversions = steps.flatMap((step) =>
      steps.flatMap((later) => {
        const own = first(step);
        const other = first(later);
        const isInverted =
          step.isRequired &&
          later.position > step.position &&
          own !== undefined &&
          other !== undefined &&
          other.happenedAt < own.happenedAt;
        return isInverted ? [{ own, other }] : [];
      }),
    );
    const completing = acts.find((act) => inversions.some(({ own }) => own === act));
    if (!completing) continue;
    const told = acts.filter((act) => inversions.some(({ own, other }) => act === own || act === other));
    findings.push(caseFinding(ground, rule, item, completing.day, told));
  }
  return { findings, notYetJudged: 0 };
}

function missing(ground: Ground, rule: Sequence, quietDays: number): Outcome {
  const findings: Found[] = [];
  let notYetJudged = 0;
  for (const item of casesInScope(ground, rule)) {
    const acts = ofCase(ground, rule, item);
    const closedOn = closingDay(ground, item, quietDays);
    const undone = stepsOf(ground, item.matterId)
      .filter((step) => step.isRequired && !acts.some((act) => act.stepId === step.id))
      .sort((a, b) => a.position - b.position || byText(a.id, b.id));
    const after = (step: Step): Act[] => acts.filter((act) => act.step.position > step.position);
    const passed = undone.filter(
      (step) =>
        after(step).some((act) => act.step.isRequired) || (closedOn !== null && after(step).length > 0),
    );
    if (passed.length === 0) {
      if (closedOn === null && undone.some((step) => after(step).length > 0)) notYetJudged += 1;
      continue;
    }
    const onRequired = acts.find(
      (act) => act.step.isRequired && passed.some((step) => act.step.position > step.position),
    );
    const firsts = passed.map((step) => after(step)[0]);
    const told = acts.filter((act) => firsts.includes(act));
    // Without an act on a later required step only a closed case has passed steps.
    findings.push(caseFinding(ground, rule, item, onRequired?.day ?? closedOn!, told));
  }
  return { findings, notYetJudged };
}

function before(ground: Ground, rule: Sequence, earlier: string, later: string): Outcome | null {
  const speaksOf = (matterId: string): boolean => {
    const steps = stepsOf(ground, matterId);
    return steps.some(
      (step) =>
        includesDuty(ground, step.duty, earlier) &&
        steps.some((other) => other.id !== step.id && includesDuty(ground, other.duty, later)),
    );
  };
  if (!mattersInScope(ground, rule).some((matter) => speaksOf(matter.id))) return null;
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule).filter((row) => speaksOf(row.matterId))) {
    const acts = ofCase(ground, rule, item);
    const judged = acts.find((act) => includesDuty(ground, act.step.duty, later));
    if (!judged) continue;
    const earlierActs = acts.filter((act) => includesDuty(ground, act.step.duty, earlier));
    if (earlierActs.some((act) => act.happenedAt <= judged.happenedAt)) continue;
    const told = acts.filter((act) => act === judged || act === earlierActs[0]);
    findings.push(caseFinding(ground, rule, item, judged.day, told));
  }
  return { findings, notYetJudged: 0 };
}

function backDated(ground: Ground, rule: Sequence, lagDays: number): Outcome | null {
  const isAnyRecorded = ground.acts.some((act) => isInScope(rule, act.matter) && act.recordedAt !== null);
  if (!isAnyRecorded) return null;
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = ofCase(ground, rule, item);
    for (const act of acts) {
      const { recordedAt } = act;
      if (recordedAt === null || recordedAt - act.happenedAt <= lagDays * msPerDay) continue;
      const overtaking = acts.find(
        (other) =>
          other.step.position > act.step.position &&
          act.happenedAt < other.happenedAt &&
          other.happenedAt < recordedAt,
      );
      if (!overtaking) continue;
      findings.push({
        ...caseFinding(ground, rule, item, act.day, [act, overtaking]),
        subject: act.personId ?? item.id,
        anchor: act.naturalKey,
      });
    }
  }
  return { findings, notYetJudged: 0 };
}

export function sequence(ground: Ground, rule: Sequence): Outcome | null {
  const hasOrder = mattersInScope(ground, rule).some(
    (matter) => distinct(stepsOf(ground, matter.id).map((step) => String(step.position))).length > 1,
  );
  if (!hasOrder) return null;
  const { parameters } = rule;
  switch (parameters.check) {
    case "order":
      return order(ground, rule);
    case "missing":
      return missing(ground, rule, parameters.quietDays);
    case "before":
      return before(ground, rule, parameters.earlier, parameters.later);
    case "back-dated":
      return backDated(ground, rule, parameters.lagDays);
  }
}
