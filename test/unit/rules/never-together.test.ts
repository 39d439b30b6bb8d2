// never-together: what is held on the same days, and when it becomes actual.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, only } from "./found.ts";

const rule = row.rule("nev", "never-together", { duties: ["cashier", "record"], maxHeld: 1 });
const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "cashier"), row.step("s2", "m1", 2, "ledger_rev_exp")],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  posts: [row.post("k1"), row.post("k2")],
  postDuties: [row.postDuty("t1", "k1", "cashier")],
  authorities: [row.authority("u2", "s2", { postId: "k2" })],
  cases: [row.caseOf("c1", "m1")],
};
const seats = (person: string, first: object, second: object) => [
  row.assignment("a1", person, "k1", first),
  row.assignment("a2", person, "k2", second),
];

describe("never-together", () => {
  it("is potential while held, from the first common day to the last, with the rows that make it so", () => {
    const assignments = seats("p1", { from: "2026-01-01", until: "2026-04-01" }, { from: "2026-02-01" });
    const finding = only(rule, row.world({ ...base, assignments }));
    expect(finding).toMatchObject({
      basis: "potential",
      subject: "p1",
      anchor: "2026-02-01",
      day: "2026-02-01",
      from: "2026-02-01",
      until: "2026-04-01",
      matterId: null,
    });
    expect(idsOf(finding)).toEqual(["a1", "a2", "t1", "u2"]);
    expect(finding.sentence.zh).toContain("自 2026-02-01 至 2026-03-31");
  });

  it("is silent when one ends on the day the other begins, and in the future", () => {
    const touching = seats("p1", { from: "2026-01-01", until: "2026-02-01" }, { from: "2026-02-01" });
    const future = seats("p1", {}, { from: "2026-07-01" });
    const system = seats("bot", {}, {});
    for (const assignments of [touching, future, system])
      expect(findingsOf(rule, row.world({ ...base, assignments }))).toEqual([]);
  });

  it("is actual once both were performed within it, in any cases", () => {
    const assignments = seats("p1", { from: "2026-01-01" }, { from: "2026-02-01" });
    const approvals = [
      row.approval("v0", "c1", "s1", "p1", row.at("2026-01-31")),
      row.approval("v1", "c1", "s1", "p1", row.at("2026-02-01")),
      row.approval("v2", "c1", "s1", "p1", row.at("2026-02-02")),
      row.approval("v3", "c1", "s2", "p1", row.at("2026-02-03")),
    ];
    const world = row.world({ ...base, assignments, approvals });
    const finding = only(rule, world);
    expect(finding).toMatchObject({
      basis: "actual",
      day: "2026-02-03",
      anchor: "2026-02-01",
      caseIds: ["c1"],
    });
    expect(idsOf(finding).slice(-2)).toEqual(["v1", "v3"]);
    expect(only(rule, { ...world, approvals: approvals.slice(0, 3) }).basis).toBe("potential");
  });

  it("counts a delegation received, and leaves the giver their own", () => {
    const assignments = [row.assignment("a1", "p1", "k1"), row.assignment("a2", "p2", "k2")];
    const delegations = [row.delegation("g1", "u2", "p2", "p1", { from: "2026-03-01", until: "2026-03-11" })];
    const finding = only(rule, row.world({ ...base, assignments, delegations }));
    expect(finding).toMatchObject({ subject: "p1", from: "2026-03-01", until: "2026-03-11" });
    expect(finding.evidence.at(-1)).toEqual({ kind: "delegation", id: "g1" });
  });
});
