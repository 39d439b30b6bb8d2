// sameCheckAs: which rule judges for which, and how the answer counts them.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import { check } from "../../../shared/rules/check.ts";
import * as row from "../../builders/rows.ts";

const rule = (id: string, sameCheckAs: string | null, version = 1): Rule => ({
  ...row.rule(id, "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 }),
  sameCheckAs,
  version,
});
const world = row.world({
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1")],
  cases: [row.caseOf("c1", "m1")],
  approvals: [
    row.approval("v1", "c1", "s1", "p1", row.at("2026-03-01")),
    row.approval("v2", "c1", "s2", "p1", row.at("2026-03-02")),
  ],
});
const asked = (...rules: Rule[]) => {
  const { findings, judgedElsewhere, notApplicable, rulesApplied } = check(world, rules, "2026-06-30");
  return {
    found: findings.map(({ ruleId }) => ruleId),
    elsewhere: judgedElsewhere.map(({ ruleId, by }) => `${ruleId} by ${by}`),
    notApplicable,
    rulesApplied,
  };
};

describe("sameCheckAs", () => {
  it("leaves the check to the other rule, and counts this one neither as applied nor as not applicable", () => {
    expect(asked(rule("a", null), rule("b", "a"))).toEqual({
      found: ["a"],
      elsewhere: ["b by a"],
      notApplicable: [],
      rulesApplied: 1,
    });
  });

  it("is without effect where the other is not among the rules, or is the rule itself", () => {
    expect(asked(rule("b", "a"))).toMatchObject({ found: ["b"], elsewhere: [], rulesApplied: 1 });
    expect(asked(rule("b", "b"))).toMatchObject({ found: ["b"], elsewhere: [], rulesApplied: 1 });
  });

  it("follows a chain, and loses nothing in a circle", () => {
    expect(asked(rule("a", "b"), rule("b", "c"), rule("c", null))).toMatchObject({
      found: ["c"],
      elsewhere: ["a by b", "b by c"],
    });
    for (const circle of [
      [rule("a", "b"), rule("b", "a")],
      [rule("b", "a"), rule("a", "b")],
      [rule("d", "c"), rule("c", "b"), rule("a", "c"), rule("b", "a")],
    ])
      expect(asked(...circle).found).toEqual(["a"]);
  });

  it("is asked of each version by itself", () => {
    expect(asked(rule("a", null), rule("b", "a", 1), rule("b", null, 2))).toMatchObject({
      found: ["a", "b"],
      elsewhere: ["b by a"],
      rulesApplied: 2,
    });
  });
});

describe("several versions of a rule", () => {
  const nothing = { duties: ["decide", "supervise"], maxHeld: 1 };
  const unmet = (id: string, version: number): Rule => ({
    ...row.rule(id, "separate-duties", nothing),
    version,
  });

  it("count as one rule: applied, judged by another, or beyond the data", () => {
    const answer = asked(
      rule("a", null, 1),
      rule("a", null, 2),
      rule("b", "a", 1),
      rule("b", "a", 2),
      unmet("c", 1),
      unmet("c", 2),
    );
    expect(answer).toMatchObject({ elsewhere: ["b by a"], rulesApplied: 1 });
    expect(answer.notApplicable.map(({ ruleId }) => ruleId)).toEqual(["c"]);
  });

  it("count as beyond the data where one of them is: nothing more is claimed", () => {
    const answer = asked(rule("a", null, 1), unmet("a", 2));
    expect(answer).toMatchObject({ found: ["a"], rulesApplied: 0 });
    expect(answer.notApplicable.map(({ ruleId }) => ruleId)).toEqual(["a"]);
  });
});
