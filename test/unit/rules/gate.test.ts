// The gate: a draft's verdict and reasons.
import { describe, expect, it } from "vitest";
import { defaultEffectOf, effectOf, gate } from "../../../shared/rules/gate.ts";
import * as row from "../../builders/rows.ts";

const rule = row.rule("sep", "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 });
const world = row.world({
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1"), row.person("p2")],
  cases: [row.caseOf("c1", "m1")],
  approvals: [row.approval("v1", "c1", "s1", "p1", row.at("2026-03-01"))],
});
const draft = (person: string) => row.approval("draft", "c1", "s2", person, row.at("2026-03-02"));

describe("the gate", () => {
  it("allows another person and refuses the same one, with the reason", () => {
    expect(gate(world, [rule], "2026-03-02", draft("p2"))).toEqual({ verdict: "allowed", reasons: [] });
    const answer = gate(world, [rule], "2026-03-02", draft("p1"));
    expect(answer.verdict).toBe("refused");
    expect(answer.reasons).toMatchObject([{ effect: "refuse", finding: { subject: "p1", caseIds: ["c1"] } }]);
  });

  it("names a conflict again that the draft adds evidence to, and no other", () => {
    const broken = {
      ...world,
      approvals: [...world.approvals, row.approval("v2", "c1", "s2", "p1", row.at("2026-03-01", "13:00"))],
    };
    expect(gate(broken, [rule], "2026-03-02", draft("p1")).verdict).toBe("refused");
    expect(gate(broken, [rule], "2026-03-02", draft("p2")).verdict).toBe("allowed");
  });

  it("looks at whoever is acted for", () => {
    const together = row.rule("tog", "never-together", { duties: ["doc_make", "accept"], maxHeld: 1 });
    const holding = {
      ...world,
      authorities: ["s1", "s2"].map((step) => row.authority(`u${step}`, step, { personId: "p1" })),
    };
    // In a case of its own, so that nothing but the act leads to p1.
    const elsewhere = { ...holding, cases: [...world.cases, row.caseOf("c2", "m1")] };
    const draftFor = { ...draft("p2"), caseId: "c2", onBehalfOfId: "p1" };
    expect(gate(elsewhere, [together], "2026-03-02", draftFor).reasons).toMatchObject([
      { finding: { subject: "p1", basis: "actual" } },
    ]);
  });

  it("never does more than warn on a source that nobody has read", () => {
    const practice = { ...rule, citation: { source: "x", mark: "practice" as const, authority: "practice" } };
    expect([effectOf(rule), effectOf(practice), effectOf({ ...rule, severity: "low" })]).toEqual([
      "refuse",
      "warn",
      "note",
    ]);
    expect(effectOf({ ...row.rule("a", "absence", { reasons: ["absent"] }), severity: "low" })).toBe(
      "refuse",
    );
  });

  it("does what the unit has set for the rule, above and below the default", () => {
    const low = { ...rule, severity: "low" as const, effect: "refuse" as const };
    expect([effectOf(low), defaultEffectOf(low)]).toEqual(["refuse", "note"]);
    const noted = { ...rule, effect: "note" as const };
    expect(gate(world, [noted], "2026-03-02", draft("p1"))).toMatchObject({
      verdict: "allowed",
      reasons: [{ effect: "note" }],
    });
  });
});
