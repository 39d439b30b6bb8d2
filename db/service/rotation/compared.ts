// Two plans beside each other: which moves they share, and their figures.
import type { z } from "zod";
import type { Plan } from "../../../shared/contract/plan.ts";
import type { rotation } from "../../../shared/contract/rotation.ts";
import { sameText, type Text } from "../../../shared/domain/text.ts";
import { differencesOf } from "../../../shared/rotation/plan-difference.ts";
import { bareMoves } from "./bare-moves.ts";

type Compared = z.output<(typeof rotation)["compare"]["output"]>;

export function comparedPlans(a: Plan, b: Plan): Compared {
  const lines = differencesOf(bareMoves(a), bareMoves(b)).map(({ kind, ...at }) => ({
    kind,
    a: at.a === null ? null : (a.moves[at.a] ?? null),
    b: at.b === null ? null : (b.moves[at.b] ?? null),
  }));
  return { lines, figures: figures.map(({ name, value }) => ({ name, a: value(a), b: value(b) })) };
}

const status: Record<Plan["status"], Text> = {
  planned: { zh: "已排成", en: "planned" },
  impossible: { zh: "排不成（已证明）", en: "impossible (proved)" },
  undecided: { zh: "还没有排成", en: "undecided" },
};
const broken: Text = { zh: "有不合", en: "breaches found" };
const none = sameText("—");
const number = (value: number | null): Text =>
  value === null ? none : sameText(value.toLocaleString("en-US"));
/** In the order in which plans are compared (docs/rotation.md). */
const figures: { name: Text; value: (plan: Plan) => Text }[] = [
  {
    name: { zh: "结果", en: "Result" },
    // Made by hand, nothing was searched for: it holds or it does not.
    value: (plan) => (plan.isByHand && plan.breaches.length > 0 ? broken : status[plan.status]),
  },
  {
    name: { zh: "没有人接任的岗位", en: "Places without anybody" },
    value: (plan) => number(plan.unfilled),
  },
  {
    name: { zh: "改动已公布的调动（取消与新增）", en: "Announced moves changed (dropped and new)" },
    value: (plan) => number(plan.changed),
  },
  { name: { zh: "关键岗位到岗", en: "Arrivals on key posts" }, value: (plan) => number(plan.cost) },
  { name: { zh: "涉及人员", en: "People moved" }, value: (plan) => number(plan.peopleMoved) },
  {
    name: { zh: "无重叠期的交接", en: "Handovers without overlap" },
    value: (plan) => number(plan.leavings.withoutOverlap),
  },
  {
    name: { zh: "无法避免的超期天数", en: "Overdue days that none can avoid" },
    value: (plan) => number(plan.unavoidable.reduce((sum, { days }) => sum + days, 0)),
  },
  {
    name: { zh: "调往较低层级", en: "Moves to a lower level" },
    value: (plan) => number(plan.fairness?.levelFalls ?? null),
  },
  {
    name: { zh: "调往其他驻地", en: "Moves to another site" },
    value: (plan) => number(plan.fairness?.siteChanges ?? null),
  },
  {
    name: { zh: "一人最多调动次数", en: "Most moves of one person" },
    value: (plan) => number(plan.fairness?.mostMoves ?? null),
  },
  {
    name: { zh: "超期后最长等待（天）", en: "Longest wait over the limit (days)" },
    value: (plan) => number(plan.fairness?.longestWait ?? null),
  },
  {
    name: { zh: "未通过的校验", en: "What the validator found" },
    value: (plan) => number(plan.breaches.length),
  },
];
