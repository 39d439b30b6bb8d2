// seniority: the later duty must be done from a higher level than the earlier one.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("rank", "seniority", { earlier: "review", later: "approve" });
const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "review"), row.step("s2", "m1", 2, "approve")],
  posts: [
    row.post("low", { level: "handler" }),
    row.post("mid", { level: "section" }),
    row.post("top", { level: "head" }),
  ],
  people: [row.person("p1"), row.person("p2"), row.person("p3"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1", { caseNo: "CG-1" })],
};
const act = (id: string, step: string, person: string | null, day: string, postId: string | null) =>
  row.approval(id, "c1", step, person, row.at(day), { postId });

describe("seniority", () => {
  it("finds each approver who stands no higher than an earlier reviewer, with all that clash", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01", "mid"),
      act("v2", "s1", "p2", "2026-03-02", "low"),
      act("v3", "s2", "p3", "2026-03-03", "mid"),
      act("v4", "s1", "p2", "2026-03-04", "top"),
      act("v5", "s2", "p3", "2026-03-05", "mid"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "p3",
      day: "2026-03-03",
      personIds: ["p1", "p2", "p3"],
    });
    expect(idsOf(finding)).toEqual(["v1", "v3", "v4", "v5"]);
    expect(finding.sentence.zh).toBe(
      "p3（p3）在业务件 CG-1 中办理审批，所在层级不高于此前办理审核/复核的p1（p1）和p2（p2）。",
    );
  });

  it("is silent when the later stands higher, came first, is the same person, a system account or of no rank", () => {
    const reviewed = act("v1", "s1", "p1", "2026-03-02", "mid");
    for (const other of [
      act("v2", "s2", "p2", "2026-03-03", "top"),
      act("v2", "s2", "p2", "2026-03-01", "low"),
      act("v2", "s2", "p1", "2026-03-03", "mid"),
      act("v2", "s2", "bot", "2026-03-03", "low"),
      act("v2", "s2", "p2", "2026-03-03", null),
    ])
      expect(findingsOf(rule, row.world({ ...base, approvals: [reviewed, other] }))).toEqual([]);
  });

  it("takes the highest post held that day where the act names none", () => {
    const approvals = [act("v1", "s1", "p1", "2026-03-02", "mid"), act("v2", "s2", "p2", "2026-03-03", null)];
    const held = (...assignments: ReturnType<typeof row.assignment>[]) =>
      row.world({ ...base, approvals, assignments });
    const low = row.assignment("a1", "p2", "low");
    expect(only(rule, held(low)).subject).toBe("p2");
    expect(findingsOf(rule, held(low, row.assignment("a2", "p2", "top")))).toEqual([]);
    expect(
      findingsOf(rule, held(low, row.assignment("a2", "p2", "top", { until: "2026-03-03" }))),
    ).toHaveLength(1);
  });

  it("needs a matter with both duties, and posts", () => {
    const steps = [row.step("s1", "m1", 1, "review")];
    const none = judge(rule, row.world({ ...base, steps }));
    const postless = judge(rule, row.world({ ...base, posts: [] }));
    expect([none, postless].map(({ notApplicable }) => notApplicable.length)).toEqual([1, 1]);
  });
});
