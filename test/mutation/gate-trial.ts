// The gate against the oracle: what a draft brings about or adds to, and what is done about it.
import { isDeepStrictEqual } from "node:util";
import type { Approval } from "../../shared/domain/approval.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import { dayOf } from "../../shared/domain/day.ts";
import { effects, evidenceMarks, type Rule } from "../../shared/domain/rule.ts";
import type { World } from "../../shared/domain/world.ts";
import { gate } from "../../shared/rules/gate.ts";
import type { Question } from "../builders/rules.ts";
import { type Expected, oracle } from "../oracle/check.ts";

interface Drafted {
  question: Question;
  draft: Approval;
  expected: { verdict: string; reasons: [string, string][] };
}
type Found = Expected["findings"][number];
const keyOf = (one: Found): string => JSON.stringify([identityOf(one), one.ruleVersion, one.basis]);

/** Leads are notes. As the rule says, else: authority and absence refuse, a low one notes, a high one that somebody has read refuses. */
function effectOf(rule: Rule): string {
  if (["tempo", "concentration"].includes(rule.kind)) return "note";
  if (rule.effect !== null) return rule.effect;
  if (["within-authority", "absence"].includes(rule.kind)) return "refuse";
  if (rule.severity === "low") return "note";
  return rule.severity === "high" && !["practice", "recalled"].includes(rule.citation.mark)
    ? "refuse"
    : "warn";
}

/** Sources and effects of every sort; most rules leave the effect to the default. */
const varied = (rules: readonly Rule[], nth: number): Rule[] =>
  rules.map((rule, index) => ({
    ...rule,
    citation: { ...rule.citation, mark: evidenceMarks[(nth + index) % evidenceMarks.length]! },
    effect: (nth + index) % 3 === 0 ? (effects[((nth + index) % 9) / 3] ?? null) : null,
  }));

/** One act of the world as a draft, rather one done for somebody; null where there is none. */
function draftOf(world: World, nth: number): Approval | null {
  const acts = world.approvals.filter((act) => world.cases.some(({ id }) => id === act.caseId));
  const forOthers = acts.filter((act) => act.onBehalfOfId !== null);
  const some = forOthers.length > 0 && nth % 2 === 0 ? forOthers : acts;
  return some[nth % Math.max(some.length, 1)] ?? null;
}

function draftedOf(whole: Question, nth: number): Drafted[] {
  const { world, today } = whole;
  // A few rules at a time, so that each of them may decide the verdict.
  const rules = varied(whole.rules, nth).filter((_, index) => nth % 3 === 0 || index % 6 === nth % 6);
  const draft = draftOf(world, nth);
  if (!draft) return [];
  const before: World = { ...world, approvals: world.approvals.filter((act) => act !== draft) };
  const draftDay = dayOf(draft.happenedAt, world.settings.timeZone);
  const asOf = draftDay > today ? draftDay : today;
  const lengths = new Map(
    oracle(before, rules, asOf).findings.map((one) => [keyOf(one), one.evidence.length]),
  );
  const isNews = (one: Found): boolean =>
    one.evidence.length > (lengths.get(keyOf(one)) ?? 0) ||
    one.evidence.some(({ kind, id }) => kind === "approval" && id === draft.id);
  const reasons = oracle(world, rules, asOf)
    .findings.filter(isNews)
    .map((one): [string, string] => {
      const rule = rules.find(({ id, version }) => id === one.ruleId && version === one.ruleVersion);
      return [keyOf(one), rule ? effectOf(rule) : "no such rule"];
    });
  const has = (effect: string): boolean => reasons.some(([, its]) => its === effect);
  const verdict = has("refuse") ? "refused" : has("warn") ? "warned" : "allowed";
  return [{ question: { world: before, rules, today }, draft, expected: { verdict, reasons } }];
}

/** A trial over these worlds; the oracle is asked at once, the gate when the trial is run. */
export function gateTrial(questions: readonly Question[]): () => string | null {
  const drafted = questions.flatMap(draftedOf);
  return () => {
    const other = drafted.find(({ question: { world, rules, today }, draft, expected }) => {
      const { verdict, reasons } = gate(world, rules, today, draft);
      const told = reasons.map(({ finding, effect }) => [keyOf(finding), effect]);
      return !isDeepStrictEqual({ verdict, reasons: told }, expected);
    });
    return other
      ? `the gate differs from the oracle about ${other.draft.id} of ${other.question.today}`
      : null;
  };
}
