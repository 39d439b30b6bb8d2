// sequence: order, missing, before, back-dated.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  matters: [row.matter("m1")],
  steps: [
    row.step("s1", "m1", 1, "accept"),
    row.step("s2", "m1", 2, "pay_approve"),
    row.step("s3", "m1", 3, "pay_execute"),
  ],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1")],
};
const act = (id: string, step: string, person: string, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("sequence", () => {
  it("order: names every step that took part in an inversion, once", () => {
    const rule = row.rule("order", "sequence", { check: "order" });
    const approvals = [
      act("v1", "s3", "p1", "2026-03-01"),
      act("v2", "s2", "bot", "2026-03-02"),
      act("v3", "s1", "p2", "2026-03-03"),
      act("v4", "s1", "p2", "2026-03-04"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ day: "2026-03-02", subject: "c1", personIds: ["p1", "p2"] });
    expect(idsOf(finding)).toEqual(["v1", "v2", "v3"]);
    const sameInstant = [act("v1", "s2", "p1", "2026-03-01"), act("v2", "s1", "p2", "2026-03-01")];
    expect(findingsOf(rule, row.world({ ...base, approvals: sameInstant }))).toEqual([]);
    const rejected = [
      act("v1", "s3", "p1", "2026-03-01", { action: "reject" }),
      act("v2", "s1", "p1", "2026-03-02"),
    ];
    expect(findingsOf(rule, row.world({ ...base, approvals: rejected }))).toEqual([]);
  });

  it("missing: tells a skipped step at once, an unfinished case not at all, an optional later step at closing", () => {
    const rule = row.rule("missing", "sequence", { check: "missing", quietDays: 30 });
    const skipped = row.world({
      ...base,
      approvals: [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s3", "p1", "2026-03-02")],
    });
    expect(only(rule, skipped)).toMatchObject({
      day: "2026-03-02",
      evidence: [{ kind: "approval", id: "v2" }],
    });
    expect(
      findingsOf(rule, row.world({ ...base, approvals: [act("v1", "s1", "p1", "2026-03-01")] })),
    ).toEqual([]);
    const steps = [
      row.step("s1", "m1", 1, "accept"),
      row.step("s3", "m1", 3, "record", { isRequired: false }),
    ];
    const optional = row.world({ ...base, steps, approvals: [act("v1", "s3", "p1", "2026-03-01")] });
    expect(judge(rule, optional, "2026-03-30")).toMatchObject({ findings: [], notYetJudged: 1 });
    expect(only(rule, optional, "2026-03-31").day).toBe("2026-03-31");
  });

  it("before: wants the earlier duty no later than the first act of the later one", () => {
    const rule = row.rule("before", "sequence", { check: "before", earlier: "accept", later: "pay_execute" });
    const paidFirst = [act("v1", "s3", "p1", "2026-03-01"), act("v2", "s1", "p2", "2026-03-02")];
    const finding = only(rule, row.world({ ...base, approvals: paidFirst }));
    expect(finding.day).toBe("2026-03-01");
    expect(idsOf(finding)).toEqual(["v1", "v2"]);
    const together = [act("v1", "s3", "p1", "2026-03-01"), act("v2", "s1", "p2", "2026-03-01")];
    expect(findingsOf(rule, row.world({ ...base, approvals: together }))).toEqual([]);
    const implied = [row.step("s1", "m1", 1, "final_accept"), row.step("s3", "m1", 3, "pay_works")];
    const general = row.rule("gen", "sequence", {
      check: "before",
      earlier: "proj_accept",
      later: "pay_execute",
    });
    expect(only(general, row.world({ ...base, steps: implied, approvals: paidFirst })).day).toBe(
      "2026-03-01",
    );
  });

  it("back-dated: needs more than the lag and a later step in between", () => {
    const rule = row.rule("back", "sequence", { check: "back-dated", lagDays: 2 });
    const recordedAt = row.at("2026-03-04", "12:00") + 1;
    const late = act("v1", "s1", "bot", "2026-03-02", { recordedAt });
    const approvals = [late, act("v2", "s2", "p2", "2026-03-03"), act("v3", "s3", "p1", "2026-03-04")];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ subject: "bot", anchor: "v1", day: "2026-03-02", personIds: ["p2"] });
    expect(idsOf(finding)).toEqual(["v1", "v2"]);
    const exact = [{ ...late, recordedAt: recordedAt - 1 }, ...approvals.slice(1)];
    expect(findingsOf(rule, row.world({ ...base, approvals: exact }))).toEqual([]);
    const silent = approvals.map((one) => ({ ...one, recordedAt: null }));
    expect(judge(rule, row.world({ ...base, approvals: silent })).notApplicable).toHaveLength(1);
  });
});
