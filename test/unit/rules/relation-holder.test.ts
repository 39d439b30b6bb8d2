// relation of holders: what two related people hold on the same days.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const rule = row.rule("kin", "relation", {
  duties: ["accept"],
  counterpart: "holder",
  otherDuties: ["record"],
  types: ["spouse"],
  lookbackYears: 1,
});
const base = {
  people: [row.person("p1"), row.person("p2"), row.person("bot", { isSystem: true })],
  posts: [row.post("k1"), row.post("k2")],
  postDuties: [row.postDuty("h1", "k1", "accept"), row.postDuty("h2", "k2", "record")],
  assignments: [
    row.assignment("a1", "p1", "k1", { from: "2026-01-01" }),
    row.assignment("a2", "p2", "k2", { from: "2026-02-01", until: "2026-05-01" }),
  ],
  relations: [row.relation("r1", "p2", { otherPersonId: "p1" })],
};

describe("relation, holder", () => {
  it("finds the days that both hold theirs, by the facts alone", () => {
    const finding = only(rule, row.world(base));
    expect(finding).toMatchObject({
      groupKey: "p1+p2",
      subject: "p1+p2",
      anchor: "2026-02-01",
      basis: "potential",
      day: "2026-02-01",
      from: "2026-02-01",
      until: "2026-05-01",
      personIds: ["p1", "p2"],
      caseIds: [],
      matterId: null,
      departmentId: null,
      amount: null,
    });
    expect(idsOf(finding)).toEqual(["a1", "a2", "h1", "h2", "r1"]);
    expect(finding.sentence.zh).toBe(
      "p1（p1）与p2（p2）登记有应当回避的关系，自 2026-02-01 至 2026-04-30，分别承担履约验收与记账/会计核算。",
    );
  });

  it("counts a relation for the years of look-back after its end", () => {
    const ended = [row.relation("r1", "p1", { otherPersonId: "p2", until: "2025-03-01" })];
    expect(only(rule, row.world({ ...base, relations: ended }))).toMatchObject({ until: "2026-03-01" });
    const before = [row.relation("r1", "p1", { otherPersonId: "p2", until: "2025-02-01" })];
    expect(findingsOf(rule, row.world({ ...base, relations: before }))).toEqual([]);
  });

  it("breaks into runs, takes either person for either duty, and ignores what starts after today", () => {
    const assignments = [
      ...base.assignments,
      row.assignment("a3", "p2", "k1", { from: "2026-06-01", until: "2026-08-01" }),
      row.assignment("a4", "p1", "k2", { from: "2026-07-01" }),
    ];
    const world = row.world({ ...base, assignments });
    expect(findingsOf(rule, world, "2026-06-30").map(({ anchor }) => anchor)).toEqual(["2026-02-01"]);
    const both = findingsOf(rule, world, "2026-07-01");
    expect(both.map(({ from, until }) => [from, until])).toEqual([
      ["2026-02-01", "2026-05-01"],
      ["2026-07-01", "2026-08-01"],
    ]);
    expect(both[1] && idsOf(both[1])).toEqual(["a3", "a4", "h1", "h2", "r1"]);
  });

  it("names only the holdings that make it so", () => {
    const assignments = [
      row.assignment("a0", "p1", "k1", { from: "2025-01-01", until: "2026-02-01" }),
      ...base.assignments,
      row.assignment("a3", "p1", "k2", { from: "2026-03-01" }),
    ];
    expect(idsOf(only(rule, row.world({ ...base, assignments })))).toEqual(["a1", "a2", "h1", "h2", "r1"]);
  });

  it("asks for a relation between people, of the types, of nobody who is a system account", () => {
    for (const relation of [
      row.relation("r1", "p1", { supplierId: "f1" }),
      row.relation("r1", "p1", { otherPersonId: "p2", type: "other_interest" }),
    ]) {
      const { notApplicable } = judge(rule, row.world({ ...base, relations: [relation] }));
      expect(notApplicable).toHaveLength(1);
    }
    const people = [row.person("p1"), row.person("p2", { isSystem: true })];
    expect(findingsOf(rule, row.world({ ...base, people }))).toEqual([]);
  });
});
