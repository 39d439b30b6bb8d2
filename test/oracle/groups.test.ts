// The oracle against hand-worked expectations: split-amount, relation, tenure.
import { describe, expect, it } from "vitest";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { check, ids, purchase } from "./purchase.ts";

describe("split-amount", () => {
  const buy = (id: string, amount: number, openedOn: string, given: object = {}): World["cases"][number] =>
    row.caseOf(id, "m", {
      amount,
      openedOn,
      departmentId: "d1",
      budgetProject: "P",
      category: "A",
      requesterId: "ann",
      ...given,
    });

  it("statutory: sums a year's group, without tenders, changes and rejected cases", () => {
    const statutory = rule("r", "split-amount", { test: "statutory", threshold: 1000, minCases: 2 });
    const cases = [
      buy("c3", 300, "2026-03-03"),
      buy("c1", 600, "2026-03-01"),
      buy("c2", 400, "2026-03-02"),
      buy("c4", 900, "2026-03-02", { method: "open_tender" }),
      buy("c5", 900, "2026-03-02", { isChangeApproved: true }),
      buy("c6", 900, "2025-12-31"),
      buy("c7", 900, "2026-03-02"),
    ];
    const approvals = [row.approval("v", "c7", "s2", "bo", at("2026-03-02"), { action: "reject" })];
    const key = '["d1",2026,"P","A"]';
    const [found, ...more] = check(purchase({ cases, approvals }), statutory).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ groupKey: key, subject: key, day: "2026-03-03", amount: 1300 });
    expect(ids(found)).toEqual(["c1", "c2", "c3"]);
  });

  it("statutory: the day of the first authorising act decides the year", () => {
    const statutory = rule("r", "split-amount", { test: "statutory", threshold: 1000, minCases: 2 });
    const cases = [buy("c1", 600, "2025-12-30"), buy("c2", 600, "2026-01-02")];
    expect(check(purchase({ cases }), statutory).findings).toEqual([]);
    const approvals = [row.approval("v", "c1", "s2", "bo", at("2026-01-03"))];
    expect(check(purchase({ cases, approvals }), statutory).findings).toMatchObject([{ day: "2026-01-03" }]);
  });

  it("behavioural: clusters from the first unused case, near the ceiling only", () => {
    const near = rule("r", "split-amount", {
      test: "behavioural",
      by: "requester",
      ceiling: 1000,
      nearPermille: 900,
      windowDays: 5,
      minCases: 2,
    });
    const cases = [
      buy("c1", 1000, "2026-03-01"),
      buy("c2", 950, "2026-03-08"),
      buy("c3", 901, "2026-03-13"),
      buy("c4", 900, "2026-03-13"),
      buy("c5", 1001, "2026-03-13"),
      buy("c6", 950, "2026-03-14"),
    ];
    expect(check(purchase({ cases }), near).findings).toMatchObject([
      { groupKey: '["ann","A"]', subject: "ann", anchor: "c2", day: "2026-03-13", caseIds: ["c2", "c3"] },
    ]);
  });
});

it("split-amount, behavioural: against the unit's own tiers", () => {
  const near = rule("r", "split-amount", {
    test: "behavioural",
    by: "supplier",
    ceiling: null,
    nearPermille: 900,
    windowDays: 5,
    minCases: 2,
  });
  const buy = (id: string, amount: number, openedOn: string) =>
    row.caseOf(id, "m", { amount, openedOn, supplierId: "u" });
  const world = purchase({
    suppliers: [row.supplier("u")],
    authorities: [
      row.authority("g1", "s2", { postId: "t1", upTo: 500 }),
      row.authority("g2", "s2", { postId: "t1", over: 500, upTo: 1000 }),
    ],
    cases: [
      buy("c1", 500, "2026-03-01"),
      buy("c2", 990, "2026-03-02"),
      buy("c3", 451, "2026-03-06"),
      buy("c4", 450, "2026-03-06"),
      buy("c5", 1001, "2026-03-06"),
    ],
  });
  expect(check(world, near).findings).toMatchObject([
    {
      groupKey: '["u",null,500]',
      subject: "u",
      anchor: "c1",
      day: "2026-03-06",
      caseIds: ["c1", "c3"],
      amount: 951,
    },
  ]);
});

describe("relation", () => {
  const acts = [
    row.approval("v1", "c", "s1", "ann", at("2026-03-02")),
    row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
  ];

  it("actor: either way round, valid on the later day", () => {
    const kin = rule("r", "relation", {
      duties: ["pay_approve"],
      counterpart: "actor",
      otherDuties: ["pay_apply"],
      types: ["spouse"],
      lookbackYears: 0,
    });
    const related = (until: string | null): World =>
      purchase({
        approvals: acts,
        relations: [row.relation("x", "ann", { otherPersonId: "bo", until })],
      });
    const [found] = check(related(null), kin).findings;
    expect(found).toMatchObject({ subject: "ann+bo", day: "2026-03-03", personIds: ["ann", "bo"] });
    expect(ids(found)).toEqual(["v1", "v2", "x"]);
    expect(check(related("2026-03-03"), kin).findings).toEqual([]);
  });

  it("supplier: looks back whole years", () => {
    const former = rule("r", "relation", {
      duties: [],
      counterpart: "supplier",
      otherDuties: [],
      types: ["employed_3y"],
      lookbackYears: 3,
    });
    const ended = (until: string): World =>
      purchase({
        suppliers: [row.supplier("u")],
        cases: [row.caseOf("c", "m", { supplierId: "u" })],
        approvals: acts,
        relations: [row.relation("x", "bo", { supplierId: "u", type: "employed_3y", until })],
      });
    expect(check(ended("2023-03-03"), former).findings).toEqual([]);
    expect(check(ended("2023-03-04"), former).findings).toMatchObject([{ subject: "bo", day: "2026-03-03" }]);
    expect(check(purchase({ approvals: acts }), former).notApplicable).toEqual(["r"]);
  });
});

describe("relation between holders", () => {
  const kin = (duties: string[], otherDuties: string[]) =>
    rule("r", "relation", {
      duties,
      counterpart: "holder",
      otherDuties,
      types: ["spouse"],
      lookbackYears: 1,
    });
  const office = (relations: World["relations"]): World =>
    purchase({
      relations,
      postDuties: [row.postDuty("h", "t1", "accept"), row.postDuty("h2", "t1", "record")],
      assignments: [row.assignment("a", "ann", "t1", { from: "2026-02-01", until: "2026-05-01" })],
      authorities: [row.authority("g", "s4", { personId: "bo", from: "2026-03-01" })],
    });
  const married = row.relation("x", "bo", { otherPersonId: "ann", until: "2025-04-01" });

  it("finds the days on which both hold what they may not, looking back whole years", () => {
    const [found, ...more] = check(office([married]), kin(["accept"], ["cash_custody"])).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      groupKey: "ann+bo",
      subject: "ann+bo",
      anchor: "2026-03-01",
      day: "2026-03-01",
      from: "2026-03-01",
      until: "2026-04-01",
      basis: "potential",
      personIds: ["ann", "bo"],
      caseIds: [],
      departmentId: null,
    });
    expect(ids(found)).toEqual(["a", "h", "g", "x"]);
    expect(check(office([married]), kin(["cash_custody"], ["accept"])).findings).toHaveLength(1);
    expect(check(office([married]), kin(["accept"], ["seal_finance"])).findings).toEqual([]);
    expect(check(office([]), kin([], [])).notApplicable).toEqual(["r"]);
  });

  it("runs on from one relation to the next, with every duty where none is listed", () => {
    const again = row.relation("w", "ann", { otherPersonId: "bo", from: "2026-04-01" });
    const [found, ...more] = check(office([married, again]), kin([], [])).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ from: "2026-03-01", until: "2026-05-01" });
    expect(ids(found)).toEqual(["a", "h", "h2", "g", "w", "x"]);
    const later = { ...again, from: "2026-04-02" };
    expect(check(office([married, later]), kin([], [])).findings).toHaveLength(2);
  });
});

describe("tenure", () => {
  const key = { isKey: true, riskGrade: "high" } as const;
  const office = (given: Partial<World>): World =>
    purchase({
      posts: [row.post("t1", { ...key, tenureLimitMonths: 12 }), row.post("t2")],
      ...given,
    });
  const limit = rule("r", "tenure", { check: "limit" });

  it("limit: the due day itself is still right, the next is not", () => {
    const acted = (day: string, given: Partial<World> = {}): World =>
      office({
        assignments: [row.assignment("a", "ann", "t1", { from: "2024-02-29" })],
        approvals: [row.approval("v", "c", "s2", "ann", at(day))],
        ...given,
      });
    expect(check(acted("2025-02-28"), limit).findings).toEqual([]);
    expect(check(acted("2025-03-01"), limit).findings).toMatchObject([
      {
        groupKey: '["ann","t1"]',
        anchor: "2024-02-29",
        from: "2025-03-01",
        until: null,
        day: "2025-03-01",
        departmentId: "d1",
        caseIds: ["c"],
      },
    ]);
    const exemptions = [row.exemption("x", "ann", "t1", "2025-03-01", "2025-03-02")];
    expect(check(acted("2025-03-01", { exemptions }), limit).findings).toEqual([]);
    expect(check(acted("2025-03-02", { exemptions }), limit).findings).toHaveLength(1);
  });

  it("limit: service runs on over a renaming and over short gaps", () => {
    const served = (again: string): World =>
      office({
        posts: [
          row.post("t0", { ...key, successorId: "t1" }),
          row.post("t1", { ...key, tenureLimitMonths: 12 }),
        ],
        assignments: [
          row.assignment("a1", "ann", "t0", { from: "2024-01-01", until: "2024-07-01" }),
          row.assignment("a2", "ann", "t1", { from: again }),
        ],
        approvals: [row.approval("v", "c", "s2", "ann", at("2025-08-01"), { postId: "t1" })],
      });
    expect(ids(check(served("2025-06-30"), limit).findings[0])).toEqual(["a1", "a2", "v"]);
    expect(check(served("2025-07-01"), limit).findings).toEqual([]);
  });

  it("cooling-off: potential by coming back, actual by acting", () => {
    const cooling = rule("r", "tenure", { check: "cooling-off" });
    const back = (approvals: World["approvals"]): World =>
      office({
        tenurePolicies: [row.tenurePolicy("l", { riskGrade: "high", coolingOffMonths: 18 })],
        assignments: [
          row.assignment("a1", "ann", "t1", { from: "2023-01-01", until: "2025-01-01" }),
          row.assignment("a2", "ann", "t1", { from: "2026-02-01" }),
        ],
        approvals,
      });
    expect(check(back([]), cooling).findings).toMatchObject([
      { basis: "potential", anchor: "2026-02-01", from: "2026-02-01", until: "2026-07-01", matterId: null },
    ]);
    const acts = [row.approval("v", "c", "s2", "ann", at("2026-03-01"))];
    const [found] = check(back(acts), cooling).findings;
    expect(found).toMatchObject({ basis: "actual", day: "2026-03-01", matterId: "m", amount: 500 });
    expect(ids(found)).toEqual(["a1", "a2", "v"]);
  });
});
