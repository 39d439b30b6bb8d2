// relation: an actor and the supplier, or two actors of one case.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "doc_make"), row.step("s2", "m1", 2, "accept")],
  people: [row.person("p1"), row.person("p2"), row.person("p3")],
  suppliers: [row.supplier("f1")],
  cases: [row.caseOf("c1", "m1", { supplierId: "f1" })],
};
const act = (id: string, step: string, person: string, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);

describe("relation", () => {
  it("supplier: looks back whole years from the end, half-open", () => {
    const rule = row.rule("sup", "relation", {
      duties: ["handle"],
      counterpart: "supplier",
      otherDuties: [],
      types: ["employed_3y"],
      lookbackYears: 3,
    });
    const relations = [
      row.relation("r1", "p1", { supplierId: "f1", type: "employed_3y", until: "2023-03-02" }),
    ];
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p1", "2026-03-01"),
      act("v3", "s1", "p1", "2026-03-02"),
    ];
    const finding = only(rule, row.world({ ...base, relations, approvals }));
    expect(finding).toMatchObject({ subject: "p1", day: "2026-03-01" });
    expect(idsOf(finding)).toEqual(["v1", "r1"]);
    expect(judge(rule, row.world({ ...base, approvals })).notApplicable).toHaveLength(1);
  });

  it("actor: holds both ways, on the day of the later act, with one finding a pair", () => {
    const rule = row.rule("act", "relation", {
      duties: ["doc_make"],
      counterpart: "actor",
      otherDuties: ["accept"],
      types: ["spouse"],
      lookbackYears: 0,
    });
    const relations = [row.relation("r1", "p2", { otherPersonId: "p1", from: "2026-03-02" })];
    const approvals = [
      act("v1", "s1", "p1", "2026-03-01"),
      act("v2", "s2", "p2", "2026-03-01", { happenedAt: row.at("2026-03-01", "13:00") }),
      act("v3", "s2", "p2", "2026-03-02"),
      act("v4", "s2", "p3", "2026-03-02"),
    ];
    const finding = only(rule, row.world({ ...base, relations, approvals }));
    expect(finding).toMatchObject({ subject: "p1+p2", personIds: ["p1", "p2"], day: "2026-03-02" });
    expect(idsOf(finding)).toEqual(["v1", "v3", "r1"]);
    const others = [row.relation("r1", "p2", { otherPersonId: "p1", type: "other_interest" })];
    expect(findingsOf(rule, row.world({ ...base, relations: others, approvals }))).toEqual([]);
  });

  it("actor: sees actor and principal of one act", () => {
    const rule = row.rule("any", "relation", {
      duties: [],
      counterpart: "actor",
      otherDuties: [],
      types: ["spouse"],
      lookbackYears: 0,
    });
    const relations = [row.relation("r1", "p1", { otherPersonId: "p2" })];
    const approvals = [act("v1", "s1", "p1", "2026-03-01", { onBehalfOfId: "p2" })];
    expect(idsOf(only(rule, row.world({ ...base, relations, approvals })))).toEqual(["v1", "r1"]);
  });
});
