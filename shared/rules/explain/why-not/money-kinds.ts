// Why not, for the kinds that group cases: splitting, crowding, year-end.
import { isTender } from "../../../domain/approval.ts";
import { addDays, daysBetween } from "../../../domain/day.ts";
import { exceedsShare, type Fen } from "../../../domain/money.ts";
import type { Parameters } from "../../../domain/rule-kinds.ts";
import { datedInScope, isPriced, type PricedCase, yearOf } from "../../kinds/dated-cases.ts";
import { splitCases } from "../../kinds/split-cases.ts";
import type { Asked as OfTempo } from "../../kinds/tempo-common.ts";
import { ceilingReader } from "../../kinds/tiers.ts";
import { percentText, wanText } from "../../sentence.ts";
import { isReason, priced, sumOf, unnamed } from "./dated.ts";
import { type Asked, type Reason, reason } from "./reason.ts";

function split(asked: Asked<"split-amount">): PricedCase | Reason {
  const one = priced(asked);
  if (isReason(one)) return one;
  if (one.case.isChangeApproved)
    return reason(
      "exempt",
      "本件的方式或预算变更经过批准，依规定不算化整为零。",
      "A change of method or budget was approved: by the norm it is no splitting.",
    );
  return isTender(one.case.method)
    ? reason(
        "exempt",
        "本件采用招标方式，依规定不算化整为零。",
        "The case was tendered: by the norm it is no splitting.",
      )
    : one;
}
export function splitAmount(asked: Asked<"split-amount">): Reason | null {
  const set = asked.rule.parameters;
  const one = split(asked);
  if (isReason(one)) return one;
  return set.test === "statutory" ? statutory(asked, set, one) : behavioural(asked, set, one);
}

type Statutory = Extract<Parameters<"split-amount">, { test: "statutory" }>;
function statutory(asked: Asked<"split-amount">, set: Statutory, one: PricedCase): Reason | null {
  const { departmentId, budgetProject, category } = one.case;
  if (departmentId === null) return unnamed("部门", "department");
  if (budgetProject === null) return unnamed("预算项目", "budget project");
  if (category === null) return unnamed("品目", "category");
  const group = splitCases(asked).filter(
    (other) =>
      other.case.departmentId === departmentId &&
      other.case.budgetProject === budgetProject &&
      other.case.category === category &&
      yearOf(other.day) === yearOf(one.day),
  );
  return tooFew(group, set.minCases, set.threshold, {
    zh: `同一部门、年度、预算项目和品目`,
    en: "of the same department, year, budget project and category",
  });
}
/** Neither enough cases nor enough money; null when both are. */
function tooFew(
  group: readonly PricedCase[],
  minCases: number,
  bound: Fen,
  of: { zh: string; en: string },
): Reason | null {
  const [sum, limit] = [wanText(sumOf(group)), wanText(bound)];
  if (group.length < minCases)
    return reason(
      "count-not-exceeded",
      `${of.zh}只有 ${group.length} 件，不满 ${minCases} 件。`,
      `There are only ${group.length} cases ${of.en}, fewer than ${minCases}.`,
    );
  if (sumOf(group) <= bound)
    return reason(
      "amount-below",
      `${of.zh}的 ${group.length} 件合计 ${sum.zh}，没有超过 ${limit.zh}。`,
      `The ${group.length} cases ${of.en} come to ${sum.en}, not above ${limit.en}.`,
    );
  return null;
}

type Behavioural = Extract<Parameters<"split-amount">, { test: "behavioural" }>;
function behavioural(asked: Asked<"split-amount">, set: Behavioural, one: PricedCase): Reason | null {
  const { view } = asked;
  const holderOf = ({ case: of }: PricedCase): string | null =>
    set.by === "requester" ? of.requesterId : of.supplierId;
  if (holderOf(one) === null)
    return set.by === "requester" ? unnamed("申请人", "requester") : unnamed("供应商", "supplier");
  const ceilingOf = ceilingReader(view, set.ceiling);
  const bound = ceilingOf(one);
  if (bound === null)
    return reason(
      "no-data",
      "本件的金额没有对应的审批限额。",
      "No limit of an authority to approve applies to the case.",
    );
  const [own, limit] = [wanText(one.amount), wanText(bound)];
  const isNear = (other: PricedCase): boolean => {
    const ceiling = ceilingOf(other);
    return (
      ceiling !== null && other.amount <= ceiling && exceedsShare(other.amount, ceiling, set.nearPermille)
    );
  };
  if (!isNear(one))
    return reason(
      "amount-below",
      `本件 ${own.zh}不在 ${limit.zh}以内且超过其 ${percentText(set.nearPermille)} 的区间，不算略低于限额。`,
      `The case's ${own.en} is not just below ${limit.en} (over ${percentText(set.nearPermille)} of it and not above).`,
    );
  // As the kind's page says it: the first case not yet used opens a window; a window that is enough uses its cases up.
  let left = splitCases(asked).filter(
    (other) =>
      isNear(other) &&
      holderOf(other) === holderOf(one) &&
      other.case.category === one.case.category &&
      (set.ceiling !== null || ceilingOf(other) === bound),
  );
  for (let first = left[0]; first; first = left[0]) {
    const { day } = first;
    const window = left.filter((other) => daysBetween(day, other.day) <= set.windowDays);
    const isEnough = window.length >= set.minCases && sumOf(window) > bound;
    const isOwn = window.some((other) => other.case.id === one.case.id);
    if (isEnough && isOwn) return null;
    if (first.case.id === one.case.id)
      return (
        tooFew(window, set.minCases, bound, {
          zh: `自本件起 ${set.windowDays} 日内略低于限额、尚未计入别组的`,
          en: `just below the limit within ${set.windowDays} days from this one, and in no other group,`,
        }) ?? null
      );
    left = isEnough ? left.filter((other) => !window.includes(other)) : left.slice(1);
  }
  return null;
}

export function yearEnd(asked: Asked<"tempo">, set: OfTempo<"year-end">): Reason | null {
  const one = priced(asked);
  if (isReason(one)) return one;
  const { departmentId } = one.case;
  if (departmentId === null) return unnamed("部门", "department");
  const year = yearOf(one.day);
  const newYear = `${String(year + 1).padStart(4, "0")}-01-01`;
  if (newYear > asked.view.today)
    return reason(
      "not-yet-judged",
      `${year} 年尚未过完，年终后才判断。`,
      `${year} is not over yet; it is judged then.`,
    );
  const start = addDays(newYear, -set.days);
  if (one.day < start)
    return reason(
      "outside-window",
      `本件在 ${one.day}，不在年底最后 ${set.days} 日（${start} 起）。`,
      `The case is of ${one.day}, not in the last ${set.days} days of the year (from ${start}).`,
    );
  const group = datedInScope(asked)
    .filter(isPriced)
    .filter((other) => other.case.departmentId === departmentId && yearOf(other.day) === year);
  const late = group.filter((other) => other.day >= start);
  if (late.length < set.minCases)
    return reason(
      "count-not-exceeded",
      `该部门年底只有 ${late.length} 件，不满 ${set.minCases} 件。`,
      `The department has only ${late.length} cases at the year's end, fewer than ${set.minCases}.`,
    );
  if (exceedsShare(sumOf(late), sumOf(group), set.sharePermille)) return null;
  const [part, whole] = [wanText(sumOf(late)), wanText(sumOf(group))];
  return reason(
    "share-not-exceeded",
    `年底 ${part.zh}，没有超过全年 ${whole.zh}的 ${percentText(set.sharePermille)}。`,
    `The year's end has ${part.en}, no more than ${percentText(set.sharePermille)} of the year's ${whole.en}.`,
  );
}

export function crowding(asked: Asked<"tempo">, set: OfTempo<"crowding">): Reason | null {
  const one = priced(asked);
  if (isReason(one)) return one;
  const ceilingOf = ceilingReader(asked.view, set.ceiling);
  const bound = ceilingOf(one);
  if (bound === null)
    return reason(
      "no-data",
      "本件的金额没有对应的审批限额。",
      "No limit of an authority to approve applies to the case.",
    );
  const isAboveNear = (other: PricedCase): boolean => exceedsShare(other.amount, bound, set.nearPermille);
  const [own, limit] = [wanText(one.amount), wanText(bound)];
  if (!isAboveNear(one) || one.amount > bound)
    return reason(
      "amount-below",
      `本件 ${own.zh}不在 ${limit.zh}以内且超过其 ${percentText(set.nearPermille)} 的区间。`,
      `The case's ${own.en} is not close below ${limit.en}.`,
    );
  const group = datedInScope(asked)
    .filter(isPriced)
    .filter(
      (other) =>
        other.case.matterId === one.case.matterId &&
        yearOf(other.day) === yearOf(one.day) &&
        ceilingOf(other) === bound,
    );
  const near = group.filter((other) => isAboveNear(other) && other.amount <= bound).length;
  const below = group.filter(
    (other) => !isAboveNear(other) && exceedsShare(other.amount, bound, set.belowPermille),
  ).length;
  if (near + below < set.minCases)
    return reason(
      "count-not-exceeded",
      `该事项当年在限额附近只有 ${near + below} 件，不满 ${set.minCases} 件。`,
      `Only ${near + below} cases of the matter that year lie near the limit, fewer than ${set.minCases}.`,
    );
  if (near > set.times * below) return null;
  return reason(
    "share-not-exceeded",
    `接近限额 ${near} 件，再低一档 ${below} 件，没有超过 ${set.times} 倍。`,
    `${near} lie close to the limit and ${below} a little lower: no more than ${set.times} times as many.`,
  );
}
