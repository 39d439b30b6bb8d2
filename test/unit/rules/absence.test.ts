// absence: the first and last day, known and unknown.
import { describe, expect, it } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("abs", "absence", { reasons: ["absent", "before-joining", "after-leaving"] });
const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "handle")],
  posts: [row.post("k1")],
  assignments: [row.assignment("a1", "p1", "k1", { from: "2026-02-01", until: "2026-05-01" })],
  people: [row.person("p1"), row.person("p2")],
  cases: [row.caseOf("c1", "m1")],
};
const acted = (day: string, given: Partial<World> = {}, person = "p1"): World =>
  row.world({ ...base, approvals: [row.approval("v1", "c1", "s1", person, row.at(day))], ...given });
const isFound = (world: World): boolean => findingsOf(rule, world).length > 0;

describe("absence", () => {
  it("counts the first absent day and not the day of return", () => {
    const absences = [row.absence("b1", "p1", "2026-03-01", "2026-03-03")];
    const finding = only(rule, acted("2026-03-02", { absences }));
    expect(finding).toMatchObject({ groupKey: "p1", subject: "p1", anchor: "v1", matterId: "m1" });
    expect(idsOf(finding)).toEqual(["v1", "b1"]);
    expect(isFound(acted("2026-03-01", { absences }))).toBe(true);
    expect(isFound(acted("2026-03-03", { absences }))).toBe(false);
  });

  it("takes joining and leaving from the person, else from the assignments", () => {
    expect(
      ["2026-01-31", "2026-02-01", "2026-04-30", "2026-05-01"].map((day) => isFound(acted(day))),
    ).toEqual([true, false, false, true]);
    const people = [row.person("p1", { joinedOn: "2026-01-15", leavesOn: "2026-06-01" })];
    expect(
      ["2026-01-14", "2026-01-15", "2026-05-31", "2026-06-01"].map((day) => isFound(acted(day, { people }))),
    ).toEqual([true, false, false, true]);
  });

  it("says nothing about people without any assignment, and nothing without any at all", () => {
    expect(isFound(acted("2026-03-01", {}, "p2"))).toBe(false);
    expect(judge(rule, acted("2026-03-01", { assignments: [] })).notApplicable).toHaveLength(1);
  });
});
