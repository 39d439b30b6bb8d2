// tempo by cases: the rush at the year's end, and crowding below a ceiling.
import { describe, expect, it } from "vitest";
import type { Case } from "../../../shared/domain/approval.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  departments: [row.department("d1", { name: "采购科" })],
  matters: [row.matter("m1", { name: "零星采购" })],
  steps: [row.step("s1", "m1", 1, "apply"), row.step("s2", "m1", 2, "approve")],
  people: [row.person("p1"), row.person("p2")],
};
const bought = (id: string, day: string, amount: number, given: Partial<Case> = {}) =>
  row.caseOf(id, "m1", { departmentId: "d1", requesterId: "p1", openedOn: day, amount, ...given });

describe("tempo, year-end", () => {
  const rule = row.rule("rush", "tempo", { check: "year-end", days: 10, sharePermille: 500, minCases: 2 });
  const cases = [
    bought("c1", "2025-12-21", 499),
    bought("c2", "2025-12-22", 250),
    bought("c3", "2025-12-31", 250, { requesterId: "p2" }),
    bought("c4", "2026-01-01", 9_000),
  ];

  it("compares the last days with the year, once it is over", () => {
    const world = row.world({ ...base, cases });
    const finding = only(rule, world, "2026-01-01");
    expect(finding).toMatchObject({
      groupKey: '["d1",2025]',
      subject: '["d1",2025]',
      anchor: "2025",
      day: "2025-12-31",
      amount: 500,
      departmentId: "d1",
      personIds: ["p1", "p2"],
    });
    expect(idsOf(finding)).toEqual(["c2", "c3"]);
    expect(finding.sentence.zh).toContain("采购科于 2025 年最后 10 日内办理 2 件");
    expect(findingsOf(rule, world, "2025-12-31")).toEqual([]);
  });

  it("asks for more than the share and for enough cases", () => {
    const even = cases.map((of) => (of.id === "c1" ? { ...of, amount: 500 } : of));
    expect(findingsOf(rule, row.world({ ...base, cases: even }))).toEqual([]);
    const alone = cases.map((of) => (of.id === "c2" ? { ...of, openedOn: "2025-12-20" } : of));
    expect(findingsOf(rule, row.world({ ...base, cases: alone }))).toEqual([]);
    const without = cases.map((of) => ({ ...of, departmentId: null }));
    expect(judge(rule, row.world({ ...base, cases: without })).notApplicable).toHaveLength(1);
  });

  it("leaves out cases that were rejected", () => {
    const approvals = [row.approval("v1", "c2", "s2", "p2", row.at("2025-12-30"), { action: "reject" })];
    expect(findingsOf(rule, row.world({ ...base, cases, approvals }))).toEqual([]);
  });
});

describe("tempo, crowding", () => {
  const asked = { check: "crowding", nearPermille: 900, belowPermille: 800, times: 2, minCases: 4 } as const;
  const rule = row.rule("crowd", "tempo", { ...asked, ceiling: 1_000 });
  const tier = row.rule("crowd", "tempo", { ...asked, ceiling: null });
  const near = [901, 950, 1_000].map((amount, index) => bought(`n${index}`, `2026-03-0${index + 1}`, amount));
  const below = bought("b1", "2026-03-09", 900);

  it("finds more than so many times as many near as below, of one matter and year", () => {
    const outside = [
      bought("x1", "2026-03-02", 800),
      bought("x2", "2026-03-02", 1_001),
      bought("x3", "2025-03-02", 880),
    ];
    const finding = only(rule, row.world({ ...base, cases: [...near, below, ...outside] }));
    expect(finding).toMatchObject({
      groupKey: '["m1",2026,1000]',
      subject: '["m1",2026,1000]',
      anchor: "2026",
      day: "2026-03-03",
      amount: 2_851,
      matterId: "m1",
    });
    expect(idsOf(finding)).toEqual(["n0", "n1", "n2"]);
  });

  it("is silent at just so many times as many, and below the number of cases", () => {
    const even = [
      ...near.slice(1),
      below,
      bought("n9", "2026-03-09", 801),
      bought("n8", "2026-03-08", 999),
      bought("n7", "2026-03-08", 999),
    ];
    expect(findingsOf(rule, row.world({ ...base, cases: even }))).toEqual([]);
    expect(findingsOf(rule, row.world({ ...base, cases: near }))).toEqual([]);
  });

  it("measures each case against its tier where no ceiling is given", () => {
    const authorities = [
      row.authority("u1", "s2", { personId: "p2", upTo: 1_000 }),
      row.authority("u2", "s2", { personId: "p2", upTo: 5_000 }),
      row.authority("u3", "s1", { personId: "p2", upTo: 955 }),
      row.authority("u4", "s2", { personId: "p2", upTo: 955, until: "2026-03-01" }),
    ];
    const cases = [...near, below, bought("x1", "2026-03-05", 4_999), bought("x2", "2026-03-05", 5_001)];
    const finding = only(tier, row.world({ ...base, cases, authorities }));
    expect(finding.groupKey).toBe('["m1",2026,1000]');
    expect(idsOf(finding)).toEqual(["n0", "n1", "n2"]);
    const unbounded = [row.authority("u1", "s2", { personId: "p2" })];
    const { notApplicable } = judge(tier, row.world({ ...base, cases, authorities: unbounded }));
    expect(notApplicable.map(({ reason }) => reason.zh)).toEqual(["审批授权没有金额上限"]);
  });
});
