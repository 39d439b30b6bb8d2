// What the oracle answers, and how the common fields of a finding are filled.
import type { Evidence, Finding } from "../../shared/domain/conflict.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { type Act, distinct, type Ground, isKnown } from "./ground.ts";

export type Found = Omit<Finding, "sentence">;
/** What one rule yields: `null` when its precondition fails. */
export interface Outcome {
  findings: Found[];
  notYetJudged: number;
}

export const evidenceOf = (kind: Evidence["kind"], ids: readonly string[]): Evidence[] =>
  ids.map((id) => ({ kind, id }));
export const actsAsEvidence = (acts: readonly Act[]): Evidence[] =>
  evidenceOf(
    "approval",
    acts.map((act) => act.id),
  );

/** Each case once: its own amount, else the largest known amount among these acts in it. */
function amountAtStake(ground: Ground, caseIds: readonly string[], acts: readonly Act[]): number | null {
  const figures = caseIds.map((id) => {
    const own = ground.world.cases.find((item) => item.id === id)?.amount;
    if (isKnown(own)) return own;
    const known = acts
      .filter((act) => act.caseId === id)
      .map((act) => act.amount)
      .filter(isKnown);
    return known.length > 0 ? Math.max(...known) : null;
  });
  const known = figures.filter(isKnown);
  return known.length > 0 ? known.reduce((sum, figure) => sum + figure, 0) : null;
}

/** The department that all cases of the finding share, else that of the first post acted in. */
function departmentOf(ground: Ground, caseIds: readonly string[], acts: readonly Act[]): string | null {
  const shared = new Set(
    ground.world.cases.filter((item) => caseIds.includes(item.id)).map((item) => item.departmentId),
  );
  const [ofCases] = shared;
  if (shared.size === 1 && isKnown(ofCases)) return ofCases;
  const postId = acts.find((act) => act.postId !== null)?.postId;
  return ground.world.posts.find((post) => post.id === postId)?.departmentId ?? null;
}

function matterOf(ground: Ground, caseIds: readonly string[]): string | null {
  const matters = distinct(
    ground.world.cases.filter((item) => caseIds.includes(item.id)).map((item) => item.matterId),
  );
  return matters.length === 1 ? matters[0]! : null;
}

/** What a kind says itself; `acts` are the evidence acts, from which the rest is derived. */
export interface Given {
  groupKey: string;
  subject: string;
  anchor?: string;
  day: Day;
  personIds: readonly string[];
  caseIds: readonly string[];
  acts: readonly Act[];
  evidence: Evidence[];
}

export function foundOf(ground: Ground, rule: Rule, given: Given): Found {
  const caseIds = distinct(given.caseIds);
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    groupKey: given.groupKey,
    subject: given.subject,
    anchor: given.anchor ?? "",
    basis: "actual",
    severity: rule.severity,
    personIds: distinct(given.personIds),
    caseIds,
    matterId: matterOf(ground, caseIds),
    departmentId: departmentOf(ground, caseIds, given.acts),
    amount: amountAtStake(ground, caseIds, given.acts),
    day: given.day,
    from: null,
    until: null,
    evidence: given.evidence,
  };
}
