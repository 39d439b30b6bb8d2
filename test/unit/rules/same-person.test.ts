// same-person: duties of one case that one person must do.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("same", "same-person", { duties: ["doc_make", "accept"] });
const base = {
  matters: [row.matter("m1")],
  steps: [
    row.step("s1", "m1", 1, "doc_make"),
    row.step("s2", "m1", 2, "accept"),
    row.step("s3", "m1", 3, "record"),
  ],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1", { caseNo: "CG-1", amount: 700 })],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("same-person", () => {
  it("finds the act at which nobody is left who did them all", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s3", "p2", "2026-03-02"),
      act("v3", "s2", "p2", "2026-03-03"),
      act("v4", "s1", "p1", "2026-03-04"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "c1",
      anchor: "",
      day: "2026-03-03",
      personIds: ["p1", "p2"],
      amount: 700,
    });
    expect(idsOf(finding)).toEqual(["v1", "v3", "v4"]);
    expect(finding.sentence.zh).toBe(
      "业务件 CG-1 的采购文件编制和履约验收应由同一人办理，实际由p1（p1）和p2（p2）分别办理。",
    );
  });

  it("is silent while one person is credited with all, as actor or principal", () => {
    const alone = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p1", "2026-03-02")];
    const principal = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p2", "2026-03-02", { onBehalfOfId: "p1" }),
    ];
    const system = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "bot", "2026-03-02")];
    const unnamed = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", null, "2026-03-02")];
    for (const approvals of [alone, principal, system, unnamed])
      expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
  });

  it("counts two people on one duty as well, and says when it cannot be asked", () => {
    const approvals = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s1", "p2", "2026-03-02")];
    expect(only(rule, row.world({ ...base, approvals })).day).toBe("2026-03-02");
    const steps = [row.step("s1", "m1", 1, "doc_make")];
    expect(judge(rule, row.world({ ...base, steps, approvals })).notApplicable).toHaveLength(1);
  });
});
