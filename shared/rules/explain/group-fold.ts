// One group of one rule folded again: with everything, or without some of its evidence.
import { type Evidence, type Finding, identityOf } from "../../domain/conflict.ts";
import type { Rule } from "../../domain/rule.ts";
import { findingOf, isInForce } from "../finding.ts";
import { singleSourceKey } from "../kinds/concentration-single-source.ts";
import { evaluatorOf } from "../kinds/evaluators.ts";
import type { Act, Touched, View } from "../view.ts";
import { groupingOf } from "./grouping.ts";
import { without } from "./restrict.ts";

type Group = Pick<Finding, "groupKey" | "subject">;

/** What makes the folds look at the group of a finding alone; null: it is judged by facts, every group is folded. */
function touchedGroup(rule: Rule, { groupKey, subject }: Group): Touched | null {
  const nobody = new Set<string>();
  switch (groupingOf(rule)) {
    case "case":
      return { caseIds: new Set([groupKey]), personIds: nobody };
    case "person":
      return { caseIds: nobody, personIds: new Set([subject]) };
    case "all": {
      const isOneGroup = rule.kind === "concentration" && rule.parameters.check === "single-source";
      return { caseIds: nobody, personIds: nobody, keys: new Set([isOneGroup ? singleSourceKey : groupKey]) };
    }
    case "facts":
      return null;
  }
}

/** The acts of a finding's group, in no order; none where the group is of cases or facts. */
export function actsOfGroup(view: View, rule: Rule, finding: Finding): readonly Act[] {
  switch (groupingOf(rule)) {
    case "case":
      return view.caseActs.get(finding.groupKey)?.acts ?? [];
    case "person": {
      if (rule.kind === "never-together") return view.actsCrediting(finding.subject);
      const own = view.actsBy(finding.subject);
      // Of these checks only `fast` looks at what others did before.
      if (rule.kind !== "tempo" || rule.parameters.check !== "fast") return own;
      const cases = new Set(own.map((act) => act.case.id));
      return [...cases].flatMap((id) => view.caseActs.get(id)?.acts ?? []);
    }
    case "all":
    case "facts":
      return [];
  }
}

/** The cases of a finding and of the acts of its group. */
export function casesOfGroup(view: View, rule: Rule, finding: Finding): Set<string> {
  const caseIds = new Set(finding.caseIds);
  for (const act of actsOfGroup(view, rule, finding)) caseIds.add(act.case.id);
  return caseIds;
}

/** Does the rule's own fold still find this very conflict (identity and basis) without these? */
export function findsWithout(view: View, rule: Rule, finding: Finding, gone: readonly Evidence[]): boolean {
  const rest = without(view, gone, casesOfGroup(view, rule, finding));
  const { unmet, verdicts } = evaluatorOf(rule, rest);
  if (unmet) return false;
  const identity = identityOf(finding);
  for (const { breaches } of verdicts(touchedGroup(rule, finding)))
    for (const breach of breaches)
      if (
        breach.basis === finding.basis &&
        isInForce(rule, breach.day) &&
        identityOf({ ruleId: rule.id, ...breach }) === identity
      )
        return true;
  return false;
}

/** What the folds find of these groups now, as the check would say it. */
export interface Folded {
  readonly findings: Finding[];
  /** Complete on days on which this version does not apply. */
  readonly outOfForce: Finding[];
  readonly isUndecided: boolean;
}
export function foldTouched(view: View, rule: Rule, touched: Touched | null): Folded {
  const { unmet, verdicts } = evaluatorOf(rule, view);
  const [findings, outOfForce]: [Finding[], Finding[]] = [[], []];
  let isUndecided = false;
  if (!unmet)
    for (const verdict of verdicts(touched)) {
      isUndecided ||= verdict.isUndecided;
      for (const breach of verdict.breaches)
        (isInForce(rule, breach.day) ? findings : outOfForce).push(findingOf(view, rule, breach));
    }
  return { findings, outOfForce, isUndecided };
}
