// The gate: what one more act would bring about, by folding again the groups that it joins.
import type { Approval, Case } from "../domain/approval.ts";
import { type Finding, identityOf } from "../domain/conflict.ts";
import { type Day, dayOf } from "../domain/day.ts";
import type { Effect, Rule } from "../domain/rule.ts";
import type { World } from "../domain/world.ts";
import { checkView } from "./check.ts";
import { indexFacts } from "./facts.ts";
import { touchedBy } from "./touch.ts";

export interface GateAnswer {
  verdict: "allowed" | "warned" | "refused";
  /** Conflicts that appear or gain evidence because of the draft. */
  reasons: { finding: Finding; effect: Effect }[];
}

/** Leads about tempo and concentration come as notes: they are never preventive, whatever has been set. */
export const isLead = ({ kind }: Pick<Rule, "kind">): boolean => kind === "tempo" || kind === "concentration";

/** What the gate does about a breach of the rule: what the unit has set, else the default. */
export const effectOf = (rule: Rule): Effect =>
  isLead(rule) ? "note" : (rule.effect ?? defaultEffectOf(rule));

/** Within-authority and absence refuse; the rest by severity, never above warn on a source nobody has read. */
export function defaultEffectOf({ kind, severity, citation }: Rule): Effect {
  if (isLead({ kind })) return "note";
  if (kind === "within-authority" || kind === "absence") return "refuse";
  if (severity === "low") return "note";
  const isUnread = citation.mark === "practice" || citation.mark === "recalled";
  return severity === "high" && !isUnread ? "refuse" : "warn";
}

/**
 * Judges a draft act before it is done. Pass the rows that its groups need (its case's and its people's
 * approvals at least); the draft's case is among `world.cases`, or is `newCase`: then it comes into being with the
 * draft. The draft is put in its place in the order.
 */
export function gate(
  world: World,
  rules: readonly Rule[],
  today: Day,
  draft: Approval,
  newCase: Case | null = null,
): GateAnswer {
  const draftDay = dayOf(draft.happenedAt, world.settings.timeZone);
  const asOf = draftDay > today ? draftDay : today;
  const cases = newCase ? [...world.cases, newCase] : world.cases;
  const after = indexFacts({ ...world, cases, approvals: [...world.approvals, draft] }, asOf);
  const before = indexFacts(world, asOf);
  const touched = touchedBy(after, [draft.caseId]);
  const known = new Map(
    checkView(before, rules, touched).findings.map((finding) => [keyOf(finding), finding.evidence.length]),
  );
  const byVersion = new Map(rules.map((rule) => [JSON.stringify([rule.id, rule.version]), rule]));
  const reasons = checkView(after, rules, touched)
    .findings.filter(
      (finding) =>
        finding.evidence.length > (known.get(keyOf(finding)) ?? 0) ||
        finding.evidence.some(({ kind, id }) => kind === "approval" && id === draft.id),
    )
    .flatMap((finding) => {
      const rule = byVersion.get(JSON.stringify([finding.ruleId, finding.ruleVersion]));
      return rule ? [{ finding, effect: effectOf(rule) }] : [];
    });
  const worst = (effect: Effect): boolean => reasons.some((reason) => reason.effect === effect);
  return { verdict: worst("refuse") ? "refused" : worst("warn") ? "warned" : "allowed", reasons };
}

// A potential conflict that becomes actual is news, even where its evidence grows by nothing else.
const keyOf = (finding: Finding): string =>
  JSON.stringify([identityOf(finding), finding.ruleVersion, finding.basis]);
