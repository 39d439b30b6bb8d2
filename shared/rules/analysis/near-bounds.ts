// Cases near each bound of the unit's own tiers, and what the rules about splitting and crowding find there.

import type { Finding } from "../../domain/conflict.ts";
import { contains, type Period } from "../../domain/day.ts";
import type { Fen } from "../../domain/money.ts";
import type { Rule } from "../../domain/rule.ts";
import { checkView } from "../check.ts";
import { push } from "../gather.ts";
import { isPriced, type PricedCase } from "../kinds/dated-cases.ts";
import { ceilingReader } from "../kinds/tiers.ts";
import type { View } from "../view.ts";

/** Bins of a twentieth of the bound, from 70 % to 130 % of it: the bound lies between the sixth and the seventh. */
const nearBins = 12;
const binStart = 14;
export interface NearBound {
  upTo: Fen;
  /** Cases of this tier in (0.9 c, c] and in (0.8 c, 0.9 c]. */
  near: number;
  below: number;
  /** All cases of the matter by amount, `nearBins` of them. */
  bins: number[];
}

/** Cases with a day in the period and an amount, by matter. */
export function pricedIn(view: View, period: Period): Map<string, PricedCase[]> {
  const byMatter = new Map<string, PricedCase[]>();
  for (const one of view.datedCases())
    if (isPriced(one) && contains(period, one.day)) push(byMatter, one.case.matterId, one);
  return byMatter;
}

export function nearBounds(view: View, cases: readonly PricedCase[], bounds: readonly Fen[]): NearBound[] {
  const ceilingOf = ceilingReader(view, null);
  const ceilings = cases.map((one) => ceilingOf(one));
  return bounds.map((upTo) => {
    const bins = Array.from({ length: nearBins }, () => 0);
    let [near, below] = [0, 0];
    for (const [at, { amount }] of cases.entries()) {
      // (a, b]: an amount on the edge of a bin belongs to the lower one, as the bound belongs to its tier.
      const bin = Math.ceil((amount * 20) / upTo) - 1 - binStart;
      if (bin >= 0 && bin < nearBins) bins[bin] = (bins[bin] ?? 0) + 1;
      if (ceilings[at] !== upTo) continue;
      if (amount * 10 > upTo * 9) near += 1;
      else if (amount * 10 > upTo * 8) below += 1;
    }
    return { upTo, near, below, bins };
  });
}

export interface AmountFinding {
  rule: Rule;
  finding: Finding;
  /** What the cases stay below: a tier, a ceiling, a threshold. */
  ceiling: Fen;
}
const isAboutAmounts = (rule: Rule): boolean =>
  rule.kind === "split-amount" || (rule.kind === "tempo" && rule.parameters.check === "crowding");

/** Asked even where no rule of the unit asks it: clusters just below the unit's own tiers. */
const ownTierRule = (by: "requester" | "supplier"): Rule => ({
  id: `tiers-${by}`,
  version: 1,
  area: "cross",
  title: { zh: "紧贴本单位分级限额的成组业务", en: "Clusters just below the unit's own tiers" },
  plain: {
    zh: "同一申请人或供应商在短期内有多件金额略低于本单位分级限额、合计超过限额的业务。",
    en: "Several cases of one requester or supplier within days, each just below a tier of the unit and above it together.",
  },
  severity: "low",
  citation: { source: "practice", mark: "practice", authority: "practice" },
  scope: { areas: null, matters: null },
  effect: "note",
  sameCheckAs: null,
  inForce: { from: null, until: null },
  kind: "split-amount",
  parameters: { test: "behavioural", by, ceiling: null, nearPermille: 900, windowDays: 30, minCases: 2 },
});
const asksOwnTiers = (rule: Rule, by: "requester" | "supplier"): boolean =>
  rule.kind === "split-amount" &&
  rule.parameters.test === "behavioural" &&
  rule.parameters.by === by &&
  rule.parameters.ceiling === null;

/** Findings of the unit's own rules of these kinds with a day in the period, by the kinds' own folds. */
export function amountFindings(view: View, rules: readonly Rule[], period: Period): AmountFinding[] {
  const own = rules.filter(isAboutAmounts);
  const added = (["requester", "supplier"] as const)
    .filter((by) => !own.some((rule) => asksOwnTiers(rule, by)))
    .map(ownTierRule);
  const asked = [...own, ...added];
  const known = new Map(asked.map((rule) => [`${rule.id}@${rule.version}`, rule]));
  return checkView(view, asked).findings.flatMap((finding) => {
    const rule = known.get(`${finding.ruleId}@${finding.ruleVersion}`);
    const ceiling = rule ? ceilingOf(rule, finding) : null;
    return rule && ceiling !== null && contains(period, finding.day) ? [{ rule, finding, ceiling }] : [];
  });
}

function ceilingOf(rule: Rule, finding: Finding): Fen | null {
  const given = givenCeiling(rule);
  if (given !== null) return given;
  // Where it is the unit's own tier, the group is named by it: [holder or matter, category or year, tier].
  const key: unknown = JSON.parse(finding.groupKey);
  const tier: unknown = Array.isArray(key) ? key[2] : null;
  return typeof tier === "number" ? tier : null;
}
function givenCeiling(rule: Rule): Fen | null {
  if (rule.kind === "split-amount")
    return rule.parameters.test === "statutory" ? rule.parameters.threshold : rule.parameters.ceiling;
  return rule.kind === "tempo" && rule.parameters.check === "crowding" ? rule.parameters.ceiling : null;
}
