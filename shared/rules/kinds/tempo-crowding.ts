// tempo/crowding: far more cases of a matter lie just below a ceiling than a little further down.
import { exceedsShare, type Fen } from "../../domain/money.ts";
import { sameText } from "../../domain/text.ts";
import { wanText } from "../sentence.ts";
import { caseSets, datedInScope, isPriced, type PricedCase, requestersOf, yearOf } from "./dated-cases.ts";
import { type Context, type Fold, found, noBreach, nothing } from "./kind.ts";
import type { Asked } from "./tempo-common.ts";
import { boundsByMatter, ceilingReader } from "./tiers.ts";

/** A case within sight of what it is measured against. */
interface PlacedCase extends PricedCase {
  readonly ceiling: Fen;
  readonly isNear: boolean;
}
interface State {
  key: string;
  near: PlacedCase[];
  below: number;
}

export const crowding = (context: Context<"tempo">, asked: Asked<"crowding">): Fold<PlacedCase, State> => {
  const { view, admits } = context;
  const placed = (): PlacedCase[] => {
    const ceilingOf = ceilingReader(view, asked.ceiling);
    return datedInScope(context)
      .filter(isPriced)
      .flatMap((one) => {
        const ceiling = ceilingOf(one);
        if (ceiling === null) return [];
        const isAboveNear = exceedsShare(one.amount, ceiling, asked.nearPermille);
        const isNear = isAboveNear && one.amount <= ceiling;
        const isBelow = !isAboveNear && exceedsShare(one.amount, ceiling, asked.belowPermille);
        return isNear || isBelow ? [{ ...one, ceiling, isNear }] : [];
      });
  };
  const unmet = !view.world.cases.some((of) => of.amount !== null && admits(of.matterId))
    ? { zh: "业务件没有金额", en: "no case names its amount" }
    : asked.ceiling === null && ![...boundsByMatter(view).keys()].some(admits)
      ? { zh: "审批授权没有金额上限", en: "no authority to approve has an upper bound" }
      : null;

  return {
    unmet,
    groups: (touched) =>
      caseSets(placed(), (one) => JSON.stringify([one.case.matterId, yearOf(one.day), one.ceiling]), touched),
    start: (key) => ({ key, near: [], below: 0 }),
    step(state, one) {
      if (one.isNear) state.near.push(one);
      else state.below += 1;
      return noBreach;
    },
    finish({ key, near, below }) {
      const last = near.at(-1);
      if (!last || near.length + below < asked.minCases || near.length <= asked.times * below) return nothing;
      const year = last.day.slice(0, 4);
      const cases = near.map((one) => one.case);
      return found([
        {
          groupKey: key,
          subject: key,
          anchor: year,
          basis: "actual",
          personIds: requestersOf(cases),
          day: last.day,
          acts: [],
          cases,
          say: () => {
            const { name } = view.matters.get(last.case.matterId) ?? { name: last.case.matterId };
            const [matter, ceiling] = [sameText(name), wanText(last.ceiling)];
            return {
              zh: `${year} 年“${matter.zh}”有 ${near.length} 件金额接近而不超过 ${ceiling.zh}，再低一档的 ${below} 件，疑似有意压在限额之下。`,
              en: `In ${year}, ${near.length} cases of “${matter.en}” came close to ${ceiling.en} without passing it and ${below} lay a little further down: possibly kept below the limit.`,
            };
          },
        },
      ]);
    },
  };
};
