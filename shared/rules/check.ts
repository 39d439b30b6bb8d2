// The check: every rule folded over every group of a world, or over the groups that a change touched.
import type { Finding, NotApplicable } from "../domain/conflict.ts";
import type { Day } from "../domain/day.ts";
import type { Rule } from "../domain/rule.ts";
import type { World } from "../domain/world.ts";
import { indexFacts } from "./facts.ts";
import { compareFindings, findingOf, isInForce } from "./finding.ts";
import { evaluatorOf } from "./kinds/evaluators.ts";
import { appliedCount, eachRuleOnce } from "./rule-count.ts";
import { judgedElsewhere } from "./same-check.ts";
import type { Touched, View } from "./view.ts";

export interface CheckResult {
  /** By rule id, group key, subject, anchor. */
  findings: Finding[];
  /** Rules that this world cannot be judged by (a version of theirs, at least), each once, and why. */
  notApplicable: NotApplicable[];
  /** Rules that were not asked, because another of them asks the same; each once. */
  judgedElsewhere: JudgedElsewhere[];
  /** Pairs of rule version and case whose verdict only a closed case can have. */
  undecided: Undecided[];
  /** How many they are. */
  notYetJudged: number;
  /** Rules that were applied, however many versions of them are in use. */
  rulesApplied: number;
  /** Approvals up to today that were looked at. */
  approvals: number;
}
export interface Undecided {
  ruleId: string;
  ruleVersion: number;
  caseId: string;
}
export interface JudgedElsewhere {
  ruleId: string;
  /** The id of the rule that judges for both. */
  by: string;
}
export interface CheckProgress {
  rulesDone: number;
  rules: number;
}

/** Findings of these rules over the world as of `today` (a civil day in the workbook's zone). */
export function check(
  world: World,
  rules: readonly Rule[],
  today: Day,
  touched: Touched | null = null,
): CheckResult {
  return checkView(indexFacts(world, today), rules, touched);
}

/** The same over a view that is already there. */
export function checkView(view: View, rules: readonly Rule[], touched: Touched | null = null): CheckResult {
  const slices = checkSlices(view, rules, touched);
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
}

const groupsPerSlice = 2_000;
/** The check in slices: the caller may breathe or stop between two of them; the last value is the result. */
export function* checkSlices(
  view: View,
  rules: readonly Rule[],
  touched: Touched | null = null,
): Generator<CheckProgress, CheckResult> {
  const findings: Finding[] = [];
  const notApplicable: NotApplicable[] = [];
  const undecided: Undecided[] = [];
  const elsewhere: JudgedElsewhere[] = [];
  const judging: Rule[] = [];
  const judgeOf = judgedElsewhere(rules);
  let groups = 0;
  for (const [rulesDone, rule] of rules.entries()) {
    const by = judgeOf(rule);
    if (by !== null) {
      elsewhere.push({ ruleId: rule.id, by });
      continue;
    }
    judging.push(rule);
    const { unmet, verdicts } = evaluatorOf(rule, view);
    if (unmet) {
      notApplicable.push({ ruleId: rule.id, reason: unmet });
      continue;
    }
    for (const verdict of verdicts(touched)) {
      if (verdict.isUndecided)
        undecided.push({ ruleId: rule.id, ruleVersion: rule.version, caseId: verdict.key });
      for (const breach of verdict.breaches)
        if (isInForce(rule, breach.day)) findings.push(findingOf(view, rule, breach));
      groups += 1;
      if (groups % groupsPerSlice === 0) yield { rulesDone, rules: rules.length };
    }
  }
  return {
    findings: findings.sort(compareFindings),
    notApplicable: eachRuleOnce(notApplicable),
    judgedElsewhere: eachRuleOnce(elsewhere),
    undecided,
    notYetJudged: undecided.length,
    rulesApplied: appliedCount(judging, notApplicable),
    approvals: view.approvals,
  };
}
