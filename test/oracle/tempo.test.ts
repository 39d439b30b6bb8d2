// The oracle against hand-worked expectations: the seven checks of tempo.
import { describe, expect, it } from "vitest";
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase, today } from "./purchase.ts";

type Brief = [
  id: string,
  step: string,
  actor: string,
  day: string,
  clock?: string,
  given?: Partial<Approval>,
];
const log = (...acts: Brief[]): World =>
  purchase({
    cases: [row.caseOf("c", "m", { amount: 500 }), row.caseOf("k", "m", { amount: 70 })],
    approvals: acts.map(([id, step, actor, day, clock, given]) =>
      row.approval(id, "c", step, actor, at(day, clock), given),
    ),
  });

describe("fast", () => {
  const fast = (minActs = 1) =>
    rule("r", "tempo", { check: "fast", earlier: "pay_apply", later: "pay_approve", seconds: 30, minActs });
  const apply: Brief = ["v1", "s1", "bot", "2026-03-02", "09:00:00"];

  it("counts to the second, whoever acted before", () => {
    const world = log(apply, ["v2", "s2", "ann", "2026-03-02", "09:00:30"]);
    const [found] = check(world, fast()).findings;
    expect(found).toMatchObject({ groupKey: "ann", subject: "ann", anchor: "2026-03", personIds: ["ann"] });
    expect(ids(found)).toEqual(["v1", "v2"]);
    expect(check(log(apply, ["v2", "s2", "ann", "2026-03-02", "09:00:30.001"]), fast()).findings).toEqual([]);
  });

  it("looks at the latest before it, in its case, and needs so many in a month", () => {
    const twice = log(
      apply,
      ["v2", "s2", "ann", "2026-03-02", "09:00:10"],
      ["v3", "s2", "ann", "2026-03-02", "09:00:20"],
      ["v4", "s1", "bo", "2026-03-31", "23:59:50"],
      ["v5", "s2", "ann", "2026-04-01", "00:00:10"],
    );
    const [found, ...more] = check(twice, fast(2)).findings;
    expect(more).toEqual([]);
    expect(ids(found)).toEqual(["v1", "v2", "v3"]);
    expect(check(twice, fast()).findings.map(({ anchor }) => anchor)).toEqual(["2026-03", "2026-04"]);
    const elsewhere = log(apply, ["v2", "s2", "ann", "2026-03-02", "09:00:10", { caseId: "k" }]);
    expect(check(elsewhere, fast()).findings).toEqual([]);
  });

  it("leaves out midnight, and is not applicable where nothing has a time of day", () => {
    const atMidnight = log(
      ["v1", "s1", "bo", "2026-03-02", "00:00"],
      ["v2", "s2", "ann", "2026-03-02", "00:00:01"],
    );
    expect(check(atMidnight, fast())).toMatchObject({ findings: [], notApplicable: [] });
    expect(check(log(["v1", "s1", "bo", "2026-03-02", "00:00"]), fast()).notApplicable).toEqual(["r"]);
  });
});

it("burst: so many approvals in so many minutes, shown by month", () => {
  const burst = rule("r", "tempo", { check: "burst", count: 3, minutes: 10 });
  const world = log(
    ["v1", "s2", "ann", "2026-03-31", "23:55"],
    ["v2", "s2", "ann", "2026-03-31", "23:59", { action: "execute" }],
    ["v3", "s2", "ann", "2026-03-31", "23:58", { caseId: "k" }],
    ["v4", "s2", "ann", "2026-04-01", "00:05"],
    ["v5", "s2", "ann", "2026-04-01", "00:08:00.001"],
    ["v6", "s2", "bo", "2026-04-01", "00:06"],
  );
  expect(check(world, burst).findings.map((found) => [found.anchor, found.day, ids(found)])).toEqual([
    ["2026-03", "2026-03-31", ["v1", "v3"]],
    ["2026-04", "2026-04-01", ["v4"]],
  ]);
  expect(check(world, burst).findings[0]).toMatchObject({ subject: "ann", caseIds: ["c", "k"], amount: 570 });
});

describe("off-hours", () => {
  const hours = (given: object) =>
    rule("r", "tempo", {
      check: "off-hours",
      from: "08:00",
      until: "18:00",
      minActs: 9,
      sharePermille: 500,
      minMonthActs: 3,
      ...given,
    });
  // 2026-03-02 is a Monday.
  const world = log(
    ["v1", "s1", "ann", "2026-03-02", "07:59:59"],
    ["v2", "s1", "ann", "2026-03-02", "08:00"],
    ["v3", "s1", "ann", "2026-03-02", "17:59:59"],
    ["v4", "s1", "ann", "2026-03-03", "18:00"],
    ["v5", "s1", "ann", "2026-03-07", "12:00"],
    ["v6", "s1", "ann", "2026-03-08", "00:00"],
  );

  it("asks the clock and the calendar", () => {
    const [found] = check(world, hours({ minActs: 3 })).findings;
    expect(found).toMatchObject({ subject: "ann", anchor: "2026-03", day: "2026-03-07" });
    expect(ids(found)).toEqual(["v1", "v4", "v5"]);
    const moved = {
      ...world,
      calendar: [row.calendarDay("2026-03-07", true), row.calendarDay("2026-03-02")],
    };
    expect(ids(check(moved, hours({ minActs: 3 })).findings[0])).toEqual(["v1", "v2", "v3", "v4"]);
  });

  it("or a share of a month with enough acts", () => {
    expect(check(world, hours({})).findings).toHaveLength(1);
    expect(check(world, hours({ sharePermille: 600 })).findings).toEqual([]);
    expect(check(world, hours({ minMonthActs: 6 })).findings).toEqual([]);
  });
});

it("same-terminal: different people and duties, less than so many minutes apart", () => {
  const shared = rule("r", "tempo", { check: "same-terminal", minutes: 10 });
  const on = (terminal: string) => ({ terminal });
  const world = log(
    ["v1", "s1", "ann", "2026-03-02", "09:00", on("T")],
    ["v2", "s2", "ann", "2026-03-02", "09:01", on("T")],
    ["v3", "s2", "bo", "2026-03-02", "09:09", on("T")],
    ["v4", "s3", "cy", "2026-03-02", "09:19", on("T")],
    ["v5", "s3", "cy", "2026-03-02", "09:02", on("U")],
  );
  const [found, ...more] = check(world, shared).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({ groupKey: "c", subject: "T", day: "2026-03-02", personIds: ["ann", "bo"] });
  expect(ids(found)).toEqual(["v1", "v3"]);
  expect(check(log(["v1", "s1", "ann", "2026-03-02"]), shared).notApplicable).toEqual(["r"]);
});

it("brief-delegation: every loan that covers the act lasts a few days only", () => {
  const brief = rule("r", "tempo", { check: "brief-delegation", maxDays: 2 });
  const lent = (...until: string[]): World => ({
    ...log(["v", "s2", "bo", "2026-03-02"]),
    authorities: [row.authority("g", "s2", { personId: "ann" })],
    delegations: until.map((day, index) =>
      row.delegation(`e${index + 1}`, "g", "ann", "bo", { from: "2026-03-02", until: day }),
    ),
  });
  const [found] = check(lent("2026-03-04", "2026-03-03"), brief).findings;
  expect(found).toMatchObject({ groupKey: "c", subject: "bo", anchor: "v", day: "2026-03-02" });
  expect(ids(found)).toEqual(["v", "e1", "e2"]);
  expect(check(lent("2026-03-05"), brief).findings).toEqual([]);
  expect(check(lent("2026-03-03", "2026-03-05"), brief).findings).toEqual([]);
  expect(check(log(["v", "s2", "bo", "2026-03-02"]), brief).notApplicable).toEqual(["r"]);
  const own = lent("2026-03-03");
  own.authorities = [...own.authorities, row.authority("g2", "s2", { personId: "bo" })];
  expect(check(own, brief).findings).toEqual([]);
});

const bought = (...cases: [id: string, amount: number, openedOn: string, given?: Partial<Case>][]): World =>
  purchase({
    cases: cases.map(([id, amount, openedOn, given]) =>
      row.caseOf(id, "m", { amount, openedOn, departmentId: "d1", requesterId: "ann", ...given }),
    ),
  });

it("year-end: the last days of a year that is over", () => {
  const rush = rule("r", "tempo", { check: "year-end", days: 10, sharePermille: 500, minCases: 2 });
  const year = (first: number): World =>
    bought(
      ["c1", first, "2025-12-21"],
      ["c2", 300, "2025-12-22"],
      ["c3", 200, "2025-12-31", { requesterId: "bo" }],
      ["c4", 900, "2026-01-01"],
    );
  const [found] = check(year(499), rush).findings;
  expect(found).toMatchObject({
    groupKey: '["d1",2025]',
    subject: '["d1",2025]',
    anchor: "2025",
    day: "2025-12-31",
    amount: 500,
    departmentId: "d1",
    personIds: ["ann", "bo"],
  });
  expect(ids(found)).toEqual(["c2", "c3"]);
  expect(check(year(500), rush).findings).toEqual([]);
  expect(oracle(year(499), [rush], "2025-12-31").findings).toEqual([]);
  expect(oracle(year(499), [rush], "2026-01-01").findings).toHaveLength(1);
});

describe("crowding", () => {
  const near = { check: "crowding", nearPermille: 900, belowPermille: 400, times: 1, minCases: 3 } as const;

  it("compares the cases near a ceiling with those below", () => {
    const crowd = rule("r", "tempo", { ...near, ceiling: 1000 });
    const cases = bought(
      ["c1", 1000, "2026-03-01"],
      ["c2", 901, "2026-03-02"],
      ["c3", 900, "2026-03-03"],
      ["c4", 400, "2026-03-04"],
      ["c5", 1001, "2026-03-05"],
    );
    const [found] = check(cases, crowd).findings;
    expect(found).toMatchObject({ groupKey: '["m",2026,1000]', anchor: "2026", day: "2026-03-02" });
    expect(ids(found)).toEqual(["c1", "c2"]);
    expect(check(cases, rule("r", "tempo", { ...near, ceiling: 1000, times: 2 })).findings).toEqual([]);
    expect(check(cases, rule("r", "tempo", { ...near, ceiling: 1000, minCases: 4 })).findings).toEqual([]);
  });

  it("or with the unit's own tiers, as they stood on the day", () => {
    const crowd = rule("r", "tempo", { ...near, ceiling: null, minCases: 2 });
    const cases = bought(["c1", 500, "2026-03-01"], ["c2", 460, "2026-03-02"], ["c3", 990, "2026-03-03"]);
    expect(check(cases, crowd).notApplicable).toEqual(["r"]);
    const tiered = (from: string): World => ({
      ...cases,
      authorities: [
        row.authority("g1", "s2", { postId: "t1", upTo: 500, from }),
        row.authority("g2", "s2", { postId: "t2", upTo: 1000 }),
        row.authority("g3", "s3", { postId: "t2", upTo: 600 }),
      ],
    });
    expect(check(tiered("2026-03-01"), crowd).findings).toMatchObject([
      { groupKey: '["m",2026,500]', caseIds: ["c1", "c2"] },
    ]);
    expect(oracle(tiered("2026-03-02"), [crowd], today).findings).toEqual([]);
  });
});
