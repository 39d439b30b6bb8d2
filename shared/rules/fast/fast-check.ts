// The check by way of columns: names the groups that could hold a conflict, then lets the folds judge them and only them.
import type { Approval, Case } from "../../domain/approval.ts";
import type { Finding, NotApplicable } from "../../domain/conflict.ts";
import { dayOfNumber } from "../../domain/day.ts";
import type { NumberOf } from "../../domain/packed-log.ts";
import type { Rule } from "../../domain/rule.ts";
import type { CheckResult, JudgedElsewhere } from "../check.ts";
import { type PlainIndex, viewOver } from "../facts.ts";
import { compareFindings, findingOf, isInForce } from "../finding.ts";
import { compareDated, dateCases } from "../kinds/dated-cases.ts";
import { evaluatorOf } from "../kinds/evaluators.ts";
import { appliedCount, eachRuleOnce } from "../rule-count.ts";
import { judgedElsewhere } from "../same-check.ts";
import type { DatedCase, Touched, View } from "../view.ts";
import { nominate, type Packed } from "./nominate.ts";
import { type Prepared, prepare } from "./prepare.ts";

/** The rows behind the columns, by their place among the packed ones. */
export interface Rows {
  approvals(acts: readonly number[]): Approval[];
  cases(cases: readonly number[]): Case[];
}
export interface FastProgress {
  rulesDone: number;
  rules: number;
}
export type FastResult = Omit<CheckResult, "undecided">;

/** Rules over facts, made ready once for as long as neither changes. */
export interface Ready {
  /** Of the rules that judge for themselves. */
  readonly prepared: Prepared;
  /** How many rules there are in all. */
  readonly rules: number;
  readonly elsewhere: readonly JudgedElsewhere[];
}
export function readyCheck(
  plain: PlainIndex,
  rules: readonly Rule[],
  numberOf: NumberOf,
  largest: number,
): Ready {
  const judgeOf = judgedElsewhere(rules);
  return {
    prepared: prepare(
      plain,
      rules.filter((rule) => judgeOf(rule) === null),
      numberOf,
      largest,
    ),
    rules: rules.length,
    elsewhere: rules.flatMap((rule) => {
      const by = judgeOf(rule);
      return by === null ? [] : [{ ruleId: rule.id, by }];
    }),
  };
}

const groupsPerSlice = 2_000;

/**
 * The same answer as `checkSlices` over the whole world, but for the list of undecided pairs, of which it has the
 * number. INVARIANT: a row left out changes no fold of a named group, and no group with a conflict is left unnamed.
 */
export function* fastCheckSlices(
  { prepared, rules, elsewhere }: Ready,
  packed: Packed,
  rows: Rows,
): Generator<FastProgress, FastResult> {
  const folded = prepared.rules;
  const nominated = nominate(prepared, packed);
  const { nomination, approvals, people } = nominated;
  yield { rulesDone: 0, rules };

  const { view, caseIds } = judgingView();
  const findings: Finding[] = [];
  const notApplicable: NotApplicable[] = [];
  let notYetJudged = 0;
  let groups = 0;
  for (const [index, rule] of folded.entries()) {
    const named = nomination.rules[index]!;
    const { unmet, verdicts } = evaluatorOf(rule, view);
    if (unmet) {
      notApplicable.push({ ruleId: rule.id, reason: unmet });
      continue;
    }
    notYetJudged += named.waiting;
    const touched: Touched | null = named.isWhole
      ? null
      : {
          caseIds: new Set([...named.cases].map((of) => caseIds[of] ?? "")),
          personIds: new Set([...named.people].map((person) => people[person] ?? "")),
          keys: named.keys,
        };
    for (const verdict of verdicts(touched)) {
      if (verdict.isUndecided) notYetJudged += 1;
      for (const breach of verdict.breaches)
        if (isInForce(rule, breach.day)) findings.push(findingOf(view, rule, breach));
      groups += 1;
      if (groups % groupsPerSlice === 0) yield { rulesDone: index, rules };
    }
  }
  return {
    findings: findings.sort(compareFindings),
    notApplicable: eachRuleOnce(notApplicable),
    judgedElsewhere: eachRuleOnce(elsewhere),
    notYetJudged,
    rulesApplied: appliedCount(folded, notApplicable),
    approvals,
  };

  /** The named rows as a world of their own; of its cases only those named for it are dated. */
  function judgingView(): { view: View; caseIds: string[] } {
    const { wholeCases, datedCases, acts } = nomination;
    const { caseAt, dayOf, isUnsure } = nominated;
    const wanted = new Uint8Array(packed.cases.count);
    const wantedActs: number[] = [];
    for (let act = 0; act < acts.length; act += 1) {
      if (acts[act] === 0) continue;
      wantedActs.push(act);
      const its = caseAt[packed.acts.case[act]!] ?? -1;
      if (its >= 0) wanted[its] = 1;
    }
    for (const of of nominated.witnessCases) wanted[of] = 1;
    const places: number[] = [];
    for (let of = 0; of < wanted.length; of += 1)
      if (wanted[of] === 1 || wholeCases[of] === 1 || datedCases[of] === 1) places.push(of);
    const cases = rows.cases(places);
    const caseIds: string[] = [];
    for (const [index, of] of places.entries()) caseIds[of] = cases[index]!.id;

    const full = viewOver(prepared.plain, cases, rows.approvals(wantedActs));
    const certain: DatedCase[] = [];
    const unsure: Case[] = [];
    for (const [index, of] of places.entries()) {
      if (datedCases[of] === 0) continue;
      const row = cases[index]!;
      if (isUnsure[of] === 1) unsure.push(row);
      else certain.push({ case: row, day: dayOfNumber(dayOf[of]!), amount: row.amount });
    }
    const told = dateCases({ ...full, world: { ...full.world, cases: unsure } });
    const dated = [...certain, ...told].sort(compareDated);
    return { view: { ...full, datedCases: () => dated }, caseIds };
  }
}

/** The whole answer at once. */
export function fastCheck(ready: Ready, packed: Packed, rows: Rows): FastResult {
  const slices = fastCheckSlices(ready, packed, rows);
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
}
