// sequence/order: the first act on a required step comes after the first act on a later step.
import { caseNoOf } from "../sentence.ts";
import type { Act } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

interface State {
  caseId: string;
  /** First act per step, in order. */
  firsts: Map<string, Act>;
  /** Evidence: firsts that take part in an inversion, each once. */
  inverted: Act[];
  isBreached: boolean;
}

export const order = (context: Context<"sequence">): Fold<Act, State> => ({
  unmet: unmetOrder(context),
  groups: (touched) => caseGroups(context, touched, (shape) => shape.steps.length > 1),
  start: (caseId) => ({ caseId, firsts: new Map(), inverted: [], isBreached: false }),
  step(state, act) {
    if (!isDone(act) || state.firsts.has(act.step.id)) return noBreach;
    // Everything already here happened no later, so only this act can be the late one of an inversion.
    const earlier = act.step.isRequired
      ? [...state.firsts.values()].filter(
          (first) =>
            first.step.position > act.step.position && first.approval.happenedAt < act.approval.happenedAt,
        )
      : [];
    state.firsts.set(act.step.id, act);
    if (earlier.length === 0) return noBreach;
    for (const one of [...earlier, act]) if (!state.inverted.includes(one)) state.inverted.push(one);
    if (state.isBreached) return noBreach;
    state.isBreached = true;
    return [lateStep(context, state, act, earlier)];
  },
});

function lateStep(context: Context<"sequence">, state: State, late: Act, earlier: readonly Act[]): Breach {
  const caseNo = caseNoOf(context.view, state.caseId);
  const first = earlier[0]?.step.name ?? "";
  return breachOfCase(state.caseId, state.inverted, {
    day: late.day,
    say: () => ({
      zh: `业务件 ${caseNo} 的“${first}”先于“${late.step.name}”办理，与规定次序相反。`,
      en: `In case ${caseNo}, “${first}” was done before “${late.step.name}”, against the order of its steps.`,
    }),
  });
}
