// What a check says beside its findings: who judges for whom, which pairs wait, how far it is.
import { isDeepStrictEqual } from "node:util";
import { dayOf } from "../../shared/domain/day.ts";
import type { Rule } from "../../shared/domain/rule.ts";
import { type CheckResult, check, checkSlices } from "../../shared/rules/check.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import type { FastResult } from "../../shared/rules/fast/fast-check.ts";
import { judgedElsewhere } from "../../shared/rules/same-check.ts";
import * as row from "../builders/rows.ts";
import type { Question } from "../builders/rules.ts";
import { chance, pick, seeded } from "../builders/source.ts";
import { isJudgedByAnother } from "../oracle/check.ts";

/** null: every rule is accounted for once, and every approval up to the day. */
export function wrongCount(answer: FastResult, { world, rules, today }: Question): string | null {
  const isElsewhere = (rule: Rule): boolean => isJudgedByAnother(rule, rules);
  // Several versions of a rule are one rule: its first says who judges.
  const told = new Map<string, string | null>();
  for (const { id, sameCheckAs } of rules.filter(isElsewhere)) if (!told.has(id)) told.set(id, sameCheckAs);
  const elsewhere = [...told].map(([ruleId, by]) => ({ ruleId, by }));
  if (!isDeepStrictEqual(answer.judgedElsewhere, elsewhere)) return "who judges for whom";
  const judging = new Set(rules.filter((rule) => !isElsewhere(rule)).map(({ id }) => id));
  const unmet = new Set(answer.notApplicable.map(({ ruleId }) => ruleId));
  if (unmet.size < answer.notApplicable.length) return "which rules cannot be applied";
  const left = [...judging].filter((id) => !unmet.has(id)).length;
  if (answer.rulesApplied !== left) return "how many rules were applied";
  const approvals = world.approvals.filter((act) => dayOf(act.happenedAt, world.settings.timeZone) <= today);
  return answer.approvals === approvals.length ? null : "how many approvals were looked at";
}

/** null: every pair that waits is told once. */
export function wrongPairs(answer: CheckResult, rules: readonly Rule[]): string | null {
  const pairs = answer.undecided.map(({ ruleId, ruleVersion, caseId }) => [ruleId, ruleVersion, caseId]);
  const isKnown = pairs.every(
    ([id, version, caseId]) =>
      rules.some((rule) => rule.id === id && rule.version === version) && typeof caseId === "string",
  );
  if (!isKnown || new Set(pairs.map((pair) => JSON.stringify(pair))).size !== answer.notYetJudged)
    return "which pairs wait";
  return null;
}

const chained = Array.from({ length: 1500 }, (_, seed): Rule[] => {
  const source = seeded(seed + 1);
  const ids = ["a", "b", "c", "d", "e", "f"].slice(0, source.int(2, 6));
  return ids.flatMap((id) => {
    const one = row.rule(id, "sequence", { check: "order" });
    const other = (): string | null => (chance(source, 75) ? pick(source, [...ids, "elsewhere"]) : null);
    const first = { ...one, sameCheckAs: other() };
    return chance(source, 15) ? [first, { ...one, version: 2, sameCheckAs: other() }] : [first];
  });
});
/** Chains and circles of rules that ask the same. */
export function sameCheckDifference(): string | null {
  const wrong = chained.find((rules) => {
    const judgeOf = judgedElsewhere(rules);
    return rules.some((rule) => {
      const expected = isJudgedByAnother(rule, rules) ? rule.sameCheckAs : null;
      return judgeOf(rule) !== expected;
    });
  });
  return wrong ? `who judges for whom of ${wrong.map(({ id }) => id)}` : null;
}

/** Two rules, and more cases than a slice holds, each broken once by each rule. */
const many = 2_500;
const cases = Array.from({ length: many }, (_, nth) => row.caseOf(`c${nth}`, "m1"));
const largeWorld = row.world({
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1")],
  cases,
  approvals: cases.flatMap(({ id }) => [
    row.approval(`${id}v1`, id, "s1", "p1", row.at("2026-03-01")),
    row.approval(`${id}v2`, id, "s2", "p1", row.at("2026-03-02")),
  ]),
});
const both = ["a", "b"].map((id) =>
  row.rule(id, "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 }),
);
/** Two slices end: within the first rule and within the second. */
export function slicesDifference(): string | null {
  const { findings } = check(largeWorld, both, "2026-06-30");
  if (findings.length !== 2 * many) return "findings of many cases";
  const told = [...checkSlices(indexFacts(largeWorld, "2026-06-30"), both)];
  const expected = [0, 1].map((rulesDone) => ({ rulesDone, rules: 2 }));
  return isDeepStrictEqual(told, expected) ? null : "how far the check is";
}
