// What the hygiene of rules claims, held against the check itself on generated worlds.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../../shared/domain/conflict.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { checkView } from "../../../shared/rules/check.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { groundOf } from "../../../shared/rules/hygiene/ground.ts";
import { neverFiring } from "../../../shared/rules/hygiene/never-fires.ts";
import { isSubsumed } from "../../../shared/rules/hygiene/subsume.ts";
import { type Question, questionFrom } from "../../builders/rules.ts";
import { chance, drawn, pick, type Source, someOf } from "../../builders/source.ts";

type Numbers = Record<string, unknown>;
const bridging = ["all_hands", "twin_a", "twin_b", "apply", "approve"];
/** The same rule asked a little more, or less: the likeliest pairs of which one makes the other redundant. */
function nudged(source: Source, rule: Rule): Rule {
  const parameters: Numbers = { ...rule.parameters };
  for (const [key, value] of Object.entries(parameters)) {
    if (!chance(source, 45)) continue;
    if (typeof value === "number") parameters[key] = Math.max(1, value + pick(source, [-1, 0, 1, value]));
    if (Array.isArray(value) && value.length > 2)
      parameters[key] = value.slice(source.int(0, 1), value.length - source.int(0, 1));
  }
  // Duties that imply others of the set are what makes "contained" more than a matter of sets.
  if (Array.isArray(parameters.duties) && parameters.duties.length > 0 && chance(source, 50))
    parameters.duties = [...new Set([...parameters.duties, ...someOf(source, bridging, 1, 2)])];
  const widened = chance(source, 60) ? { scope: { areas: null, matters: null } } : {};
  const open = chance(source, 60) ? { inForce: { from: null, until: null } } : {};
  return { ...rule, ...widened, ...open, id: `${rule.id}+`, sameCheckAs: null, parameters } as Rule;
}
const twinsArbitrary: fc.Arbitrary<Question> = drawn((source) => {
  const question = questionFrom(source);
  const rules = question.rules.flatMap((rule) => [
    { ...rule, sameCheckAs: null },
    nudged(source, rule),
    nudged(source, rule),
  ]);
  const named = rules.map((rule, at) => ({ ...rule, id: `${rule.id}#${at}` }));
  return { ...question, rules: named };
});

/** What both findings must be about: the group or, of kinds whose groups may be cut otherwise, the subject. */
const aboutOf = ({ kind }: Rule, finding: Finding): string =>
  JSON.stringify([kind, finding.groupKey, finding.subject]);

test("every finding of a subsumed rule has one of the rule that subsumes it, about the same case, person or group", () => {
  const claimed = new Map<string, number>();
  const proved = new Map<string, number>();
  fc.assert(
    fc.property(twinsArbitrary, ({ world, rules, today }) => {
      const ground = groundOf(world, rules, today);
      const view = indexFacts(world, today);
      const found = new Map<Rule, Set<string>>();
      const findingsOf = (rule: Rule): Set<string> => {
        const known =
          found.get(rule) ??
          new Set(checkView(view, [rule]).findings.map((finding) => aboutOf(rule, finding)));
        found.set(rule, known);
        return known;
      };
      for (const narrow of rules)
        for (const wide of rules) {
          if (narrow === wide || !isSubsumed(narrow, wide, ground)) continue;
          claimed.set(narrow.kind, (claimed.get(narrow.kind) ?? 0) + 1);
          const own = findingsOf(narrow);
          if (own.size > 0) proved.set(narrow.kind, (proved.get(narrow.kind) ?? 0) + 1);
          const lost = [...own].filter((about) => !findingsOf(wide).has(about));
          if (lost.length > 0) throw new Error(JSON.stringify({ narrow, wide, lost }));
        }
    }),
    { numRuns: 250, endOnFailure: true },
  );
  // The property would hold of a claim never made: the worlds must bring both.
  expect([...claimed.keys()].length).toBe(14);
  expect([...proved.keys()].length).toBeGreaterThanOrEqual(9);
});

test("a rule that is said never to fire finds nothing", () => {
  let told = 0;
  fc.assert(
    fc.property(twinsArbitrary, ({ world, rules, today }) => {
      const view = indexFacts(world, today);
      for (const { ruleIds, sentence } of neverFiring(groundOf(world, rules, today))) {
        told += 1;
        const own = rules.filter(({ id }) => id === ruleIds[0]);
        const [against] = checkView(view, own).findings;
        if (against) throw new Error(JSON.stringify({ own, said: sentence.en, found: against.sentence.en }));
      }
    }),
    { numRuns: 80, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(20);
});
