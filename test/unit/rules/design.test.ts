// The design check: what a matrix allows or leaves undone on a day, without any approval.
import { describe, expect, it } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { checkDesign, type DesignFinding } from "../../../shared/rules/design.ts";
import * as row from "../../builders/rows.ts";

const day = "2026-03-02";
const separate = row.rule("sep", "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 });
const never = row.rule("nev", "never-together", { duties: ["cashier", "record"], maxHeld: 1 });
const base = row.world({
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1"), row.person("p2")],
  posts: [row.post("k1"), row.post("k2")],
  assignments: [row.assignment("a1", "p1", "k1"), row.assignment("a2", "p2", "k2")],
  authorities: [row.authority("u1", "s1", { postId: "k1" }), row.authority("u2", "s2", { postId: "k2" })],
});
const design = (given: Partial<World>, on = day, rules = [separate, never]): DesignFinding[] =>
  checkDesign({ ...base, ...given }, rules, on);
const ofType = (type: DesignFinding["type"], findings: DesignFinding[]): DesignFinding[] =>
  findings.filter((finding) => finding.type === type);

describe("the design check", () => {
  it("finds who could do two separate duties of one case, by post, grant or delegation", () => {
    expect(ofType("conflict", design({}))).toEqual([]);
    const granted = [...base.authorities, row.authority("u3", "s2", { personId: "p1" })];
    expect(ofType("conflict", design({ authorities: granted }))).toMatchObject([
      {
        ruleId: "sep",
        matterId: "m1",
        personIds: ["p1"],
        stepIds: ["s1", "s2"],
        authorityIds: ["u1", "u3"],
        postIds: ["k1"],
      },
    ]);
    const delegations = [row.delegation("g1", "u2", "p2", "p1", { from: day, until: "2026-03-03" })];
    expect(ofType("conflict", design({ delegations }))).toHaveLength(1);
    expect(ofType("conflict", design({ delegations }, "2026-03-03"))).toEqual([]);
  });

  it("asks whether the amounts can meet in one case", () => {
    const ranges = (over: number) => [
      row.authority("u1", "s1", { personId: "p1", upTo: 1_000 }),
      row.authority("u2", "s2", { personId: "p1", over }),
    ];
    expect(ofType("conflict", design({ authorities: ranges(1_000) }))).toEqual([]);
    expect(ofType("conflict", design({ authorities: ranges(999) }))).toHaveLength(1);
  });

  it("finds duties held together that day, and forgets who has left", () => {
    const postDuties = [
      row.postDuty("t1", "k1", "cashier"),
      row.postDuty("t2", "k1", "ledger_rev_exp", { until: "2026-03-03" }),
    ];
    const [finding] = ofType("conflict", design({ postDuties }));
    expect(finding).toMatchObject({ ruleId: "nev", personIds: ["p1"], matterId: null });
    expect(finding?.evidence).toContainEqual({ kind: "post-duty", id: "t2" });
    expect(ofType("conflict", design({ postDuties }, "2026-03-03"))).toEqual([]);
    const people = [row.person("p1", { leavesOn: day }), row.person("p2")];
    expect(ofType("conflict", design({ postDuties, people }))).toEqual([]);
  });

  it("tells steps that nobody can do, posts that stand empty, and who is alone", () => {
    expect(ofType("gap", design({}))).toEqual([]);
    expect(ofType("sole-holder", design({})).map(({ personIds, stepIds }) => [personIds, stepIds])).toEqual([
      [["p1"], ["s1"]],
      [["p2"], ["s2"]],
    ]);
    const gone = ofType("gap", design({ assignments: base.assignments.slice(0, 1) }));
    expect(gone.map(({ severity, stepIds, postIds }) => [severity, stepIds, postIds])).toEqual([
      ["high", ["s2"], ["k2"]],
      ["medium", ["s2"], ["k2"]],
    ]);
    const ended = [row.authority("u1", "s1", { postId: "k1" })];
    expect(ofType("gap", design({ authorities: ended })).map(({ stepIds }) => stepIds)).toEqual([["s2"]]);
    expect(ofType("gap", design({ authorities: [] }))).toEqual([]);
  });

  it("finds amounts that no level or two levels cover", () => {
    const steps = [row.step("s1", "m1", 1, "approve")];
    const posts = [row.post("k1", { level: "section" }), row.post("k2", { level: "deputy" })];
    const tiers = (upTo: number | null, over: number | null) =>
      ofType(
        "ladder",
        design({
          steps,
          posts,
          authorities: [
            row.authority("u1", "s1", { postId: "k1", upTo }),
            row.authority("u2", "s1", { postId: "k2", over }),
          ],
        }),
      );
    expect(tiers(1_000, 1_000)).toEqual([]);
    expect(tiers(null, null)).toEqual([]);
    expect(tiers(1_000, 2_000).map(({ severity }) => severity)).toEqual(["medium"]);
    expect(tiers(2_000, 1_000).map(({ severity, authorityIds }) => [severity, authorityIds])).toEqual([
      ["low", ["u1", "u2"]],
    ]);
  });

  it("tells authorities that end within the days asked, unless renewed", () => {
    const ending = row.authority("u1", "s1", { postId: "k1", until: "2026-04-01" });
    const expiring = (authorities: World["authorities"]) => ofType("expiry", design({ authorities }));
    expect(expiring([ending]).map(({ authorityIds }) => authorityIds)).toEqual([["u1"]]);
    expect(expiring([{ ...ending, until: "2026-04-02" }])).toEqual([]);
    expect(expiring([ending, row.authority("u3", "s1", { postId: "k1", from: "2026-04-01" })])).toEqual([]);
  });
});
