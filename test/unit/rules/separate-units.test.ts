// separate-units: departments and organs in the place of people.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const duties = ["doc_make", "accept"];
const rule = row.rule("units", "separate-units", { duties, maxHeld: 1, unit: "department" });
const organ = row.rule("organs", "separate-units", { duties, maxHeld: 1, unit: "organ" });
const base = {
  departments: [
    row.department("top", { name: "财政局" }),
    row.department("d1", { name: "采购科", parentId: "top" }),
    row.department("d2", { parentId: "top" }),
  ],
  posts: [row.post("k1"), row.post("k2", { departmentId: "d2" }), row.post("k3")],
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1", { caseNo: "CG-1", departmentId: "d2" })],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("separate-units", () => {
  it("finds one department with both duties, whoever acted for it", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01", { postId: "k1" }),
      act("v2", "s2", "bot", "2026-03-02", { postId: "k3" }),
      act("v3", "s2", "p2", "2026-03-03", { postId: "k2" }),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "d1",
      departmentId: "d1",
      day: "2026-03-02",
      personIds: ["p1"],
    });
    expect(idsOf(finding)).toEqual(["v1", "v2"]);
    expect(finding.sentence.zh).toBe(
      "业务件 CG-1 的采购文件编制和履约验收均由采购科办理，应由不同部门办理。",
    );
  });

  it("takes departments of one organ together only where the rule asks for organs", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01", { postId: "k1" }),
      act("v2", "s2", "p2", "2026-03-02", { postId: "k2" }),
    ];
    const world = row.world({ ...base, approvals });
    expect(findingsOf(rule, world)).toEqual([]);
    expect(only(organ, world)).toMatchObject({
      subject: "top",
      departmentId: "top",
      personIds: ["p1", "p2"],
    });
    const departments = [row.department("d1"), row.department("d2")];
    expect(findingsOf(organ, { ...world, departments })).toEqual([]);
  });

  it("reads the unit from the posts held that day where the act names none, if they share one", () => {
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p2", "2026-03-02", { postId: "k1" }),
    ];
    const held = (...postIds: string[]) =>
      row.world({
        ...base,
        approvals,
        assignments: postIds.map((postId, index) => row.assignment(`a${index}`, "p1", postId)),
      });
    expect(only(rule, held("k1", "k3")).subject).toBe("d1");
    expect(findingsOf(rule, held("k1", "k2"))).toEqual([]);
    expect(findingsOf(rule, held())).toEqual([]);
    const ended = [row.assignment("a1", "p1", "k1", { until: "2026-03-01" })];
    expect(findingsOf(rule, { ...held(), assignments: ended })).toEqual([]);
  });

  it("says that without posts there are no units", () => {
    const approvals = [act("v1", "s1", "p1", "2026-03-01"), act("v2", "s2", "p1", "2026-03-02")];
    const { notApplicable } = judge(rule, row.world({ ...base, posts: [], approvals }));
    expect(notApplicable.map(({ reason }) => reason.zh)).toEqual(["没有任何岗位"]);
  });

  it("ends where parents run in a circle", () => {
    const departments = [row.department("d1", { parentId: "d2" }), row.department("d2", { parentId: "d1" })];
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01", { postId: "k1" }),
      act("v2", "s2", "p1", "2026-03-02", { postId: "k1" }),
    ];
    expect(findingsOf(organ, row.world({ ...base, departments, approvals }))).toHaveLength(1);
  });
});
