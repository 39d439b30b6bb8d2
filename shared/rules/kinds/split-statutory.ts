// Splitting as 采购法实施条例 art. 28 defines it: one year, one budget project, one category, without tender.
import type { Case } from "../../domain/approval.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { wanText } from "../sentence.ts";
import { caseSets, type PricedCase, requestersOf, yearOf } from "./dated-cases.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { splitCases } from "./split-cases.ts";

type Asked = Extract<Parameters<"split-amount">, { test: "statutory" }>;
interface State {
  key: string;
  cases: Case[];
  sum: number;
  isBreached: boolean;
}

export const statutory = (context: Context<"split-amount">, asked: Asked): Fold<PricedCase, State> => ({
  unmet: context.view.world.cases.some(
    (of) => keyOf(of, "") !== null && of.amount !== null && context.admits(of.matterId),
  )
    ? null
    : {
        zh: "业务件缺少部门、预算项目、品目或金额",
        en: "no case names its department, budget project, category and amount",
      },
  groups: (touched) => caseSets(splitCases(context), (one) => keyOf(one.case, one.day), touched),
  start: (key) => ({ key, cases: [], sum: 0, isBreached: false }),
  step(state, item) {
    state.cases.push(item.case);
    state.sum += item.amount;
    if (state.isBreached || state.cases.length < asked.minCases || state.sum <= asked.threshold)
      return noBreach;
    state.isBreached = true;
    return [breachOf(state, item, asked)];
  },
});

const keyOf = (of: Case, day: string): string | null =>
  of.departmentId === null || of.budgetProject === null || of.category === null
    ? null
    : JSON.stringify([of.departmentId, yearOf(day), of.budgetProject, of.category]);

const breachOf = (state: State, item: PricedCase, asked: Asked): Breach => ({
  groupKey: state.key,
  subject: state.key,
  anchor: "",
  basis: "actual",
  personIds: requestersOf(state.cases),
  day: item.day,
  acts: [],
  cases: state.cases,
  departmentId: item.case.departmentId,
  say: () => ({
    zh: `${item.day.slice(0, 4)} 年预算项目 ${item.case.budgetProject} 的同一品目“${item.case.category}”分 ${state.cases.length} 件采购，未招标，合计 ${wanText(state.sum).zh}，超过 ${wanText(asked.threshold).zh}，疑似化整为零。`,
    en: `In ${item.day.slice(0, 4)}, budget project ${item.case.budgetProject} bought category “${item.case.category}” in ${state.cases.length} cases without tender, ${wanText(state.sum).en} together, above ${wanText(asked.threshold).en}: possible splitting.`,
  }),
});
