// Shares, evenness, pairs and dependency on a unit small enough to count by hand; carried groups by tier.
import { describe, expect, it } from "vitest";
import type { World } from "../../../../shared/domain/world.ts";
import { carriedBy } from "../../../../shared/rules/analysis/carried.ts";
import { concentrationOf } from "../../../../shared/rules/analysis/concentration.ts";
import { median } from "../../../../shared/rules/analysis/settled-cases.ts";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import * as row from "../../../builders/rows.ts";

const day = "2026-03-02";
const period = { from: "2025-03-03", until: "2026-03-03" };
const steps = ["apply", "approve", "cashier", "record"].map((duty, nth) =>
  row.step(`s${nth + 1}`, "m1", nth + 1, duty),
);
const base = row.world({
  matters: [row.matter("m1")],
  steps,
  people: ["p1", "p2", "p3", "p4"].map((id) => row.person(id)),
  posts: [row.post("k1"), row.post("k2")],
  assignments: [row.assignment("a1", "p1", "k1"), row.assignment("a2", "p2", "k2")],
  authorities: [
    row.authority("u1", "s1", { personId: "p3" }),
    row.authority("u2", "s2", { postId: "k1", upTo: 1_000 }),
    row.authority("u3", "s2", { postId: "k2", over: 1_000, upTo: 5_000 }),
    row.authority("u4", "s3", { postId: "k1" }),
    row.authority("u5", "s4", { personId: "p4" }),
    row.authority("u6", "s4", { personId: "p3" }),
  ],
});
/** A case whose steps are done, in order, by these people. */
const withCases = (cases: Record<string, { amount: number | null; by: string[] }>): World => ({
  ...base,
  cases: Object.entries(cases).map(([id, { amount }]) => row.caseOf(id, "m1", { amount })),
  approvals: Object.entries(cases).flatMap(([id, { by }]) =>
    by.map((who, nth) =>
      row.approval(`${id}${nth}`, id, `s${nth + 1}`, who, row.at("2026-01-05", `1${nth}:00`)),
    ),
  ),
});
const measured = (world: World) => {
  const view = indexFacts(world, day);
  const result = concentrationOf(view, period);
  return { view, result, of: (id: string) => result.people.find((one) => one.personId === id) };
};

describe("concentration", () => {
  const { result, of } = measured(
    withCases({
      c1: { amount: 900, by: ["p3", "p1", "p1", "p4"] },
      c2: { amount: 900, by: ["p3", "p1", "p1", "p1"] },
      c3: { amount: 900, by: ["p3", "p1"] },
    }),
  );

  it("counts settled cases only", () => {
    expect(result.settled).toMatchObject({ open: 1, rejected: 0 });
    expect(result.settled.cases.map((one) => one.case.id)).toEqual(["c1", "c2"]);
  });
  it("gives each person the share of the duties of their cases, and the evenness of each case", () => {
    expect(of("p1")).toMatchObject({ cases: 2, performed: 5, ofOwnCases: 8, overHalf: 1 });
    expect(of("p1")?.most).toEqual({ share: 0.75, caseId: "c2" });
    expect(result.settled.cases.map((one) => one.hhi)).toEqual([0.375, 0.625]);
    expect(result.medians.get("m1")).toBe(0.5);
  });
  it("names the worst pair and the nearest way it meets", () => {
    expect(of("p1")?.worst).toEqual({ types: ["authorise", "custody"], way: "case" });
    expect(of("p1")?.span).toBe(3);
    expect(of("p3")?.worst).toBeNull();
    const held = measured({ ...base, cases: [], approvals: [] });
    expect(held.of("p1")?.worst).toEqual({ types: ["authorise", "custody"], way: "held" });
  });
  it("tells apart two types met in one case and in different cases", () => {
    const apart = measured(
      withCases({
        c1: { amount: 1, by: ["p3", "p2", "p1", "p4"] },
        c2: { amount: 1, by: ["p3", "p1", "p2", "p4"] },
      }),
    );
    expect(apart.of("p2")?.worst).toEqual({ types: ["authorise", "custody"], way: "period" });
  });
  it("says which matters stop with whom", () => {
    expect(of("p1")).toMatchObject({ stopping: ["m1"], soleSteps: [{ id: "s3" }] });
    expect(of("p3")).toMatchObject({ stopping: ["m1"], soleSteps: [{ id: "s1" }] });
    expect(of("p4")).toMatchObject({ stopping: [], soleSteps: [] });
  });
  it("leaves out what lies after the day or outside the period", () => {
    const early = indexFacts(withCases({ c1: { amount: 900, by: ["p3", "p1", "p1", "p4"] } }), "2026-01-04");
    expect(concentrationOf(early, period).settled.cases).toEqual([]);
    const late = { from: "2026-01-06", until: "2026-02-01" };
    expect(concentrationOf(measured(base).view, late).settled.cases).toEqual([]);
  });
});

describe("who carried", () => {
  it("counts people by tier, the fewest with their cases", () => {
    const { view, result } = measured(
      withCases({
        c1: { amount: 900, by: ["p3", "p1", "p1", "p4"] },
        c2: { amount: 1_000, by: ["p3", "p1", "p1", "p3"] },
        c3: { amount: 800, by: ["p3", "p1", "p1", "p3"] },
        c4: { amount: 1_001, by: ["p3", "p2", "p1", "p4"] },
        c5: { amount: 5_001, by: ["p3", "p2", "p1", "p4"] },
        c6: { amount: null, by: ["p3", "p2", "p1", "p4"] },
      }),
    );
    const carried = carriedBy(view, result.settled.cases);
    expect(carried.map(({ upTo, cases, sizes }) => [upTo, cases, sizes])).toEqual([
      [
        1_000,
        3,
        [
          [2, 2],
          [3, 1],
        ],
      ],
      [5_000, 1, [[4, 1]]],
      [null, 1, [[4, 1]]],
    ]);
    expect(carried[0]?.groups).toEqual([{ personIds: ["p1", "p3"], caseIds: ["c2", "c3"] }]);
  });
});

describe("the median", () => {
  it("is the middle, or the mean of the two middle ones", () => {
    expect(median([])).toBeNull();
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
