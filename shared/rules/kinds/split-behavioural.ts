// Splitting by behaviour: several cases just below a ceiling within days, of one requester or one supplier.
import type { Case } from "../../domain/approval.ts";
import { daysBetween } from "../../domain/day.ts";
import { exceedsShare, type Fen } from "../../domain/money.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { personText, supplierText, wanText } from "../sentence.ts";
import { caseSets, type PricedCase, requestersOf } from "./dated-cases.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { splitCases } from "./split-cases.ts";
import { ceilingReader } from "./tiers.ts";

type Asked = Extract<Parameters<"split-amount">, { test: "behavioural" }>;
/** A case with what it stays below. */
interface NearCase extends PricedCase {
  readonly ceiling: Fen;
}
interface State {
  key: string;
  /** Unused cases within the window of the first of them. */
  cluster: NearCase[];
  /** Of the cluster, once it is one: it then takes every case of its window. */
  taken: Case[] | null;
}

export function behavioural(context: Context<"split-amount">, asked: Asked): Fold<NearCase, State> {
  const holderOf = (of: Case): string | null => (asked.by === "requester" ? of.requesterId : of.supplierId);
  const keyOf = ({ case: of, ceiling }: NearCase): string | null => {
    const holder = holderOf(of);
    if (holder === null) return null;
    return JSON.stringify(asked.ceiling === null ? [holder, of.category, ceiling] : [holder, of.category]);
  };
  const nearCases = (): NearCase[] => {
    const ceilingOf = ceilingReader(context.view, asked.ceiling);
    return splitCases(context).flatMap((one) => {
      const ceiling = ceilingOf(one);
      const isNear =
        ceiling !== null && one.amount <= ceiling && exceedsShare(one.amount, ceiling, asked.nearPermille);
      return isNear ? [{ ...one, ceiling }] : [];
    });
  };

  return {
    unmet: context.view.world.cases.some(
      (of) => holderOf(of) !== null && of.amount !== null && context.admits(of.matterId),
    )
      ? null
      : asked.by === "requester"
        ? { zh: "业务件缺少申请人或金额", en: "no case names its requester and amount" }
        : { zh: "业务件缺少供应商或金额", en: "no case names its supplier and amount" },
    groups: (touched) => caseSets(nearCases(), keyOf, touched),
    start: (key) => ({ key, cluster: [], taken: null }),
    step(state, item) {
      for (let first = state.cluster[0]; first; first = state.cluster[0]) {
        if (daysBetween(first.day, item.day) <= asked.windowDays) break;
        // The window of the first is over: a cluster is used up whole, else only the first is.
        if (state.taken) state.cluster = [];
        else state.cluster.shift();
        state.taken = null;
      }
      state.cluster.push(item);
      if (state.taken) {
        state.taken.push(item.case);
        return noBreach;
      }
      const sum = state.cluster.reduce((total, one) => total + one.amount, 0);
      if (state.cluster.length < asked.minCases || sum <= item.ceiling) return noBreach;
      state.taken = state.cluster.map((one) => one.case);
      const holder = holderOf(item.case) ?? "";
      const { ceiling, day } = item;
      return [breachOf(context, asked, { key: state.key, holder, cases: state.taken, ceiling, day })];
    },
  };
}

interface Cluster {
  key: string;
  holder: string;
  /** Grows until the window is over. */
  cases: Case[];
  ceiling: Fen;
  day: string;
}

function breachOf({ view }: Context<"split-amount">, asked: Asked, cluster: Cluster): Breach {
  const { key, holder, cases, day } = cluster;
  const first = cases[0];
  const who = asked.by === "requester" ? personText(view, holder) : supplierText(view, holder);
  return {
    groupKey: key,
    subject: holder,
    anchor: first?.id ?? "",
    basis: "actual",
    personIds: requestersOf(cases),
    day,
    acts: [],
    cases,
    departmentId: first?.departmentId ?? null,
    say: () => {
      const sum = wanText(cases.reduce((total, of) => total + (of.amount ?? 0), 0));
      const ceiling = wanText(cluster.ceiling);
      return {
        zh: `${who.zh}${asked.by === "requester" ? "申请" : "承接"}的 ${cases.length} 件业务在 ${asked.windowDays} 日内均略低于 ${ceiling.zh}，合计 ${sum.zh}，疑似化整为零。`,
        en: `${cases.length} cases of ${who.en} within ${asked.windowDays} days were each just below ${ceiling.en}, ${sum.en} together: possible splitting.`,
      };
    },
  };
}
