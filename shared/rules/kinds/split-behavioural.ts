// Splitting by behaviour: several cases just below a ceiling within days, of one requester or one supplier.
import type { Case } from "../../domain/approval.ts";
import { daysBetween } from "../../domain/day.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";
import { sameText } from "../../domain/text.ts";
import { gather } from "../gather.ts";
import { personText, wanText } from "../sentence.ts";
import { type Breach, type Context, type Fold, noBreach } from "./kind.ts";
import { type DatedCase, datedCases } from "./split-cases.ts";

type Asked = Extract<Parameters<"split-amount">, { test: "behavioural" }>;
interface State {
  key: string;
  /** Unused cases within the window of the first of them. */
  cluster: DatedCase[];
  /** Of the cluster, once it is one: it then takes every case of its window. */
  taken: Case[] | null;
}

export function behavioural(context: Context<"split-amount">, asked: Asked): Fold<DatedCase, State> {
  const holderOf = (of: Case): string | null => (asked.by === "requester" ? of.requesterId : of.supplierId);
  const keyOf = (of: Case): string | null => {
    const holder = holderOf(of);
    return holder === null ? null : JSON.stringify([holder, of.category]);
  };
  const isNear = ({ amount }: DatedCase): boolean =>
    amount > (asked.ceiling * asked.nearPermille) / 1000 && amount <= asked.ceiling;

  return {
    unmet: context.view.world.cases.some(
      (of) => holderOf(of) !== null && of.amount !== null && context.admits(of.matterId),
    )
      ? null
      : asked.by === "requester"
        ? { zh: "业务件缺少申请人或金额", en: "no case names its requester and amount" }
        : { zh: "业务件缺少供应商或金额", en: "no case names its supplier and amount" },
    *groups() {
      // Always all: a corrected case may have left a group that nothing names any more.
      for (const [key, items] of gather(datedCases(context).filter(isNear), (one) => keyOf(one.case)))
        yield { key, items };
    },
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
      if (state.cluster.length < asked.minCases || sum <= asked.ceiling) return noBreach;
      state.taken = state.cluster.map((one) => one.case);
      const holder = holderOf(item.case) ?? "";
      return [breachOf(context, asked, { key: state.key, holder, cases: state.taken, day: item.day })];
    },
  };
}

interface Cluster {
  key: string;
  holder: string;
  /** Grows until the window is over. */
  cases: Case[];
  day: string;
}

function breachOf({ view }: Context<"split-amount">, asked: Asked, cluster: Cluster): Breach {
  const { key, holder, cases, day } = cluster;
  const first = cases[0];
  const who =
    asked.by === "requester"
      ? personText(view, holder)
      : sameText(view.suppliers.get(holder)?.name ?? holder);
  return {
    groupKey: key,
    subject: holder,
    anchor: first?.id ?? "",
    basis: "actual",
    personIds: {
      *[Symbol.iterator]() {
        for (const of of cases) if (of.requesterId !== null) yield of.requesterId;
      },
    },
    day,
    acts: [],
    cases,
    departmentId: first?.departmentId ?? null,
    say: () => {
      const sum = wanText(cases.reduce((total, of) => total + (of.amount ?? 0), 0));
      const ceiling = wanText(asked.ceiling);
      return {
        zh: `${who.zh}${asked.by === "requester" ? "申请" : "承接"}的 ${cases.length} 件业务在 ${asked.windowDays} 日内均略低于 ${ceiling.zh}，合计 ${sum.zh}，疑似化整为零。`,
        en: `${cases.length} cases of ${who.en} within ${asked.windowDays} days were each just below ${ceiling.en}, ${sum.en} together: possible splitting.`,
      };
    },
  };
}
