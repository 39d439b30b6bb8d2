// tenure: terms over successors, equal duties and short gaps; the due day; the way back.
import { describe, expect, it } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const limit = row.rule("lim", "tenure", { check: "limit" });
const back = row.rule("cool", "tenure", { check: "cooling-off" });
const key = { isKey: true, tenureLimitMonths: 36, departmentId: "d9" };
const base = {
  matters: [row.matter("m1")],
  steps: [row.step("s1", "m1", 1, "cashier")],
  posts: [row.post("k1", key), row.post("k2", key), row.post("k3")],
  people: [row.person("p1")],
  cases: [row.caseOf("c1", "m1", { departmentId: "d1" })],
};
const acted = (day: string, assignments: World["assignments"], given: Partial<World> = {}): World =>
  row.world({
    ...base,
    assignments,
    approvals: [row.approval("v1", "c1", "s1", "p1", row.at(day))],
    ...given,
  });

describe("tenure, limit", () => {
  const since = [row.assignment("a1", "p1", "k1", { from: "2023-03-31" })];

  it("finds an act after the due day, not on it", () => {
    expect(findingsOf(limit, acted("2026-03-31", since))).toEqual([]);
    const finding = only(limit, acted("2026-04-01", since));
    expect(finding).toMatchObject({
      groupKey: '["p1","k1"]',
      subject: "p1",
      anchor: "2023-03-31",
      from: "2026-04-01",
      until: null,
      departmentId: "d9",
    });
    expect(idsOf(finding)).toEqual(["a1", "v1"]);
  });

  it("honours an exemption until it ends", () => {
    const exemptions = [row.exemption("e1", "p1", "k1", "2026-03-01", "2026-04-01")];
    expect(findingsOf(limit, acted("2026-03-31", since, { exemptions }))).toEqual([]);
    expect(findingsOf(limit, acted("2026-04-01", since, { exemptions }))).toHaveLength(1);
  });

  it("runs on over a successor, an equal duty set and a short gap; not over a long one", () => {
    const two = (until: string, from: string) => [
      row.assignment("a1", "p1", "k1", { from: "2022-01-01", until }),
      row.assignment("a2", "p1", "k2", { from }),
    ];
    const successor = [row.post("k1", { ...key, successorId: "k2" }), row.post("k2", key)];
    expect(findingsOf(limit, acted("2026-02-01", two("2024-01-01", "2024-12-31")))).toEqual([]);
    expect(
      only(limit, acted("2026-02-01", two("2024-01-01", "2024-12-31"), { posts: successor })).anchor,
    ).toBe("2022-01-01");
    expect(
      findingsOf(limit, acted("2026-02-01", two("2024-01-01", "2025-01-01"), { posts: successor })),
    ).toEqual([]);
    const postDuties = [row.postDuty("t1", "k1", "cashier"), row.postDuty("t2", "k2", "cashier")];
    expect(only(limit, acted("2026-02-01", two("2024-01-01", "2024-06-01"), { postDuties })).groupKey).toBe(
      '["p1","k2"]',
    );
  });

  it("counts only acts in the post: by the record, else by the only post held", () => {
    const also = [...since, row.assignment("a2", "p1", "k3")];
    expect(findingsOf(limit, acted("2026-04-01", also))).toEqual([]);
    const approvals = [row.approval("v1", "c1", "s1", "p1", row.at("2026-04-01"), { postId: "k1" })];
    expect(findingsOf(limit, acted("2026-04-01", also, { approvals }))).toHaveLength(1);
  });

  it("leaves out an act in a gap of the term, done from another post", () => {
    const assignments = [
      row.assignment("a1", "p1", "k1", { from: "2023-03-31", until: "2026-04-10" }),
      row.assignment("a2", "p1", "k1", { from: "2026-04-20" }),
      row.assignment("a3", "p1", "k3", { from: "2026-04-10", until: "2026-04-20" }),
    ];
    expect(findingsOf(limit, acted("2026-04-15", assignments))).toEqual([]);
    expect(findingsOf(limit, acted("2026-04-25", assignments))).toHaveLength(1);
  });

  it("takes the policy of the risk grade where the post sets no limit, and says when there is none", () => {
    const posts = [row.post("k1", { ...key, tenureLimitMonths: null, riskGrade: "high" })];
    expect(judge(limit, acted("2026-04-01", since, { posts })).notApplicable).toHaveLength(1);
    const tenurePolicies = [row.tenurePolicy("l1", { limitMonths: 12 })];
    expect(only(limit, acted("2026-04-01", since, { posts, tenurePolicies })).from).toBe("2024-04-01");
  });
});

describe("tenure, cooling-off", () => {
  const served = (from: string) => [
    row.assignment("a1", "p1", "k1", { from: "2020-01-01", until: "2023-01-01" }),
    row.assignment("a2", "p1", "k1", { from }),
  ];

  it("is potential on return and actual with the first act within it", () => {
    const idle = only(back, acted("2025-01-01", served("2024-06-01")));
    expect(idle).toMatchObject({
      basis: "potential",
      day: "2024-06-01",
      from: "2024-06-01",
      until: "2025-01-01",
    });
    const actual = only(back, acted("2024-12-31", served("2024-06-01")));
    expect(actual).toMatchObject({ basis: "actual", day: "2024-12-31", caseIds: ["c1"] });
    expect(idsOf(actual)).toEqual(["a1", "a2", "v1"]);
  });

  it("is silent once the time has passed, and before the return", () => {
    expect(findingsOf(back, acted("2025-06-01", served("2025-01-01")))).toEqual([]);
    expect(findingsOf(back, acted("2025-06-01", served("2024-06-01")), "2024-05-31")).toEqual([]);
  });
});
