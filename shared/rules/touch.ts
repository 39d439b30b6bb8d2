// Incremental checks: which groups a change touches, and how their new findings replace the old ones.
import type { Finding } from "../domain/conflict.ts";
import type { Rule } from "../domain/rule.ts";
import type { Kind } from "../domain/rule-kinds.ts";
import { type CheckResult, checkView } from "./check.ts";
import { creditedPersons } from "./cover.ts";
import { compareFindings } from "./finding.ts";
import type { Touched, View } from "./view.ts";

/**
 * What an import (or its undoing) of approvals and cases touches: the cases, and everybody who acted in them or
 * is credited there. For acts that are gone, name their people in `gonePersonIds`. After any other change
 * (people, authorities, rules, another day) check everything.
 */
export function touchedBy(
  view: View,
  caseIds: Iterable<string>,
  gonePersonIds: Iterable<string> = [],
): Touched {
  const touched = { caseIds: new Set(caseIds), personIds: new Set(gonePersonIds) };
  for (const caseId of touched.caseIds)
    for (const act of view.caseActs.get(caseId)?.acts ?? []) {
      if (act.actorId !== null) touched.personIds.add(act.actorId);
      for (const personId of creditedPersons(view, act)) touched.personIds.add(personId);
    }
  return touched;
}

const groupedBy: Record<Kind, "case" | "person" | "all"> = {
  "separate-duties": "case",
  "two-person": "case",
  "within-authority": "case",
  sequence: "case",
  relation: "case",
  absence: "person",
  "never-together": "person",
  tenure: "person",
  "split-amount": "all",
};

/** Is the finding of a group that such a check folds again? */
export function isTouched(finding: Finding, kind: Kind | undefined, touched: Touched): boolean {
  const by = kind === undefined ? "all" : groupedBy[kind];
  if (by === "case") return touched.caseIds.has(finding.groupKey);
  if (by === "person") return touched.personIds.has(finding.subject);
  return true;
}

/**
 * The findings after a change, folding only what it touched: the same as a full check, provided that
 * `before` is the full answer before the change, of the same rules and day.
 */
export function recheck(
  before: Pick<CheckResult, "findings" | "undecided">,
  view: View,
  rules: readonly Rule[],
  touched: Touched,
): CheckResult {
  const nameOf = (id: string, version: number): string => JSON.stringify([id, version]);
  const kinds = new Map(rules.map((rule) => [nameOf(rule.id, rule.version), rule.kind]));
  const result = checkView(view, rules, touched);
  const kept = before.findings.filter(
    (finding) => !isTouched(finding, kinds.get(nameOf(finding.ruleId, finding.ruleVersion)), touched),
  );
  // Whether a closing kind applies hangs on the steps alone, so untouched cases stay as undecided as they were.
  const undecided = [
    ...before.undecided.filter(({ caseId }) => !touched.caseIds.has(caseId)),
    ...result.undecided,
  ];
  return {
    ...result,
    findings: [...kept, ...result.findings].sort(compareFindings),
    undecided,
    notYetJudged: undecided.length,
  };
}
