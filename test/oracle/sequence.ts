// Oracle of sequence: inversions, missing steps, back-dating, approval after a reject; the rest is beside it.
import type { Step } from "../../shared/domain/authority.ts";
import { daysBetween } from "../../shared/domain/day.ts";
import type { RuleOf } from "../../shared/domain/rule.ts";
import type { Found, Outcome } from "./found.ts";
import {
  type Act,
  actsOf,
  byText,
  casesInScope,
  closingDay,
  distinct,
  type Ground,
  humanActor,
  isInScope,
  mattersInScope,
  stepsOf,
} from "./ground.ts";
import { before, caseFinding, deadline, doneActs, sumOver } from "./sequence-duties.ts";

type Sequence = RuleOf<"sequence">;
const msPerDay = 86_400_000;

function order(ground: Ground, rule: Sequence): Outcome {
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = doneActs(ground, rule, item);
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
    const acts = doneActs(ground, rule, item);
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

function backDated(ground: Ground, rule: Sequence, lagDays: number): Outcome | null {
  const isAnyRecorded = ground.acts.some((act) => isInScope(rule, act.matter) && act.recordedAt !== null);
  if (!isAnyRecorded) return null;
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = doneActs(ground, rule, item);
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

function afterReject(ground: Ground, rule: Sequence, days: number): Outcome {
  const findings: Found[] = [];
  for (const item of casesInScope(ground, rule)) {
    const acts = actsOf(ground, rule, item);
    for (const act of acts.filter(({ action }) => action === "approve")) {
      const actor = humanActor(ground, act);
      if (actor === null) continue;
      const rejected = acts
        .slice(0, acts.indexOf(act))
        .filter((other) => other.action === "reject" && other.stepId === act.stepId)
        .filter((other) => humanActor(ground, other) !== null && other.personId !== actor)
        .filter((other) => daysBetween(other.day, act.day) <= days)
        .at(-1);
      if (!rejected) continue;
      findings.push({
        ...caseFinding(ground, rule, item, act.day, [rejected, act]),
        subject: actor,
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
      return before(ground, rule, parameters);
    case "back-dated":
      return backDated(ground, rule, parameters.lagDays);
    case "after-reject":
      return afterReject(ground, rule, parameters.days);
    case "deadline":
      return deadline(ground, rule, parameters);
    case "sum-over":
      return sumOver(ground, rule, parameters);
  }
}
