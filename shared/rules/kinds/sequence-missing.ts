// sequence/missing: a required step without an act, although a later one was done or the case is closed.
import type { Step } from "../../domain/authority.ts";
import { compareActs } from "../acts.ts";
import { caseNoOf } from "../sentence.ts";
import type { Act } from "../view.ts";
import { closingDay, noteAct, startTrace, type Trace } from "./closing.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, found, noBreach, nothing, undecided } from "./kind.ts";
import { type Asked, breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

interface State {
  trace: Trace;
  /** First act per step, in order. */
  firsts: Map<string, Act>;
}

export const missing = (context: Context<"sequence">, asked: Asked<"missing">): Fold<Act, State> => {
  const { view } = context;
  return {
    unmet: unmetOrder(context),
    groups: (touched) =>
      caseGroups(context, touched, (shape) =>
        (view.stepsOf.get(shape.matterId) ?? []).some((step) => step.isRequired),
      ),
    start: (caseId) => ({ trace: startTrace(caseId), firsts: new Map() }),
    step(state, act) {
      noteAct(state.trace, act);
      if (isDone(act) && !state.firsts.has(act.step.id)) state.firsts.set(act.step.id, act);
      return noBreach;
    },
    finish(state) {
      const { caseId } = state.trace;
      const of = view.cases.get(caseId);
      const firsts = [...state.firsts.values()];
      const absent = (view.stepsOf.get(of?.matterId ?? "") ?? []).filter(
        (step) => step.isRequired && !state.firsts.has(step.id),
      );
      if (absent.length === 0 || firsts.length === 0) return nothing;
      const beyond = (step: Step): Act[] => firsts.filter((act) => act.step.position > step.position);
      const closing = closingDay(view, state.trace, asked.quietDays);
      const skipped = absent.filter((step) =>
        beyond(step).some((act) => act.step.isRequired || closing !== null),
      );
      if (skipped.length === 0)
        return closing === null && absent.some((step) => beyond(step).length > 0) ? undecided : nothing;

      const required = skipped.flatMap(beyond).filter((act) => act.step.isRequired);
      const day = required.sort(compareActs)[0]?.day ?? closing ?? view.today;
      const evidence = [...new Set(skipped.map((step) => beyond(step)[0]))].filter(
        (act) => act !== undefined,
      );
      const names = skipped.map((step) => `“${step.name}”`);
      const caseNo = caseNoOf(view, caseId);
      return found([
        breachOfCase(caseId, evidence, {
          day,
          say: () => ({
            zh: `业务件 ${caseNo} 未见必经环节${names.join("、")}的办理记录，其后环节已办理。`,
            en: `Case ${caseNo} has no record of the required ${names.join(", ")}, though a later step was done.`,
          }),
        }),
      ]);
    },
  };
};
