// What the ledger has looked at beside its states: each concern from the day on which it stands, and not the day before.
import { describe, expect, test } from "vitest";
import type { ControlEvidence, Exemption, ForcedLeave } from "../../../shared/domain/rotation.ts";
import { evidenceEveryMonths, offeredControls } from "../../../shared/domain/tenure-controls.ts";
import { type ConcernKind, ledgerEntries } from "../../../shared/rotation/concerns.ts";
import { evidencePeriods } from "../../../shared/rotation/exemption-periods.ts";
import { assignment, exemption, person, post, tenurePolicy, world } from "../../builders/rows.ts";

type Given = Parameters<typeof world>[0];
const keyPost = (id: string, given = {}) => post(id, { isKey: true, tenureLimitMonths: 36, ...given });
const held = [assignment("1", "a", "k", { from: "2023-01-01" })];
const kindsOn = (
  today: string,
  given: Given,
  papers: { evidence?: ControlEvidence[]; leaves?: ForcedLeave[] } = {},
): ConcernKind[] =>
  ledgerEntries(
    world({ people: [person("a"), person("b")], posts: [keyPost("k")], assignments: held, ...given }),
    { evidence: [], leaves: [], ...papers },
    today,
  ).flatMap(({ concerns }) => concerns.map(({ kind }) => kind));

describe("moved twice", () => {
  const posts = [keyPost("k"), post("m"), post("n")];
  const moves = (second: string) => [
    assignment("1", "a", "m", { from: "2020-01-01", until: "2025-03-01" }),
    assignment("2", "a", "n", { from: "2025-03-01", until: second }),
    assignment("3", "a", "k", { from: second }),
  ];
  test("within a year, to the day, and for a year after", () => {
    expect(kindsOn("2026-02-28", { posts, assignments: moves("2026-02-28") })).toEqual(["moved-twice"]);
    expect(kindsOn("2027-02-27", { posts, assignments: moves("2026-02-28") })).toEqual(["moved-twice"]);
    expect(kindsOn("2027-02-28", { posts, assignments: moves("2026-02-28") })).toEqual([]);
    expect(kindsOn("2026-03-01", { posts, assignments: moves("2026-03-01") })).toEqual([]);
  });
  test("a renamed post is no move, nor is what was held acting", () => {
    const renamed = [keyPost("k"), post("m", { successorId: "n" }), post("n")];
    expect(kindsOn("2026-03-01", { posts: renamed, assignments: moves("2026-02-01") })).toEqual([]);
    const acting = moves("2026-02-01").map((it) => (it.id === "2" ? { ...it, kind: "acting" as const } : it));
    expect(kindsOn("2026-03-01", { posts, assignments: acting })).toEqual([]);
  });
});

test("ten years in a seat, from the day itself, whatever the limit", () => {
  const posts = [keyPost("k", { tenureLimitMonths: 240 })];
  expect(kindsOn("2032-12-31", { posts })).toEqual([]);
  expect(kindsOn("2033-01-01", { posts })).toEqual(["ten-years"]);
});

test("a key post without any limit has a line that says so", () => {
  const posts = [keyPost("k", { tenureLimitMonths: null, riskGrade: "high" })];
  expect(kindsOn("2026-03-05", { posts })).toEqual(["no-limit"]);
  expect(kindsOn("2026-03-05", { posts, tenurePolicies: [tenurePolicy("p")] })).toEqual([]);
});

test("back before the cooling-off of the unit's own policy is over", () => {
  const assignments = [
    assignment("1", "a", "k", { from: "2020-01-01", until: "2024-01-01" }),
    assignment("2", "a", "k", { from: "2025-06-30" }),
  ];
  const posts = [keyPost("k", { riskGrade: "high" })];
  expect(kindsOn("2026-03-05", { posts, assignments })).toEqual(["back-too-soon"]);
  const tenurePolicies = [tenurePolicy("p", { coolingOffMonths: 17 })];
  expect(kindsOn("2026-03-05", { posts, assignments, tenurePolicies })).toEqual([]);
});

describe("an exemption", () => {
  const whole: Exemption = {
    ...exemption("e", "a", "k", "2026-01-01", "2027-01-01"),
    compensatingControl: "按季专项审计",
    docNo: "文1",
    approver: "党组",
    reviewOn: "2026-06-30",
  };
  const said = { doneOn: "2026-04-02", doneBy: "审计科", found: "未见异常", docNo: null };
  const quarter = (from: string, until: string): ControlEvidence => ({
    id: from,
    subjectId: "e",
    from,
    until,
    ...said,
  });
  const first = quarter("2026-01-01", "2026-04-01");
  const on = (day: string, given: Partial<Exemption> = {}, evidence: ControlEvidence[] = []) =>
    kindsOn(day, { exemptions: [{ ...whole, ...given }] }, { evidence });

  test("with paper, approver, review and evidence gives no concern", () => {
    expect(on("2026-03-31")).toEqual([]);
    expect(on("2026-06-30", {}, [first])).toEqual([]);
  });
  test("lacks evidence from the first day after the period, and of others' exemptions it has none", () => {
    expect(on("2026-04-01")).toEqual(["evidence-missing"]);
    expect(on("2026-04-01", {}, [{ ...first, subjectId: "f" }])).toEqual(["evidence-missing"]);
  });
  test("is reviewed by its day", () => {
    expect(on("2026-07-01", {}, [first, quarter("2026-04-01", "2026-07-01")])).toEqual(["review-past"]);
  });
  test("of more than three years ends in name only", () => {
    expect(on("2026-02-01", { until: "2029-01-01" })).toEqual([]);
    expect(on("2026-02-01", { until: "2029-01-02" })).toEqual(["exemption-open"]);
  });
  test.each([["docNo"], ["approver"], ["reviewOn"]] as const)("without %s is told", (key) => {
    expect(on("2026-02-01", { [key]: null })).toEqual(["exemption-lacks"]);
  });
  test("without control is told", () =>
    expect(on("2026-02-01", { compensatingControl: " " })).toEqual(["exemption-no-control"]));
  test("that is over, of somebody still there over the limit", () => {
    expect(on("2026-12-31", {}, [])).not.toContain("exemption-expired");
    expect(on("2027-01-01")).toEqual(["exemption-expired"]);
  });
});

test("periods of evidence cover the exemption, the last cut at its end", () => {
  const half = { ...exemption("e", "a", "k", "2026-01-31", "2026-10-15"), compensatingControl: "每季度谈话" };
  expect(
    evidencePeriods(half, [], "2026-08-01").map(({ from, until, state }) => [from, until, state]),
  ).toEqual([
    ["2026-01-31", "2026-04-30", "missing"],
    ["2026-04-30", "2026-07-31", "missing"],
    ["2026-07-31", "2026-10-15", "running"],
  ]);
});

test("how often evidence is due follows the words, the most frequent of several", () => {
  expect(evidenceEveryMonths("每半年专项审计，经手事项逐件复核")).toBe(3);
  expect(evidenceEveryMonths("每半年专项审计")).toBe(6);
  expect(evidenceEveryMonths("年度专项审计,连续休假十个工作日由他人代岗")).toBe(12);
  expect(evidenceEveryMonths("monthly talk")).toBe(1);
  expect(evidenceEveryMonths("另派专人")).toBe(3);
  for (const { name, everyMonths } of offeredControls)
    for (const words of [name.zh, name.en]) expect(evidenceEveryMonths(words), words).toBe(everyMonths);
});

test("a forced leave under ten working days of the unit's calendar", () => {
  const leave: ForcedLeave = {
    id: "l",
    personId: "a",
    postId: "k",
    standInId: "b",
    from: "2025-06-02",
    until: "2025-06-14",
    state: "placed",
    workingDays: 10,
    window: { from: "2025-06-01", until: "2025-07-01" },
    reason: "年度",
    docNo: "文1",
    approver: "党组",
    planId: null,
    handOut: null,
    handBack: null,
    withdrawnBecause: null,
  };
  expect(kindsOn("2025-07-01", {}, { leaves: [leave] })).toEqual([]);
  expect(kindsOn("2025-07-01", {}, { leaves: [{ ...leave, until: "2025-06-13" }] })).toEqual(["leave-short"]);
  expect(kindsOn("2025-07-01", {}, { leaves: [{ ...leave, until: "2025-06-13", state: "asked" }] })).toEqual(
    [],
  );
});

test("who was moved on is shown as rotated for ninety days, without concerns; who left the unit is not", () => {
  const posts = [keyPost("k"), post("m")];
  const assignments = [
    assignment("1", "a", "k", { from: "2023-01-01", until: "2026-01-01" }),
    assignment("2", "a", "m", { from: "2026-01-01" }),
  ];
  const lines = (today: string, given: Given = {}) =>
    ledgerEntries(
      world({ people: [person("a")], posts, assignments, ...given }),
      { evidence: [], leaves: [] },
      today,
    ).map(({ state, leftOn, daysLeft }) => ({ state, leftOn, daysLeft }));
  const rotated = [{ state: "rotated", leftOn: "2026-01-01", daysLeft: null }];
  expect(lines("2026-01-01")).toEqual(rotated);
  expect(lines("2026-04-01")).toEqual(rotated);
  expect(lines("2026-04-02")).toEqual([]);
  expect(lines("2026-01-01", { people: [person("a", { leavesOn: "2026-01-01" })] })).toEqual([]);
  expect(lines("2026-01-01", { posts: [keyPost("k", { until: "2026-01-01" })] })).toEqual([]);
});
