// Why not, for a supplier's share of what somebody buys, and of what is bought from a single source.
import { addMonths } from "../../../domain/day.ts";
import { exceedsShare, type Fen } from "../../../domain/money.ts";
import type { Parameters } from "../../../domain/rule-kinds.ts";
import { datedInScope, isPriced, type PricedCase, yearOf } from "../../kinds/dated-cases.ts";
import { percentText, wanText } from "../../sentence.ts";
import type { DatedCase } from "../../view.ts";
import { dated, isReason, priced, sumOf, unnamed } from "./dated.ts";
import { type Asked, type Reason, reason } from "./reason.ts";

type Concentration<C> = Extract<Parameters<"concentration">, { check: C }>;
export function supplierShare(
  asked: Asked<"concentration">,
  set: Concentration<"supplier-share">,
): Reason | null {
  const one = dated(asked);
  if (isReason(one)) return one;
  const buyerOf = ({ case: of }: DatedCase): string | null =>
    set.by === "requester" ? of.requesterId : of.departmentId;
  if (one.case.supplierId === null) return unnamed("供应商", "supplier");
  if (buyerOf(one) === null)
    return set.by === "requester" ? unnamed("申请人", "requester") : unnamed("部门", "department");
  const group = datedInScope(asked).filter(
    (other) =>
      other.case.supplierId !== null &&
      buyerOf(other) === buyerOf(one) &&
      yearOf(other.day) === yearOf(one.day),
  );
  if (group.length < set.minCases)
    return reason(
      "count-not-exceeded",
      `当年同一${set.by === "requester" ? "申请人" : "部门"}只有 ${group.length} 件，不满 ${set.minCases} 件。`,
      `There are only ${group.length} such cases that year, fewer than ${set.minCases}.`,
    );
  const own = group.filter((other) => other.case.supplierId === one.case.supplierId).length;
  if (own * 1000 >= group.length * set.permille) return null;
  return reason(
    "share-not-exceeded",
    `${group.length} 件中该供应商 ${own} 件，不到 ${percentText(set.permille)}。`,
    `Of ${group.length} cases the supplier has ${own}, less than ${percentText(set.permille)}.`,
  );
}

export function singleSource(
  asked: Asked<"concentration">,
  set: Concentration<"single-source">,
): Reason | null {
  const one = priced(asked);
  if (isReason(one)) return one;
  if (one.case.method !== "single_source")
    return reason("left-out", "本件不是单一来源采购。", "The case was not of a single source.");
  const { supplierId } = one.case;
  if (supplierId === null) return unnamed("供应商", "supplier");
  const all = datedInScope(asked)
    .filter(isPriced)
    .filter(({ case: of }) => of.method === "single_source" && of.supplierId !== null);
  const own = all.filter(({ case: of }) => of.supplierId === supplierId);
  let best: { count: number; part: Fen; whole: Fen } | null = null;
  // Evidence of a heavy case are the supplier's cases of its window: this one may lie in the window of a later one.
  for (const c of own.slice(own.indexOf(one))) {
    const after = addMonths(c.day, -set.months);
    const within = (rows: readonly PricedCase[]): PricedCase[] =>
      rows.slice(0, rows.indexOf(c) + 1).filter((other) => other.day > after);
    const mine = within(own);
    if (!mine.includes(one)) continue;
    const [part, whole] = [sumOf(mine), sumOf(within(all))];
    if (mine.length >= set.minCases && exceedsShare(part, whole, set.permille)) return null;
    if (!best || mine.length > best.count) best = { count: mine.length, part, whole };
  }
  if (!best || best.count < set.minCases)
    return reason(
      "count-not-exceeded",
      `${set.months} 个月内该供应商只有 ${best?.count ?? 0} 件，不满 ${set.minCases} 件。`,
      `Within ${set.months} months the supplier has only ${best?.count ?? 0} cases, fewer than ${set.minCases}.`,
    );
  const [part, whole] = [wanText(best.part), wanText(best.whole)];
  return reason(
    "share-not-exceeded",
    `${set.months} 个月内该供应商 ${part.zh}，没有超过单一来源合计 ${whole.zh}的 ${percentText(set.permille)}。`,
    `Within ${set.months} months the supplier has ${part.en}, no more than ${percentText(set.permille)} of ${whole.en}.`,
  );
}
