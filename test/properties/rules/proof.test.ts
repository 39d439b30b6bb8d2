// Every proof is enough by itself, and nothing in it can be left out: held against the folds on generated worlds.
import { expect, test } from "vitest";
import { type Evidence, identityOf } from "../../../shared/domain/conflict.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";
import { check } from "../../../shared/rules/check.ts";
import { actsOfGroup, findsWithout } from "../../../shared/rules/explain/group-fold.ts";
import { groupingOf } from "../../../shared/rules/explain/grouping.ts";
import { isRemovable, prove } from "../../../shared/rules/explain/proof.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { questionOf } from "../../builders/rules.ts";

const nameOf = ({ kind, id }: Evidence): string => `${kind} ${id}`;
const kindOf = (rule: Rule): string =>
  "check" in rule.parameters ? `${rule.kind} ${rule.parameters.check}` : rule.kind;

test("a proof suffices by itself and nothing in it can be left out, for every kind", () => {
  const proved = new Map<string, number>();
  const smaller = new Set<string>();
  for (let seed = 1; seed <= 120; seed += 1) {
    const { world, rules, today } = questionOf(seed);
    const view = indexFacts(world, today);
    for (const finding of check(world, rules, today).findings) {
      const rule = rules.find((one) => one.id === finding.ruleId && one.version === finding.ruleVersion);
      if (!rule) throw new Error(`no rule ${finding.ruleId}`);
      const where = `seed ${seed} ${kindOf(rule)} ${identityOf(finding)}`;
      const proof = prove(view, rule, finding);
      if (!proof) throw new Error(`${where}: not found again`);
      proved.set(kindOf(rule), (proved.get(kindOf(rule)) ?? 0) + 1);
      if (proof.needed.length < finding.evidence.length) smaller.add(rule.kind);
      const kept = new Set(proof.needed.map(nameOf));

      // Every piece of evidence outside the proof may go; no piece inside it may.
      const spare = finding.evidence.filter((one) => !kept.has(nameOf(one)) && isRemovable(rule, one));
      const others: Evidence[] =
        proof.claim === "share"
          ? []
          : [
              ...actsOfGroup(view, rule, finding).map(
                (act): Evidence => ({ kind: "approval", id: act.approval.id }),
              ),
              ...(groupingOf(rule) === "all"
                ? view.datedCases().map((one): Evidence => ({ kind: "case", id: one.case.id }))
                : []),
            ].filter((one) => !kept.has(nameOf(one)));
      const gone = [...spare, ...others];
      expect(findsWithout(view, rule, finding, gone), where).toBe(true);
      for (const one of proof.needed)
        expect(findsWithout(view, rule, finding, [...gone, one]), `${where} without ${nameOf(one)}`).toBe(
          false,
        );

      // And by a world of its own, in which the other acts of the case were never done.
      if (groupingOf(rule) !== "case" || proof.claim === "share") continue;
      const alone = (ids: ReadonlySet<string>): string[] =>
        check(
          {
            ...world,
            approvals: world.approvals.filter(
              (row) => row.caseId !== finding.groupKey || ids.has(nameOf({ kind: "approval", id: row.id })),
            ),
          },
          [{ ...rule, sameCheckAs: null }],
          today,
        ).findings.map(identityOf);
      expect(alone(kept), where).toContain(identityOf(finding));
      for (const one of proof.needed)
        if (one.kind === "approval") {
          const less = new Set([...kept].filter((name) => name !== nameOf(one)));
          expect(alone(less), `${where} without ${nameOf(one)}`).not.toContain(identityOf(finding));
        }
    }
  }
  expect(new Set([...proved.keys()].map((name) => name.split(" ")[0])).size).toBe(kinds.length);
  expect(smaller.size).toBeGreaterThan(6);
});

test("what is called smallest is: no smaller set of the evidence does", () => {
  let tried = 0;
  for (let seed = 200; seed <= 260; seed += 1) {
    const { world, rules, today } = questionOf(seed);
    const view = indexFacts(world, today);
    for (const finding of check(world, rules, today).findings) {
      const rule = rules.find((one) => one.id === finding.ruleId && one.version === finding.ruleVersion);
      const proof = rule && prove(view, rule, finding);
      const acts = finding.evidence.filter(({ kind }) => kind === "approval");
      if (!rule || !proof?.isSmallest || proof.claim !== "some" || groupingOf(rule) !== "case") continue;
      if (acts.length > 6 || proof.needed.some(({ kind }) => kind !== "approval")) continue;
      const all = actsOfGroup(view, rule, finding).map(
        (act): Evidence => ({ kind: "approval", id: act.approval.id }),
      );
      for (let mask = 0; mask < 1 << acts.length; mask += 1) {
        const some = acts.filter((_one, at) => (mask >> at) & 1);
        if (some.length >= proof.needed.length) continue;
        const names = new Set(some.map(nameOf));
        tried += 1;
        expect(
          findsWithout(
            view,
            rule,
            finding,
            all.filter((one) => !names.has(nameOf(one))),
          ),
        ).toBe(false);
      }
    }
  }
  expect(tried).toBeGreaterThan(100);
});

test("a finding that the facts no longer make has no proof", () => {
  const { world, rules, today } = questionOf(1);
  const [finding] = check(world, rules, today).findings.filter(({ evidence }) =>
    evidence.some(({ kind }) => kind === "approval"),
  );
  const rule = rules.find((one) => one.id === finding?.ruleId);
  if (!finding || !rule) throw new Error("seed 1 finds nothing");
  const later = indexFacts({ ...world, approvals: [] }, today);
  expect(prove(later, rule, finding)).toBeNull();
});
