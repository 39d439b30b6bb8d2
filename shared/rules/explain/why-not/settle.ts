// What the folds found of the subject asked about, as the answer; where they found nothing, the kind's first failing condition.
import type { Finding } from "../../../domain/conflict.ts";
import type { Rule } from "../../../domain/rule.ts";
import type { Text } from "../../../domain/text.ts";
import { admission } from "../../kinds/evaluators.ts";
import { peopleText } from "../../sentence.ts";
import type { View } from "../../view.ts";
import type { Folded } from "../group-fold.ts";
import { groupingOf } from "../grouping.ts";
import { inForceText } from "../rule-reasons.ts";
import { reasonOfKind } from "./kinds.ts";
import { type Reason, reason } from "./reason.ts";

/** A rule and a case, one or two people, or both. */
export interface Question {
  readonly ruleId: string;
  readonly caseId: string | null;
  readonly personIds: readonly string[];
}
export interface Answer {
  /** What the folds find of it; empty exactly when there is a reason. */
  readonly findings: readonly Finding[];
  readonly reason: Reason | null;
  /** The version that answered. */
  readonly rule: Rule | null;
  /** The rule that judges in its place. */
  readonly judgedBy: string | null;
  /** What the answer does not say by itself: the case it is about, conflicts of others. */
  readonly notes: readonly Text[];
}
export const no = (rule: Rule | null, because: Reason, rest: Partial<Answer> = {}): Answer => ({
  findings: [],
  reason: because,
  rule,
  judgedBy: null,
  notes: [],
  ...rest,
});

/** Everything about the asked subject that the folds find decides; else the kind's first failing condition. */
export function settle(
  view: View,
  rule: Rule,
  question: Question,
  folded: Folded,
  notes: readonly Text[] = [],
): Answer {
  const about = (finding: Finding): boolean => isAbout(rule, question, finding);
  const findings = folded.findings.filter(about);
  if (findings.length > 0) return { findings, reason: null, rule, judgedBy: null, notes };
  const [late] = folded.outOfForce.filter(about);
  if (late) {
    const days = inForceText(rule);
    return no(
      rule,
      reason(
        "not-in-force",
        `按其条件会构成，但构成于 ${late.day}，规则第 ${rule.version} 版当日不适用（${days.zh}）。`,
        `By its conditions it would be one, complete on ${late.day}, when version ${rule.version} of the rule did not apply (${days.en}).`,
      ),
      { notes },
    );
  }
  const of = question.caseId === null ? null : (view.cases.get(question.caseId) ?? null);
  const because = reasonOfKind(rule, {
    view,
    admits: admission(rule, view),
    case: of,
    acts: view.caseActs.get(question.caseId ?? "")?.acts ?? [],
    people: question.personIds,
  });
  const [other] = [...folded.findings, ...folded.outOfForce];
  if (because) return no(rule, because, { notes });
  if (!other) throw new Error(`rule ${rule.id}: every condition holds, yet the fold finds nothing`);
  const isOfThem = other.personIds.some((id) => question.personIds.includes(id));
  if (question.caseId !== null && isOfThem)
    return no(
      rule,
      reason(
        "somebody-else",
        `有疑似冲突，但依据的是其他业务件，不含本件：${other.sentence.zh}`,
        `There may be a conflict, but by other cases, not by this one: ${other.sentence.en}`,
      ),
      { notes },
    );
  const who = peopleText(view, other.personIds);
  return no(
    rule,
    reason(
      "somebody-else",
      `有疑似冲突，但当事人是${who.zh}，不涉及所问的人：${other.sentence.zh}`,
      `There may be a conflict, but of ${who.en}, not of those asked about: ${other.sentence.en}`,
    ),
    { notes },
  );
}

/** What people hold is about no case. */
function isAbout(rule: Rule, { caseId, personIds }: Question, finding: Finding): boolean {
  const isOfPeople =
    personIds.length === 0 ||
    personIds.some((id) => finding.personIds.includes(id) || finding.subject === id);
  if (rule.kind === "never-together" || rule.kind === "tenure") return isOfPeople;
  if (groupingOf(rule) === "facts") return personIds.every((id) => finding.personIds.includes(id));
  return isOfPeople && (caseId === null || finding.caseIds.includes(caseId));
}

/** The answer where the folds find it; null: they do not. */
export function settleFound(rule: Rule, question: Question, folded: Folded): Answer | null {
  const findings = folded.findings.filter((finding) => isAbout(rule, question, finding));
  return findings.length > 0 ? { findings, reason: null, rule, judgedBy: null, notes: [] } : null;
}
