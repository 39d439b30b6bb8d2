// separate-duties: who is credited with what in one case.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("sep", "separate-duties", { duties: ["doc_make", "accept"], maxHeld: 1 });
const base = {
  matters: [row.matter("m1")],
  steps: [
    row.step("s1", "m1", 1, "doc_make"),
    row.step("s2", "m1", 2, "accept"),
    row.step("s3", "m1", 3, "record"),
  ],
  people: [
    row.person("p1", { name: "李建平", staffNo: "0087" }),
    row.person("p2"),
    row.person("bot", { isSystem: true }),
  ],
  cases: [row.caseOf("c1", "m1", { caseNo: "CG-2025-0187", amount: 5_000 })],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("separate-duties", () => {
  it("finds one person with both duties, on the day of the second, and says it plainly", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p2", "2026-03-02"),
      act("v3", "s2", "p1", "2026-03-03"),
      act("v4", "s1", "p1", "2026-03-04"),
      act("v5", "s3", "p1", "2026-03-05"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "p1",
      anchor: "",
      basis: "actual",
      day: "2026-03-03",
      amount: 5_000,
      matterId: "m1",
    });
    expect(idsOf(finding)).toEqual(["v1", "v3", "v4"]);
    expect(finding.sentence.zh).toBe(
      "李建平（0087）在业务件 CG-2025-0187 中既办理采购文件编制，又办理履约验收。",
    );
  });

  it("is silent when two people do them, when an act does not decide, and after today", () => {
    const two = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p2", "2026-03-02")];
    const comment = [two[0], act("v2", "s2", "p1", "2026-03-02", { action: "comment" })];
    const future = [two[0], act("v2", "s2", "p1", "2026-07-01")];
    for (const approvals of [two, comment, future])
      expect(
        findingsOf(rule, row.world({ ...base, approvals: approvals.flatMap((one) => one ?? []) })),
      ).toEqual([]);
  });

  it("credits the principal of an act, a system account's too, and never the system account", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "bot", "2026-03-02", { onBehalfOfId: "p1" }),
      act("v3", "s1", "bot", "2026-03-03"),
      act("v4", "s1", null, "2026-03-03"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding.subject).toBe("p1");
    expect(idsOf(finding)).toEqual(["v1", "v2"]);
  });

  it("credits the delegator when the actor's only covering authority is delegated", () => {
    const approvals = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p2", "2026-03-02")];
    const authorities = [row.authority("u1", "s2", { personId: "p1" })];
    const delegations = [row.delegation("g1", "u1", "p1", "p2")];
    const lent = row.world({ ...base, approvals, authorities, delegations });
    expect(only(rule, lent).subject).toBe("p1");
    const own = [...authorities, row.authority("u2", "s2", { personId: "p2" })];
    expect(findingsOf(rule, { ...lent, authorities: own })).toEqual([]);
    const ended = [row.delegation("g1", "u1", "p1", "p2", { until: "2026-03-02" })];
    expect(findingsOf(rule, { ...lent, delegations: ended })).toEqual([]);
  });

  it("counts duties after implication, and a set by number", () => {
    const general = row.rule("gen", "separate-duties", { duties: ["handle", "accept"], maxHeld: 1 });
    const both = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p1", "2026-03-02")];
    expect(only(general, row.world({ ...base, approvals: both })).subject).toBe("p1");
    const three = row.rule("three", "separate-duties", {
      duties: ["doc_make", "accept", "record"],
      maxHeld: 2,
    });
    expect(findingsOf(three, row.world({ ...base, approvals: both }))).toEqual([]);
    const all = [...both, act("v3", "s3", "p1", "2026-03-03")];
    expect(only(three, row.world({ ...base, approvals: all })).day).toBe("2026-03-03");
  });

  it("takes the day in the workbook's zone, and a rule only in its time", () => {
    const late = row.at("2026-03-02", "00:30");
    const approvals = [act("v1", "s1", "p1", "2026-03-01"), row.approval("v2", "c1", "s2", "p1", late)];
    const world = row.world({ ...base, approvals });
    expect(only(rule, world).day).toBe("2026-03-02");
    expect(only(rule, { ...world, settings: { unitName: "", timeZone: "UTC" } }).day).toBe("2026-03-01");
    const from = { ...rule, inForce: { from: "2026-03-02", until: null } };
    const until = { ...rule, inForce: { from: null, until: "2026-03-02" } };
    expect(findingsOf(from, world)).toHaveLength(1);
    expect(findingsOf(until, world)).toEqual([]);
  });

  it("keeps to its scope, and says when it cannot be applied", () => {
    const approvals = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p1", "2026-03-02")];
    const elsewhere = { ...rule, scope: { areas: ["budget" as const], matters: null } };
    const result = judge(elsewhere, row.world({ ...base, approvals }));
    expect(result).toMatchObject({ findings: [], rulesApplied: 0, approvals: 2 });
    expect(result.notApplicable.map(({ ruleId }) => ruleId)).toEqual(["sep"]);
  });
});
