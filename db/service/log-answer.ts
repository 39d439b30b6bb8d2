// What the check of a log answers: every rule with its counts, every conflict in the log's own words.
import type { LogAnswer } from "../../shared/contract/logs.ts";
import type { Finding } from "../../shared/domain/conflict.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { World } from "../../shared/domain/world.ts";
import { recordOf } from "../../shared/formats/log-world.ts";
import type { CheckResult } from "../../shared/rules/check.ts";
import { countCases } from "./cases-with-both.ts";
import type { LogRuleAsked } from "./log-rules.ts";

const keyOf = (id: string, version: number): string => JSON.stringify([id, version]);
const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);

/** `cannot` says by rule id why it could not be applied. */
export function logAnswer(
  world: World,
  asked: readonly LogRuleAsked[],
  result: CheckResult,
  cannot: ReadonlyMap<string, Text>,
): Omit<LogAnswer, "asOf" | "rows" | "warnings"> {
  const caseNos = new Map(world.cases.map(({ id, caseNo }) => [id, caseNo]));
  const people = new Map(world.people.map(({ id, staffNo }) => [id, staffNo]));
  const askedOf = new Map(asked.map((one) => [keyOf(one.rule.id, one.rule.version), one]));
  const tallies = new Map<string, { conflicts: number; cases: Set<string>; notYet: number }>();
  const tallyOf = (id: string, version: number) => {
    const key = keyOf(id, version);
    const tally = tallies.get(key) ?? { conflicts: 0, cases: new Set<string>(), notYet: 0 };
    tallies.set(key, tally);
    return tally;
  };
  for (const { ruleId, ruleVersion, caseIds } of result.findings) {
    const tally = tallyOf(ruleId, ruleVersion);
    tally.conflicts += 1;
    for (const id of caseIds) tally.cases.add(id);
  }
  for (const { ruleId, ruleVersion } of result.undecided) tallyOf(ruleId, ruleVersion).notYet += 1;
  const judges = new Map(result.judgedElsewhere.map(({ ruleId, by }) => [ruleId, by]));
  const count = countCases(world);

  const conflictOf = (finding: Finding): LogAnswer["conflicts"][number] => {
    const of = askedOf.get(keyOf(finding.ruleId, finding.ruleVersion));
    const cases = finding.caseIds.map((id) => caseNos.get(id) ?? id);
    const persons = finding.personIds.map((id) => people.get(id) ?? id);
    return {
      case: only(cases),
      person: only(persons),
      duties: of?.words ?? [],
      approvals: finding.evidence.filter(({ kind }) => kind === "approval").map(({ id }) => recordOf(id)),
      rule: finding.ruleId,
      ruleVersion: finding.ruleVersion,
      kind: of?.rule.kind ?? "",
      title: of?.rule.title ?? { zh: finding.ruleId, en: finding.ruleId },
      cases,
      people: persons,
      severity: finding.severity,
      basis: finding.basis,
      day: finding.day,
      from: finding.from,
      until: finding.until,
      amount: finding.amount,
      sentence: finding.sentence,
    };
  };
  return {
    cases: world.cases.length,
    approvals: result.approvals,
    rulesApplied: result.rulesApplied,
    notYetJudged: result.notYetJudged,
    rules: asked.map(({ rule, words }) => {
      const tally = tallyOf(rule.id, rule.version);
      return {
        duties: words,
        casesWithBoth: pairOf(rule, count),
        casesInConflict: tally.cases.size,
        id: rule.id,
        version: rule.version,
        kind: rule.kind,
        title: rule.title,
        conflicts: tally.conflicts,
        notYetJudged: tally.notYet,
        notApplicable: cannot.get(rule.id) ?? null,
        judgedBy: judges.get(rule.id) ?? null,
      };
    }),
    conflicts: result.findings.map(conflictOf),
  };
}

function pairOf({ parameters }: Rule, count: (first: string, second: string) => number): number | null {
  if (!("duties" in parameters) || parameters.duties.length !== 2) return null;
  const [first = "", second = ""] = parameters.duties;
  return count(first, second);
}
