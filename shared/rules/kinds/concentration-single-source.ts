// concentration/single-source: within months, one supplier got most of what was bought from a single source.
import { addMonths, type Day } from "../../domain/day.ts";
import { exceedsShare, type Fen } from "../../domain/money.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { percentText, supplierText, wanText } from "../sentence.ts";
import { datedInScope, isPriced, type PricedCase, requestersOf } from "./dated-cases.ts";
import { type Context, type Fold, noBreach } from "./kind.ts";

type Asked = Extract<Parameters<"concentration">, { check: "single-source" }>;

/** The key of the one group that all these cases make. */
export const singleSourceKey = "single-source";

/** Cases in order, of which those from `first` on are within the window; `sum` is theirs. */
interface Window {
  cases: PricedCase[];
  first: number;
  sum: Fen;
}
interface State {
  all: Window;
  bySupplier: Map<string, Window>;
  /** Evidence by supplier and year; `next` is the first of the supplier's cases not yet in it. */
  heavy: Map<string, { cases: PricedCase[]; next: number }>;
}

const openWindow = (): Window => ({ cases: [], first: 0, sum: 0 });
function leave(window: Window, after: Day): void {
  for (let one = window.cases[window.first]; one && one.day <= after; one = window.cases[window.first]) {
    window.sum -= one.amount;
    window.first += 1;
  }
}
function enter(window: Window, one: PricedCase, after: Day): void {
  leave(window, after);
  window.cases.push(one);
  window.sum += one.amount;
}

export const singleSource = (context: Context<"concentration">, asked: Asked): Fold<PricedCase, State> => {
  const { view, admits } = context;
  return {
    unmet: view.world.cases.some(
      (of) =>
        of.method === "single_source" && of.supplierId !== null && of.amount !== null && admits(of.matterId),
    )
      ? null
      : { zh: "没有单一来源的业务件", en: "no case of a single source names its supplier and amount" },
    *groups(touched) {
      if (touched?.keys && !touched.keys.has(singleSourceKey)) return;
      const items = datedInScope(context)
        .filter(isPriced)
        .filter(({ case: of }) => of.method === "single_source" && of.supplierId !== null);
      if (items.length > 0) yield { key: singleSourceKey, items };
    },
    start: () => ({ all: openWindow(), bySupplier: new Map(), heavy: new Map() }),
    step({ all, bySupplier, heavy }, one) {
      const { supplierId } = one.case;
      if (supplierId === null) return noBreach;
      const after = addMonths(one.day, -asked.months);
      enter(all, one, after);
      const own = bySupplier.get(supplierId) ?? openWindow();
      bySupplier.set(supplierId, own);
      enter(own, one, after);
      const count = own.cases.length - own.first;
      if (count < asked.minCases || !exceedsShare(own.sum, all.sum, asked.permille)) return noBreach;
      const year = one.day.slice(0, 4);
      const name = JSON.stringify([supplierId, year]);
      const known = heavy.get(name);
      const lead = known ?? { cases: [], next: 0 };
      lead.cases.push(...own.cases.slice(Math.max(lead.next, own.first)));
      lead.next = own.cases.length;
      if (known) return noBreach;
      heavy.set(name, lead);
      const cases = (): PricedCase["case"][] => lead.cases.map((of) => of.case);
      return [
        {
          groupKey: supplierId,
          subject: supplierId,
          anchor: year,
          basis: "actual",
          personIds: { [Symbol.iterator]: () => requestersOf(cases())[Symbol.iterator]() },
          day: one.day,
          acts: [],
          get cases() {
            return cases();
          },
          say: () => {
            const who = supplierText(view, supplierId);
            const sum = wanText(lead.cases.reduce((total, of) => total + of.amount, 0));
            const share = percentText(asked.permille);
            return {
              zh: `${who.zh}承接单一来源业务 ${lead.cases.length} 件，合计 ${sum.zh}；${year} 年有 ${asked.months} 个月内所占金额超过单一来源的 ${share}，疑似过于集中。`,
              en: `${who.en} got ${lead.cases.length} single-source cases, ${sum.en} together; in ${year} this was more than ${share} of what was bought so within ${asked.months} months: possibly too much to one supplier.`,
            };
          },
        },
      ];
    },
  };
};
