// tempo/year-end: a department spends much of its year's money in the year's last days.
import { addDays, type Day } from "../../domain/day.ts";
import { exceedsShare, type Fen } from "../../domain/money.ts";
import { departmentText, percentText, wanText } from "../sentence.ts";
import { caseSets, datedInScope, isPriced, type PricedCase, requestersOf, yearOf } from "./dated-cases.ts";
import { type Context, type Fold, found, noBreach, nothing } from "./kind.ts";
import type { Asked } from "./tempo-common.ts";

interface State {
  key: string;
  all: Fen;
  late: PricedCase[];
}

const newYearAfter = (day: Day): Day => `${String(yearOf(day) + 1).padStart(4, "0")}-01-01`;
const sumOf = (cases: readonly PricedCase[]): Fen => cases.reduce((sum, one) => sum + one.amount, 0);

export const yearEnd = (context: Context<"tempo">, asked: Asked<"year-end">): Fold<PricedCase, State> => ({
  unmet: context.view.world.cases.some(
    (of) => of.departmentId !== null && of.amount !== null && context.admits(of.matterId),
  )
    ? null
    : { zh: "业务件缺少部门或金额", en: "no case names its department and amount" },
  groups: (touched) =>
    caseSets(
      datedInScope(context)
        .filter(isPriced)
        .filter((one) => newYearAfter(one.day) <= context.view.today),
      ({ case: of, day }) =>
        of.departmentId === null ? null : JSON.stringify([of.departmentId, yearOf(day)]),
      touched,
    ),
  start: (key) => ({ key, all: 0, late: [] }),
  step(state, one) {
    state.all += one.amount;
    if (one.day >= addDays(newYearAfter(one.day), -asked.days)) state.late.push(one);
    return noBreach;
  },
  finish({ key, all, late }) {
    const last = late.at(-1);
    const sum = sumOf(late);
    if (!last || late.length < asked.minCases || !exceedsShare(sum, all, asked.sharePermille)) return nothing;
    const year = last.day.slice(0, 4);
    const departmentId = last.case.departmentId ?? "";
    const cases = late.map((one) => one.case);
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
        departmentId,
        say: () => {
          const who = departmentText(context.view, departmentId);
          const [part, whole] = [wanText(sum), wanText(all)];
          const share = percentText(asked.sharePermille);
          return {
            zh: `${who.zh}于 ${year} 年最后 ${asked.days} 日内办理 ${late.length} 件，合计 ${part.zh}，超过全年 ${whole.zh}的 ${share}，疑似年底突击支出。`,
            en: `In the last ${asked.days} days of ${year}, ${who.en} had ${late.length} cases of ${part.en} together, more than ${share} of the year's ${whole.en}: possibly a year-end rush.`,
          };
        },
      },
    ]);
  },
});
