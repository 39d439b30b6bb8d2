// sequence/sum-over: what is added after a base act comes to more than a share of its amount.
import { exceedsShare, type Fen } from "../../domain/money.ts";
import { amountOf } from "../cover.ts";
import { caseNoOf, dutyText, percentText, wanText } from "../sentence.ts";
import type { Act } from "../view.ts";
import { caseGroups } from "./grouping.ts";
import { type Context, type Fold, noBreach } from "./kind.ts";
import { mattersWithBoth, noMatterWithBoth } from "./matching.ts";
import { type Asked, breachOfCase, isDone, unmetOrder } from "./sequence-common.ts";

interface State {
  caseId: string;
  base: { act: Act; amount: Fen } | null;
  /** The base, then what was added. */
  acts: Act[];
  sum: Fen;
  isBreached: boolean;
}

export const sumOver = (context: Context<"sequence">, asked: Asked<"sum-over">): Fold<Act, State> => {
  const { view } = context;
  const bound = mattersWithBoth(context, asked.base, asked.added);
  return {
    unmet: unmetOrder(context) ?? (bound.size > 0 ? null : noMatterWithBoth),
    groups: (touched) => caseGroups(context, touched, (shape) => bound.has(shape.matterId)),
    start: (caseId) => ({ caseId, base: null, acts: [], sum: 0, isBreached: false }),
    step(state, act) {
      if (!isDone(act)) return noBreach;
      const isBase = act.duties.has(asked.base);
      if (!state.base) {
        const amount = amountOf(act);
        if (!isBase || amount === null) return noBreach;
        state.base = { act, amount };
        state.acts.push(act);
        return noBreach;
      }
      const added = act.approval.amount;
      if (isBase || added === null || !act.duties.has(asked.added)) return noBreach;
      state.acts.push(act);
      state.sum += added;
      const { amount } = state.base;
      if (state.isBreached || !exceedsShare(state.sum, amount, asked.permille)) return noBreach;
      state.isBreached = true;
      return [
        breachOfCase(state.caseId, state.acts, {
          day: act.day,
          say: () => {
            const caseNo = caseNoOf(view, state.caseId);
            const [base, more] = [dutyText(view, asked.base), dutyText(view, asked.added)];
            const [sum, whole] = [wanText(state.sum), wanText(amount)];
            const share = percentText(asked.permille);
            return {
              zh: `业务件 ${caseNo} 的${more.zh}累计 ${sum.zh}，超过${base.zh}金额 ${whole.zh}的 ${share}。`,
              en: `In case ${caseNo}, ${more.en} came to ${sum.en}, more than ${share} of the ${whole.en} of ${base.en}.`,
            };
          },
        }),
      ];
    },
  };
};
