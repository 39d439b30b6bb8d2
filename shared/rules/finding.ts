// A breach as the finding that leaves the check: ids in order, amount at stake, matter and department, the sentence.
import type { Case } from "../domain/approval.ts";
import type { Evidence, Finding } from "../domain/conflict.ts";
import type { Fen } from "../domain/money.ts";
import type { Rule } from "../domain/rule.ts";
import { compareActs } from "./acts.ts";
import { compareText, sortedIds } from "./gather.ts";
import type { Breach } from "./kinds/kind.ts";
import type { Act, View } from "./view.ts";

export const isInForce = ({ inForce }: Rule, day: string): boolean =>
  (inForce.from === null || inForce.from <= day) && (inForce.until === null || day < inForce.until);

/** Call it once the breach's group is folded to its end. */
export function findingOf(view: View, rule: Rule, breach: Breach): Finding {
  const acts = [...breach.acts].sort(compareActs);
  const cases = breach.cases ?? [...new Set(acts.map((act) => act.case))];
  const evidence: Evidence[] = [
    ...(breach.before ?? []),
    ...(breach.cases ?? []).map(({ id }): Evidence => ({ kind: "case", id })),
    ...acts.map(({ approval }): Evidence => ({ kind: "approval", id: approval.id })),
    ...(breach.after ?? []),
  ];
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    groupKey: breach.groupKey,
    subject: breach.subject,
    anchor: breach.anchor,
    basis: breach.basis,
    severity: rule.severity,
    personIds: sortedIds(breach.personIds),
    caseIds: sortedIds(cases.map(({ id }) => id)),
    matterId: common(cases.map((of) => of.matterId)),
    departmentId: breach.departmentId === undefined ? departmentOf(view, cases, acts) : breach.departmentId,
    amount: amountAtStake(cases, acts),
    day: breach.day,
    from: breach.from ?? null,
    until: breach.until ?? null,
    evidence,
    sentence: breach.say(),
  };
}

/** The one value that all share. */
const common = (values: readonly (string | null)[]): string | null =>
  values.length > 0 && values.every((value) => value === values[0]) ? (values[0] ?? null) : null;

function departmentOf(view: View, cases: readonly Case[], acts: readonly Act[]): string | null {
  const ofCases = common(cases.map((of) => of.departmentId));
  if (ofCases !== null) return ofCases;
  const postId = acts.find((act) => act.approval.postId !== null)?.approval.postId;
  return view.posts.get(postId ?? "")?.departmentId ?? null;
}

/** Each case once: its own amount, else the largest among its evidence acts; null where none is known. */
function amountAtStake(cases: readonly Case[], acts: readonly Act[]): Fen | null {
  let total: Fen | null = null;
  for (const of of cases) {
    let amount = of.amount;
    if (amount === null)
      for (const act of acts)
        if (act.case === of && act.approval.amount !== null)
          amount = amount === null ? act.approval.amount : Math.max(amount, act.approval.amount);
    if (amount !== null) total = (total ?? 0) + amount;
  }
  return total;
}

/** (rule id, group key, subject, anchor, rule version). */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.groupKey, b.groupKey) ||
  compareText(a.subject, b.subject) ||
  compareText(a.anchor, b.anchor) ||
  a.ruleVersion - b.ruleVersion;
