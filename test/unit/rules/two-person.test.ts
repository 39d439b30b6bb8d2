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
});
