// For every rule and group exactly one holds: the folds find a conflict, or "why not?" has a reason; and the reasons
// are a second reading of each kind: all of its conditions hold exactly where the fold finds something.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import { checkView } from "../../../shared/rules/check.ts";
import { foldTouched } from "../../../shared/rules/explain/group-fold.ts";
import { groupingOf } from "../../../shared/rules/explain/grouping.ts";
import { reasonOfKind } from "../../../shared/rules/explain/why-not/kinds.ts";
import { whyNot } from "../../../shared/rules/explain/why-not/why-not.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { admission, evaluatorOf } from "../../../shared/rules/kinds/evaluators.ts";
import type { Touched, View } from "../../../shared/rules/view.ts";
import { questionOf } from "../../builders/rules.ts";

const nameOf = (rule: Rule): string =>
  "check" in rule.parameters
    ? `${rule.kind} ${rule.parameters.check}`
    : "test" in rule.parameters
      ? `${rule.kind} ${rule.parameters.test}`
      : rule.kind;
const touching = (part: Partial<Touched>): Touched => ({
  caseIds: new Set(),
  personIds: new Set(),
  ...part,
});

interface Asked {
  caseId: string | null;
  personIds: string[];
}
/** Every group that a rule could be asked about. */
function groupsOf(view: View, rule: Rule): Asked[] {
  switch (groupingOf(rule)) {
    case "case":
    case "all":
      return view.world.cases.map(({ id }) => ({ caseId: id, personIds: [] }));
    case "person":
      return view.world.people
        .filter(({ isSystem }) => !isSystem)
        .map(({ id }) => ({ caseId: null, personIds: [id] }));
    case "facts":
      return view.world.people.flatMap((p) =>
        view.world.people
          .filter((q) => p.id < q.id && !p.isSystem && !q.isSystem)
          .map((q) => ({ caseId: null, personIds: [p.id, q.id] })),
      );
  }
}

describe("why not", () => {
  it("gives a reason exactly where the folds find nothing, for every kind", () => {
    const reasons = new Map<string, Map<string, number>>();
    for (let seed = 1; seed <= 120; seed += 1) {
      const { world, rules, today } = questionOf(seed);
      const view = indexFacts(world, today);
      for (const rule of rules) {
        const isMet = evaluatorOf(rule, view).unmet === null;
        const admits = admission(rule, view);
        const all = groupingOf(rule) === "all" || groupingOf(rule) === "facts";
        const whole = all
          ? foldTouched(view, rule, groupingOf(rule) === "facts" ? null : touching({ keys: null }))
          : null;
        for (const asked of groupsOf(view, rule)) {
          const where = `seed ${seed} ${nameOf(rule)} ${JSON.stringify(asked)}`;
          const answer = whyNot(view, [{ ...rule, sameCheckAs: null }], { ruleId: rule.id, ...asked });
          expect(answer.findings.length > 0, where).toBe(answer.reason === null);
          const counted = reasons.get(nameOf(rule)) ?? new Map<string, number>();
          reasons.set(nameOf(rule), counted);
          const code = answer.reason?.code ?? "conflict";
          counted.set(code, (counted.get(code) ?? 0) + 1);
          const of = world.cases.find(({ id }) => id === asked.caseId) ?? null;
          if (!isMet || (of && !admits(of.matterId))) continue;
          if (groupingOf(rule) === "case" && !view.caseActs.has(asked.caseId ?? "")) continue;
          const folded =
            whole ??
            foldTouched(
              view,
              rule,
              touching({
                caseIds: new Set(asked.caseId === null ? [] : [asked.caseId]),
                personIds: new Set(asked.personIds),
                keys: null,
              }),
            );
          const all = [...folded.findings, ...folded.outOfForce].filter(
            (one) =>
              (asked.caseId === null || groupingOf(rule) === "case" || one.caseIds.includes(asked.caseId)) &&
              asked.personIds.every((id) => one.personIds.includes(id) || one.subject === id),
          );
          const because = reasonOfKind(rule, {
            view,
            admits,
            case: of,
            acts: view.caseActs.get(asked.caseId ?? "")?.acts ?? [],
            people: asked.personIds,
          });
          expect(because === null, `${where}: ${because?.code} ${because?.says.en}`).toBe(all.length > 0);
          if (!whole)
            expect(because?.code === "not-yet-judged" || because === null || !folded.isUndecided, where).toBe(
              true,
            );
        }
      }
    }
    // A world in which a kind finds nothing, or gives but one reason, would prove nothing about it.
    expect(reasons.size).toBeGreaterThanOrEqual(30);
    for (const [name, codes] of reasons) {
      expect(codes.get("conflict") ?? 0, name).toBeGreaterThan(0);
      expect(codes.size, name).toBeGreaterThanOrEqual(4);
    }
  });

  it("answers every question about a case with people, with two people, with either alone", () => {
    let asked = 0;
    for (let seed = 300; seed <= 340; seed += 1) {
      const { world, rules, today } = questionOf(seed);
      const view = indexFacts(world, today);
      const people = world.people.map(({ id }) => id);
      for (const rule of rules)
        for (const [at, { id: caseId }] of world.cases.entries())
          for (const personIds of [[people[at % people.length]], people.slice(at % 3, (at % 3) + 2)])
            for (const asksOf of [caseId, null]) {
              const ids = personIds.filter((id) => id !== undefined);
              const answer = whyNot(view, rules, { ruleId: rule.id, caseId: asksOf, personIds: ids });
              asked += 1;
              expect(answer.findings.length > 0, `seed ${seed} ${rule.id} ${asksOf} ${ids}`).toBe(
                answer.reason === null,
              );
            }
    }
    expect(asked).toBeGreaterThan(1_000);
  });

  it("finds, of every conflict of a check, that conflict again", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { world, rules, today } = questionOf(seed);
      const view = indexFacts(world, today);
      for (const finding of checkView(view, rules).findings) {
        const answer = whyNot(view, rules, {
          ruleId: finding.ruleId,
          caseId: finding.caseIds[0] ?? null,
          personIds: finding.personIds.slice(0, 2),
        });
        expect(answer.reason, `seed ${seed} ${finding.sentence.en}`).toBeNull();
      }
    }
  });
});
