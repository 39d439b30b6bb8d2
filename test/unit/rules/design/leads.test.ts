// Leads of the design check beyond one person's duties: related holders, tiers reachable by splitting; and which amounts clash.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../../shared/domain/rule.ts";
import type { World } from "../../../../shared/domain/world.ts";
import { checkDesign, type DesignFinding } from "../../../../shared/rules/design.ts";
import * as row from "../../../builders/rows.ts";

const day = "2026-03-02";
const ofType = (type: DesignFinding["type"], world: World, rules: Rule[]): DesignFinding[] =>
  checkDesign(world, rules, day).filter((finding) => finding.type === type);

describe("related holders", () => {
  const rule = row.rule("kin", "relation", {
    duties: ["cashier"],
    otherDuties: ["seal_finance"],
    counterpart: "holder",
    types: ["spouse"],
    lookbackYears: 1,
  });
  const world = (given: Partial<World> = {}): World =>
    row.world({
      people: [row.person("p1"), row.person("p2")],
      posts: [row.post("k1"), row.post("k2")],
      assignments: [row.assignment("a1", "p2", "k1"), row.assignment("a2", "p1", "k2")],
      postDuties: [row.postDuty("t1", "k1", "cashier"), row.postDuty("t2", "k2", "seal_finance")],
      relations: [row.relation("r1", "p2", { otherPersonId: "p1", until: "2025-06-01" })],
      ...given,
    });
  it("are found whichever of the two holds which, within the look-back", () => {
    const [finding] = ofType("conflict", world(), [rule]);
    expect(finding).toMatchObject({
      ruleId: "kin",
      matterId: null,
      personIds: ["p1", "p2"],
      postIds: ["k1", "k2"],
      duties: ["cashier", "seal_finance"],
      evidence: [
        { kind: "assignment", id: "a1" },
        { kind: "assignment", id: "a2" },
        { kind: "post-duty", id: "t1" },
        { kind: "post-duty", id: "t2" },
        { kind: "relation", id: "r1" },
      ],
    });
    const over = [row.relation("r1", "p2", { otherPersonId: "p1", until: "2025-03-02" })];
    expect(ofType("conflict", world({ relations: over }), [rule])).toEqual([]);
    const left = [row.person("p1", { leavesOn: day }), row.person("p2")];
    expect(ofType("conflict", world({ people: left }), [rule])).toEqual([]);
  });
});

describe("tiers reachable by splitting", () => {
  const watch = row.rule("RF", "split-amount", { test: "statutory", threshold: 1_000, minCases: 2 });
  /** Handler applies, section head approves up to 1,000, deputy above; `verifier` checks every case. */
  const world = (verifier: "k2" | "k3", given: Partial<World> = {}): World =>
    row.world({
      matters: [row.matter("m1")],
      steps: [
        row.step("s1", "m1", 1, "pay_apply"),
        row.step("s2", "m1", 2, "pay_approve"),
        row.step("s3", "m1", 3, "bank_recon"),
      ],
      duties: [
        row.duty("pay_apply", "initiate"),
        row.duty("pay_approve", "authorise"),
        row.duty("bank_recon", "verify"),
      ],
      people: ["p1", "p2", "p3"].map((id) => row.person(id)),
      posts: [row.post("k1"), row.post("k2", { level: "section" }), row.post("k3", { level: "deputy" })],
      assignments: ["1", "2", "3"].map((n) => row.assignment(`a${n}`, `p${n}`, `k${n}`)),
      authorities: [
        row.authority("u1", "s1", { postId: "k1" }),
        row.authority("u2", "s2", { postId: "k2", upTo: 1_000 }),
        row.authority("u3", "s2", { postId: "k3", over: 1_000 }),
        row.authority("u4", "s3", { postId: verifier }),
      ],
      ...given,
    });
  it("are told with the people, the tier and the article, sober where a rule watches", () => {
    expect(ofType("split-reach", world("k2"), [])).toMatchObject([
      {
        severity: "medium",
        ruleId: null,
        citation: { source: "政府采购法实施条例(国务院令第658号)第28条", mark: "text" },
        matterId: "m1",
        stepIds: ["s2"],
        personIds: ["p2"],
        authorityIds: ["u2", "u3"],
        amounts: [{ over: null, upTo: 1_000 }],
      },
    ]);
    expect(ofType("split-reach", world("k2"), [watch])).toMatchObject([
      { severity: "low", ruleId: "RF", citation: watch.citation },
    ]);
    const elsewhere = { ...watch, scope: { areas: null, matters: ["m2"] } };
    expect(ofType("split-reach", world("k2"), [elsewhere])).toMatchObject([{ ruleId: null }]);
  });
  it("are none where somebody above sees every case, where a meeting decides, where no rung stands above, where nothing passes", () => {
    expect(ofType("split-reach", world("k3"), [])).toEqual([]);
    const of = (change: (rows: World["authorities"]) => World["authorities"]): DesignFinding[] =>
      ofType("split-reach", world("k2", { authorities: change(world("k2").authorities) }), []);
    expect(of((rows) => rows)).toHaveLength(1);
    expect(of((rows) => rows.map((one) => (one.id === "u2" ? { ...one, isCollective: true } : one)))).toEqual(
      [],
    );
    expect(of((rows) => rows.filter(({ id }) => id !== "u3"))).toEqual([]);
    expect(of((rows) => rows.filter(({ id }) => id !== "u1"))).toEqual([]);
    expect(of((rows) => rows.map((one) => (one.id === "u1" ? { ...one, over: 1_000 } : one)))).toEqual([]);
  });
});

describe("separate duties", () => {
  it("name only the grants whose amounts meet", () => {
    const rule = row.rule("sep", "separate-duties", {
      duties: ["doc_make", "accept", "pay_apply"],
      maxHeld: 1,
    });
    const world = row.world({
      matters: [row.matter("m1")],
      steps: [
        row.step("s1", "m1", 1, "doc_make"),
        row.step("s2", "m1", 2, "accept"),
        row.step("s3", "m1", 3, "pay_apply"),
      ],
      people: [row.person("p1")],
      authorities: [
        row.authority("u1", "s1", { personId: "p1", upTo: 1_000 }),
        row.authority("u2", "s2", { personId: "p1", over: 500, upTo: 2_000 }),
        row.authority("u3", "s3", { personId: "p1", over: 2_000 }),
      ],
    });
    expect(ofType("conflict", world, [rule])).toMatchObject([
      { stepIds: ["s1", "s2"], authorityIds: ["u1", "u2"], duties: ["accept", "doc_make"] },
    ]);
  });
});
