// Incremental checks: which groups a change touches, and how their new findings replace the old ones.
import type { Finding } from "../domain/conflict.ts";
import type { Rule, RuleOf } from "../domain/rule.ts";
import { type CheckResult, checkView } from "./check.ts";
import { creditedPersons } from "./cover.ts";
import { compareFindings } from "./finding.ts";
import { singleSourceKey } from "./kinds/concentration-single-source.ts";
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

/** By what the groups of a rule are touched; facts: by no act and no case. */
type Grouping = "case" | "person" | "all" | "facts";

export function groupingOf(rule: Rule): Grouping {
  switch (rule.kind) {
    case "separate-duties":
    case "same-person":
    case "separate-units":
    case "two-person":
    case "seniority":
    case "within-authority":
    case "sequence":
      return "case";
    case "relation":
      return rule.parameters.counterpart === "holder" ? "facts" : "case";
    case "absence":
    case "never-together":
    case "tenure":
      return "person";
    case "split-amount":
      return "all";
    case "tempo":
      return groupingOfTempo[rule.parameters.check];
    case "concentration":
      return groupingOfConcentration[rule.parameters.check];
  }
}
const groupingOfTempo: Record<RuleOf<"tempo">["parameters"]["check"], Grouping> = {
  fast: "person",
  burst: "person",
  "off-hours": "person",
  "year-end": "all",
  crowding: "all",
  "same-terminal": "case",
  "brief-delegation": "case",
};
const groupingOfConcentration: Record<RuleOf<"concentration">["parameters"]["check"], Grouping> = {
  "duty-share": "case",
  "type-span": "case",
  "supplier-share": "all",
  "single-source": "all",
};

/** Is the finding of a group that such a check folds again? That of a rule that is gone always is. */
export function isTouched(finding: Finding, rule: Rule | undefined, touched: Touched): boolean {
  switch (rule ? groupingOf(rule) : null) {
    case "case":
      return touched.caseIds.has(finding.groupKey);
    case "person":
      return touched.personIds.has(finding.subject);
    case "facts":
      return false;
    case "all": {
      const isOneGroup = rule?.kind === "concentration" && rule.parameters.check === "single-source";
      return touched.keys?.has(isOneGroup ? singleSourceKey : finding.groupKey) ?? true;
    }
    case null:
      return true;
  }
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
  const byVersion = new Map(rules.map((rule) => [nameOf(rule.id, rule.version), rule]));
  const result = checkView(view, rules, touched);
  const kept = before.findings.filter(
    (finding) => !isTouched(finding, byVersion.get(nameOf(finding.ruleId, finding.ruleVersion)), touched),
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
