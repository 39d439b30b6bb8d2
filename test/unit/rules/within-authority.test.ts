// within-authority: the first reason that fits, and the edges of days and amounts.
import { describe, expect, it } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, only } from "./found.ts";

const reasons = [
  "no-post",
  "no-authority",
  "outside-days",
  "over-amount",
  "sub-delegated",
  "no-collective",
] as const;
const ruleOf = (reason: (typeof reasons)[number]) =>
  row.rule(reason, "within-authority", { reasons: [reason] });
const base = {
  matters: [row.matter("m1"), row.matter("m2")],
  steps: [row.step("s1", "m1", 1, "approve"), row.step("s2", "m2", 1, "approve")],
  people: [row.person("p1"), row.person("p2"), row.person("p3")],
  posts: [row.post("k1"), row.post("k2")],
  authorities: [row.authority("u1", "s1", { postId: "k1", upTo: 1_000, until: "2026-04-01" })],
  assignments: [row.assignment("a1", "p1", "k1"), row.assignment("a2", "p2", "k2")],
  cases: [row.caseOf("c1", "m1"), row.caseOf("c2", "m2")],
};
const acted = (given: Partial<World>, person: string, day = "2026-03-01", more = {}): World =>
  row.world({ ...base, approvals: [row.approval("v1", "c1", "s1", person, row.at(day), more)], ...given });
const reasonsFound = (world: World): string[] =>
  reasons.filter((reason) => findingsOf(ruleOf(reason), world).length > 0);

describe("within-authority", () => {
  it("is silent when covered, in matters without any authority, and for system accounts", () => {
    expect(reasonsFound(acted({}, "p1", "2026-03-31", { amount: 1_000 }))).toEqual([]);
    const elsewhere = [row.approval("v1", "c2", "s2", "p2", row.at("2026-03-01"))];
    expect(reasonsFound(acted({ approvals: elsewhere }, "p2"))).toEqual([]);
    const people = [row.person("p2", { isSystem: true })];
    expect(reasonsFound(acted({ people }, "p2"))).toEqual([]);
  });

  it("names the first reason that fits", () => {
    expect(reasonsFound(acted({}, "p3"))).toEqual(["no-post"]);
    expect(reasonsFound(acted({}, "p2"))).toEqual(["no-authority"]);
    expect(reasonsFound(acted({}, "p1", "2026-04-01"))).toEqual(["outside-days"]);
    expect(reasonsFound(acted({}, "p1", "2026-03-01", { amount: 1_001 }))).toEqual(["over-amount"]);
  });

  it("says on which side of the authorised range an amount lies", () => {
    const said = (amount: number, ...authorities: World["authorities"]) => {
      const world = acted({ authorities }, "p1", "2026-03-01", { amount });
      return only(ruleOf("over-amount"), world).sentence;
    };
    const low = row.authority("u1", "s1", { postId: "k1", upTo: 5_000_000 });
    const high = row.authority("u2", "s1", { postId: "k1", over: 10_000_000, upTo: 50_000_000 });
    expect(said(6_000_000, low).zh).toContain("金额 6.00 万元超出授权额度。");
    expect(said(6_000_000, low).en).toContain("is above the authorised amount");
    expect(said(10_000_000, high).zh).toContain("金额 10.00 万元低于授权额度的下限");
    expect(said(10_000_000, high).en).toContain("is below the authorised amounts");
    expect(said(6_000_000, low, high).zh).toContain("金额 6.00 万元不在授权额度之内");
    expect(said(60_000_000, low, high).zh).toContain("超出授权额度");
  });

  it("takes the case's amount where the act has none, and an unknown amount as covered", () => {
    const cases = [row.caseOf("c1", "m1", { amount: 2_000 })];
    const finding = only(ruleOf("over-amount"), acted({ cases }, "p1"));
    expect(finding).toMatchObject({ anchor: "v1", groupKey: "c1", subject: "p1", amount: 2_000 });
    expect(idsOf(finding)).toEqual(["v1", "u1"]);
    expect(reasonsFound(acted({}, "p1"))).toEqual([]);
  });

  it("follows delegations to somebody entitled, through sub-delegable grants alone", () => {
    const delegations = [row.delegation("g1", "u1", "p1", "p2"), row.delegation("g2", "u1", "p2", "p3")];
    expect(reasonsFound(acted({ delegations }, "p2"))).toEqual([]);
    const finding = only(ruleOf("sub-delegated"), acted({ delegations }, "p3"));
    expect(idsOf(finding)).toEqual(["v1", "u1", "g2"]);
    const authorities = [row.authority("u1", "s1", { postId: "k1", isSubDelegable: true })];
    expect(reasonsFound(acted({ delegations, authorities }, "p3"))).toEqual([]);
    const circle = [row.delegation("g1", "u1", "p3", "p2"), row.delegation("g2", "u1", "p2", "p3")];
    expect(reasonsFound(acted({ delegations: circle, authorities }, "p3"))).toEqual(["sub-delegated"]);
  });

  it("asks for a document no. where every authority left is collective", () => {
    const authorities = [row.authority("u1", "s1", { postId: "k1", isCollective: true })];
    expect(reasonsFound(acted({ authorities }, "p1"))).toEqual(["no-collective"]);
    expect(reasonsFound(acted({ authorities }, "p1", "2026-03-01", { docNo: "3号" }))).toEqual([]);
    const both = [...authorities, row.authority("u2", "s1", { personId: "p1" })];
    expect(reasonsFound(acted({ authorities: both }, "p1"))).toEqual([]);
  });
});
