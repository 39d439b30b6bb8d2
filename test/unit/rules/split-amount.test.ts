// split-amount: the statutory test and clusters by behaviour.
import { describe, expect, it } from "vitest";
import type { Case } from "../../../shared/domain/approval.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, only } from "./found.ts";

const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "apply"), row.step("s2", "m1", 2, "approve")],
  people: [row.person("p1"), row.person("p2")],
};
const bought = (id: string, day: string, amount: number, given: Partial<Case> = {}) =>
  row.caseOf(id, "m1", {
    departmentId: "d1",
    budgetProject: "b1",
    category: "x",
    requesterId: "p1",
    supplierId: "f1",
    openedOn: day,
    amount,
    ...given,
  });

describe("split-amount, statutory", () => {
  const rule = row.rule("stat", "split-amount", { test: "statutory", threshold: 1_000, minCases: 2 });

  it("adds up one year, project and category, and completes with the case that exceeds", () => {
    const cases = [
      bought("c1", "2026-01-05", 600),
      bought("c2", "2026-02-05", 400),
      bought("c3", "2026-03-05", 1),
      bought("c4", "2025-12-31", 900),
    ];
    const finding = only(rule, row.world({ ...base, cases }));
    expect(finding).toMatchObject({
      day: "2026-03-05",
      amount: 1_001,
      departmentId: "d1",
      caseIds: ["c1", "c2", "c3"],
      groupKey: '["d1",2026,"b1","x"]',
    });
    expect(findingsOf(rule, row.world({ ...base, cases: cases.slice(0, 2) }))).toEqual([]);
  });

  it("leaves out tenders, approved changes, rejected cases and cases without a day", () => {
    const first = bought("c1", "2026-01-05", 600);
    const approvals = [row.approval("v1", "c2", "s2", "p2", row.at("2026-02-06"), { action: "reject" })];
    for (const given of [
      { method: "open_tender" as const },
      { isChangeApproved: true },
      { openedOn: null },
      { amount: -5 },
    ])
      expect(
        findingsOf(rule, row.world({ ...base, cases: [first, bought("c2", "2026-02-05", 600, given)] })),
      ).toEqual([]);
    const cases = [first, bought("c2", "2026-02-05", 600)];
    expect(findingsOf(rule, row.world({ ...base, cases, approvals }))).toEqual([]);
    expect(findingsOf(rule, row.world({ ...base, cases }))).toHaveLength(1);
  });

  it("dates a case by its first authorising act", () => {
    const cases = [bought("c1", "2025-12-01", 600), bought("c2", "2026-02-05", 600)];
    const approvals = [
      row.approval("v1", "c1", "s1", "p1", row.at("2025-12-02")),
      row.approval("v2", "c1", "s2", "p2", row.at("2026-01-02")),
    ];
    expect(findingsOf(rule, row.world({ ...base, cases }))).toEqual([]);
    expect(only(rule, row.world({ ...base, cases, approvals })).caseIds).toEqual(["c1", "c2"]);
  });
});

describe("split-amount, behavioural", () => {
  const rule = row.rule("beh", "split-amount", {
    test: "behavioural",
    by: "supplier",
    ceiling: 1_000,
    nearPermille: 900,
    windowDays: 10,
    minCases: 3,
  });

  it("takes all of a window, anchored at its first case, and starts again after it", () => {
    const cases = [
      bought("c0", "2026-01-01", 950),
      bought("c1", "2026-01-15", 950),
      bought("c2", "2026-01-20", 901),
      bought("c3", "2026-01-24", 1_000),
      bought("c4", "2026-01-25", 999),
      bought("c5", "2026-01-26", 950),
      bought("c6", "2026-01-25", 900),
    ];
    const finding = only(rule, row.world({ ...base, cases, suppliers: [row.supplier("f1")] }));
    expect(finding).toMatchObject({
      anchor: "c1",
      subject: "f1",
      day: "2026-01-24",
      amount: 3_850,
      groupKey: '["f1","x"]',
    });
    expect(idsOf(finding)).toEqual(["c1", "c2", "c3", "c4"]);
  });

  it("moves on by one case when a window is too thin", () => {
    const cases = [
      bought("c1", "2026-01-01", 950),
      bought("c2", "2026-01-10", 950),
      bought("c3", "2026-01-15", 950),
      bought("c4", "2026-01-20", 950),
    ];
    expect(only(rule, row.world({ ...base, cases })).anchor).toBe("c2");
  });

  it("measures each case against its tier where no ceiling is given", () => {
    const tiers = row.rule("tiers", "split-amount", {
      test: "behavioural",
      by: "requester",
      ceiling: null,
      nearPermille: 900,
      windowDays: 10,
      minCases: 2,
    });
    const authorities = [
      row.authority("u1", "s2", { personId: "p2", upTo: 1_000 }),
      row.authority("u2", "s2", { personId: "p2", upTo: 2_000, from: "2026-01-20" }),
      row.authority("u3", "s1", { personId: "p2", upTo: 1_600 }),
    ];
    const cases = [
      bought("c1", "2026-01-19", 1_000),
      bought("c2", "2026-01-20", 1_900),
      bought("c3", "2026-01-21", 901),
      bought("c4", "2026-01-21", 900),
      bought("c5", "2026-01-21", 1_500),
      bought("c6", "2026-01-21", 2_001),
      bought("c7", "2026-01-19", 1_900),
    ];
    const finding = only(tiers, row.world({ ...base, cases, authorities }));
    expect(finding).toMatchObject({
      groupKey: '["p1","x",1000]',
      subject: "p1",
      anchor: "c1",
      amount: 1_901,
    });
    expect(idsOf(finding)).toEqual(["c1", "c3"]);
    expect(findingsOf(tiers, row.world({ ...base, cases }))).toEqual([]);
  });
});
