// sequence/back-dated: an act written down long after it happened, when a later step had already been done.
import type { Act } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { type Asked, breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

const msPerDay = 86_400_000;

interface State {
  caseId: string;
  /** Late records for which no later step between happening and recording has been seen yet. */
  waiting: Act[];
}

export const backDated = (context: Context<"sequence">, asked: Asked<"back-dated">): Fold<Act, State> => {
  const isLate = ({ approval }: Act): boolean =>
    approval.recordedAt !== null && approval.recordedAt - approval.happenedAt > asked.lagDays * msPerDay;

  return {
    unmet:
      unmetOrder(context) ??
      ([...context.view.recordedMatters].some(context.admits)
        ? null
        : { zh: "办理记录没有登记时间", en: "no approval says when it was recorded" }),
    groups: (touched) => caseGroups(context, touched, (shape) => shape.steps.length > 1),
    start: (caseId) => ({ caseId, waiting: [] }),
    step(state, act) {
      if (!isDone(act)) return noBreach;
      const breaches: Breach[] = [];
      state.waiting = state.waiting.filter((late) => {
        if (!isBetween(late, act)) return true;
        breaches.push(breachOf(state.caseId, late, act));
        return false;
      });
      if (isLate(act)) state.waiting.push(act);
      return breaches;
    },
  };
};

const isBetween = (late: Act, act: Act): boolean =>
  act.step.position > late.step.position &&
  late.approval.happenedAt < act.approval.happenedAt &&
  late.approval.recordedAt !== null &&
  act.approval.happenedAt < late.approval.recordedAt;

const breachOf = (caseId: string, late: Act, later: Act): Breach =>
  breachOfCase(caseId, [late, later], {
    subject: late.approval.personId ?? caseId,
    anchor: late.approval.naturalKey,
    day: late.day,
    say: () => ({
      zh: `业务件 ${late.case.caseNo} 的“${late.step.name}”记为 ${late.day} 办理，但登记在其后环节“${later.step.name}”办理之后，疑似倒签。`,
      en: `In case ${late.case.caseNo}, “${late.step.name}” is dated ${late.day} but was recorded after the later “${later.step.name}” had been done: possibly back-dated.`,
    }),
  });
