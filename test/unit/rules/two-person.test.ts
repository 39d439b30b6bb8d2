// two-person: when the verdict falls and who counts.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("two", "two-person", { duty: "accept", minPersons: 2, quietDays: 30 });
const base = {
  matters: [row.matter("m1")],
  steps: [
    row.step("s1", "m1", 1, "accept"),
    row.step("s2", "m1", 2, "record"),
    row.step("s3", "m1", 3, "handle", { isRequired: false }),
  ],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1")],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("two-person", () => {
  it("judges at the next required step, without what comes later", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s3", "p2", "2026-03-02"),
      act("v3", "s2", "p2", "2026-03-03"),
      act("v4", "s1", "p2", "2026-03-04"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ day: "2026-03-03", subject: "c1", personIds: ["p1"] });
    expect(idsOf(finding)).toEqual(["v1"]);
  });

  it("waits while the case is open, then judges on the day it fell silent", () => {
    const world = row.world({ ...base, approvals: [act("v1", "s1", "p1", "2026-03-01")] });
    expect(judge(rule, world, "2026-03-30")).toMatchObject({ findings: [], notYetJudged: 1 });
    expect(only(rule, world, "2026-03-31").day).toBe("2026-03-31");
    const closed = [row.caseOf("c1", "m1", { closedOn: "2026-03-10" })];
    expect(only(rule, { ...world, cases: closed }, "2026-03-10").day).toBe("2026-03-10");
  });

  it("counts actors, not principals and not system accounts; an unnamed actor leaves it open", () => {
    const then = act("v9", "s2", "p2", "2026-03-05");
    const principal = [act("v1", "s1", "p1", "2026-03-01", { onBehalfOfId: "p2" }), then];
    const system = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s1", "bot", "2026-03-01"), then];
    for (const approvals of [principal, system])
      expect(only(rule, row.world({ ...base, approvals })).personIds).toEqual(["p1"]);
    const unnamed = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s1", null, "2026-03-01"), then];
    expect(judge(rule, row.world({ ...base, approvals: unnamed }))).toMatchObject({
      findings: [],
      notYetJudged: 1,
    });
  });

  it("asks for an odd number where it must be odd", () => {
    const odd = row.rule("odd", "two-person", { duty: "accept", minPersons: 2, isOdd: true });
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s1", "p2", "2026-03-01"),
      act("v3", "s2", "p1", "2026-03-02"),
    ];
    expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    expect(only(odd, row.world({ ...base, approvals })).personIds).toEqual(["p1", "p2"]);
  });

  it("counts organs where it is asked to, whoever acted for them", () => {
    const organs = row.rule("organs", "two-person", { duty: "accept", minPersons: 2, countBy: "organ" });
    const offices = {
      ...base,
      departments: [
        row.department("top"),
        row.department("d1", { parentId: "top" }),
        row.department("d2", { parentId: "top" }),
        row.department("d3"),
      ],
      posts: ["d1", "d2", "d3"].map((departmentId) => row.post(`k-${departmentId}`, { departmentId })),
    };
    const from = (id: string, person: string | null, unit: string | null) =>
      act(id, "s1", person, "2026-03-01", { postId: unit && `k-${unit}` });
    const then = act("v9", "s2", "p1", "2026-03-02");
    const asked = (...approvals: ReturnType<typeof act>[]) =>
      judge(organs, row.world({ ...offices, approvals: [...approvals, then] }));

    const one = asked(from("v1", "p1", "d1"), from("v2", "p2", "d2")).findings;
    expect(one.map(({ day, personIds }) => [day, personIds])).toEqual([["2026-03-02", ["p1", "p2"]]]);
    expect(one[0]?.sentence.zh).toContain("由 1 个独立单位办理：top；应有 2 个独立单位以上");
    expect(asked(from("v1", null, "d1"), from("v2", "bot", "d3")).findings).toEqual([]);
    expect(asked(from("v1", null, "d1")).findings).toHaveLength(1);
    expect(asked(from("v1", "p1", "d1"), from("v2", "p2", null))).toMatchObject({
      findings: [],
      notYetJudged: 1,
    });
    expect(asked(from("v1", "p1", "d1"), from("v2", "p2", "d3"), from("v3", "p1", null)).findings).toEqual(
      [],
    );
  });

  it("asks for a share of experts, by their qualification on the day of their first act", () => {
    const experts = { qualification: "expert", atLeast: 1, of: 2 };
    const asked = row.rule("experts", "two-person", { duty: "accept", minPersons: 2, experts });
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s1", "p2", "2026-03-01"),
      act("v3", "s1", "p1", "2026-03-05"),
      act("v9", "s2", "p1", "2026-03-06"),
    ];
    const qualified = (personId: string, from: string, until: string | null = null) =>
      row.world({
        ...base,
        approvals,
        qualifications: [{ id: "q1", personId, code: "expert", from, until }],
      });
    expect(findingsOf(asked, qualified("p1", "2026-03-01", "2026-03-02"))).toEqual([]);
    const finding = only(asked, qualified("p1", "2026-03-02"));
    expect(finding).toMatchObject({ day: "2026-03-06", personIds: ["p1", "p2"] });
    expect(finding.sentence.zh).toContain("其中具备“expert”资格的 0 人，应不少于 2 分之 1");
    // Somebody had it once, and so it is asked.
    expect(only(asked, qualified("p1", "2025-01-01", "2025-02-01")).day).toBe("2026-03-06");
    // A system account is no person: one expert of two.
    const withSystem = {
      ...qualified("p1", "2026-03-01"),
      approvals: [act("v0", "s1", "bot", "2026-03-01"), ...approvals],
    };
    expect(findingsOf(asked, withSystem)).toEqual([]);
    // Where nobody has it on any day, the workbook does not know of experts: this part is not asked.
    expect(findingsOf(asked, row.world({ ...base, approvals }))).toEqual([]);
    expect(findingsOf(asked, qualified("p1", "2026-03-02", "2026-03-02"))).toEqual([]);
  });
});
