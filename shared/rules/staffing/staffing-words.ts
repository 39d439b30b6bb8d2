// Staffing in plain words: why nothing fits, what would mend it, what could be joined and what must watch it then.
import { citedAs } from "../../domain/citation.ts";
import { type AmountRange, formatCny, formatWan } from "../../domain/money.ts";
import type { Rule } from "../../domain/rule.ts";
import type { StaffingBound, StaffingReason } from "../../domain/staffing.ts";
import type { Text } from "../../domain/text.ts";
import { compensatingControls } from "./compensating-controls.ts";
import type { StaffingCase } from "./problem-of.ts";

/** "张三", never an id. */
export type NameOf = (personId: string) => string;

const mostNamed = 5;
function namesOf(ids: readonly string[], nameOf: NameOf): Text {
  const names = ids.slice(0, mostNamed).map(nameOf);
  const isMore = ids.length > mostNamed;
  return {
    zh: names.join("、") + (isMore ? " 等" : ""),
    en: names.join(", ") + (isMore ? " and others" : ""),
  };
}

/** Whom nobody can replace; where the work ran out it says so: nobody named is then not nobody. */
export function irreplaceableWords(names: readonly string[], isProved: boolean): Text {
  const open: Text = { zh: "未能全部判定", en: "not all decided" };
  if (names.length === 0) return isProved ? { zh: "无", en: "none" } : open;
  const listed: Text = { zh: names.join("、"), en: names.join(", ") };
  return isProved ? listed : { zh: `${listed.zh}（${open.zh}）`, en: `${listed.en} (${open.en})` };
}

/** One line a step of the reason, then one a rule; together they say why nothing fits. */
export function reasonWords(of: StaffingCase, reason: StaffingReason, nameOf: NameOf): Text[] {
  const seats = new Map<number, number[]>();
  for (const slot of reason.slots) {
    const step = of.stepOf[slot] ?? 0;
    seats.set(step, [...(seats.get(step) ?? []), slot]);
  }
  const rules = new Map(
    reason.constraints.flatMap((at) => {
      const rule = of.rules[at];
      return rule ? [[rule.id, rule] as const] : [];
    }),
  );
  return [
    ...[...seats].sort(([a], [b]) => a - b).map(([step, slots]) => stepWords(of, step, slots, nameOf)),
    ...[...rules.values()].map(ruleWords),
  ];
}

function stepWords(of: StaffingCase, step: number, slots: readonly number[], nameOf: NameOf): Text {
  const name = of.path.steps[step]?.name ?? "?";
  const takers = slots.flatMap((slot) => of.problem.allowed[slot] ?? []);
  const ids = [...new Set(takers.map((taker) => of.ways[taker]?.personId ?? "?"))];
  const who = namesOf(ids, nameOf);
  const [seats, can] = [slots.length, ids.length];
  const needs = needWords(of, step, seats);
  const may: Text =
    can === 0
      ? { zh: "当日在此金额无人可办", en: "nobody may do it that day at that amount" }
      : can === 1
        ? { zh: `只有 ${who.zh} 可办`, en: `only ${who.en} may do it` }
        : { zh: `${can} 人可办：${who.zh}`, en: `${can} may do it: ${who.en}` };
  return { zh: `“${name}”${needs.zh}，${may.zh}。`, en: `"${name}" ${needs.en}; ${may.en}.` };
}

/** How many the step needs, by which rule, and how many of its seats the reason speaks of. */
function needWords({ problem, stepOf }: StaffingCase, step: number, named: number): Text {
  const all = stepOf.filter((one) => one === step).length;
  if (all === 1) return { zh: "须有人办", en: "needs somebody" };
  const asking = problem.constraints.find(
    (bound) =>
      bound.type === "many" && bound.least >= all - 1 && bound.slots.some((at) => stepOf[at] === step),
  );
  const by = asking ? { zh: `（${asking.source}）`, en: ` (${asking.source})` } : { zh: "", en: "" };
  const part: Text =
    named < all ? { zh: `，单看其中 ${named} 席`, en: ` (${named} of them show it)` } : { zh: "", en: "" };
  return { zh: `须 ${all} 人${by.zh}${part.zh}`, en: `needs ${all} people${by.en}${part.en}` };
}

const ruleWords = (rule: Rule): Text => {
  const source = citedAs(rule.citation);
  return {
    zh: `${rule.id} ${rule.title.zh}：${rule.plain.zh}（${source.zh}）`,
    en: `${rule.id} ${rule.title.en}: ${rule.plain.en} (${source.en})`,
  };
};

/** `(over, upTo]` as people say it. */
export function tierWords({ over, upTo }: AmountRange): Text {
  const wan = (fen: number): string => formatWan(fen).replace(/\.?0+$/, "");
  if (over === null && upTo === null) return { zh: "任意金额", en: "Any amount" };
  if (upTo === null) return { zh: `超过 ${wan(over ?? 0)} 万元`, en: `Above ${formatCny(over ?? 0)}` };
  if (over === null) return { zh: `${wan(upTo)} 万元以下（含）`, en: `Up to ${formatCny(upTo)}` };
  return {
    zh: `${wan(over)} 至 ${wan(upTo)} 万元（含）`,
    en: `From ${formatCny(over)} to ${formatCny(upTo)}`,
  };
}

export interface GrantWords {
  readonly person: string;
  readonly step: string;
  readonly isSameDepartment: boolean;
}
/** What grants of one tier bring about: it can be staffed; it can without somebody; it can without anybody. */
export type MendedWords =
  | { readonly is: "staffed" | "nobody" | "joined" }
  | { readonly is: "without"; readonly person: string };

/** "50 万元以下（含）的，授权 张三 办“付款审批”，之后 李四 可以不在。与该环节现有办理人同部门。" */
export function grantWords(grants: readonly GrantWords[], tier: AmountRange, mended: MendedWords): Text {
  const amounts = tierWords(tier);
  const kin = kinWords(grants);
  const end = mendedWords(mended);
  return {
    zh: `${amounts.zh}：授权 ${grants.map(({ person, step }) => `${person} 办“${step}”`).join("、")}，${end.zh}。${kin.zh}`,
    en: `${amounts.en}: authorise ${grants.map(({ person, step }) => `${person} for "${step}"`).join(", ")}; ${end.en}. ${kin.en}`,
  };
}
function kinWords(grants: readonly GrantWords[]): Text {
  const near = grants.filter(({ isSameDepartment }) => isSameDepartment).length;
  if (near === grants.length)
    return { zh: "与该环节现有办理人同部门。", en: "From the department that does the step now." };
  if (near === 0) return { zh: "来自其他部门。", en: "From another department." };
  return { zh: "其中有人来自其他部门。", en: "Some of them from another department." };
}
function mendedWords(mended: MendedWords): Text {
  switch (mended.is) {
    case "staffed":
      return { zh: "即可配齐", en: "then it can be staffed" };
    case "joined":
      return {
        zh: "再照下面合并职责，即可配齐",
        en: "then, with duties joined as below, it can be staffed",
      };
    case "nobody":
      return { zh: "之后任何一人不在都配得齐", en: "then it can be staffed without any one person" };
    case "without":
      return {
        zh: `之后 ${mended.person} 不在也配得齐`,
        en: `then it can be staffed without ${mended.person}`,
      };
  }
}

export interface JoinWords {
  readonly ruleId: string;
  readonly sentence: Text;
  readonly control: Text;
  readonly source: Text;
}
/** What giving up a rule on this path means, and the control that its norm asks for; null: no control is known for the kind. */
export function joinWords(of: StaffingCase, rule: Rule): JoinWords | null {
  const own = compensatingControls[rule.kind];
  if (!own) return null;
  const steps = stepsBound(of, rule.id);
  return {
    ruleId: rule.id,
    sentence: {
      zh: `暂不执行 ${rule.id} ${rule.title.zh}${steps.length > 0 ? `，涉及 ${steps.map((name) => `“${name}”`).join("、")}` : ""}。`,
      en: `Give up ${rule.id} ${rule.title.en} for now${steps.length > 0 ? `; it concerns ${steps.map((name) => `"${name}"`).join(", ")}` : ""}.`,
    },
    control: own.control,
    source: citedAs(own.citation),
  };
}

/** Names of the steps that a rule binds on this path. */
function stepsBound({ problem, path, stepOf }: StaffingCase, ruleId: string): string[] {
  const slots = problem.constraints.filter(({ source }) => source === ruleId).flatMap(slotsBound);
  const steps = new Set(slots.map((slot) => stepOf[slot] ?? 0));
  return path.steps.flatMap(({ name }, at) => (steps.has(at) ? [name] : []));
}

function slotsBound(bound: StaffingBound): readonly number[] {
  switch (bound.type) {
    case "few":
      return bound.labels.flatMap((own, slot) => (own.length > 0 ? [slot] : []));
    case "together":
    case "many":
    case "one-team":
      return bound.slots;
    case "rising":
      return [...bound.earlier, ...bound.later];
    case "unrelated":
      return [...bound.left, ...bound.right];
  }
}
