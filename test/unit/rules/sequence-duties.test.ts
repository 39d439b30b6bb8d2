// sequence: approved after a reject, due within days, added over a share.
import { describe, expect, it } from "vitest";
import * as row from "../../builders/rows.ts";
import { findingsOf, idsOf, judge, only } from "./found.ts";

const base = {
  matters: [row.matter("m1")],
  steps: [
    row.step("s1", "m1", 1, "review"),
    row.step("s2", "m1", 2, "approve"),
    row.step("s3", "m1", 3, "pay_execute"),
  ],
  people: [row.person("p1"), row.person("p2"), row.person("p3"), row.person("bot", { isSystem: true })],
  cases: [row.caseOf("c1", "m1", { caseNo: "CG-1" })],
};
const act = (id: string, step: string, person: string | null, day: string, given = {}) =>
  row.approval(id, "c1", step, person, row.at(day), given);
const reject = (id: string, step: string, person: string | null, day: string) =>
  act(id, step, person, day, { action: "reject" });

describe("sequence, after-reject", () => {
  const rule = row.rule("rejected", "sequence", { check: "after-reject", days: 3 });

  it("finds an approval by somebody else within the days, after the latest such reject", () => {
    const approvals = [
      reject("v1", "s2", "p1", "2026-03-01"),
      reject("v2", "s2", "p3", "2026-03-02"),
      reject("v3", "s2", "p2", "2026-03-03"),
      act("v4", "s2", "p2", "2026-03-05"),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({
      groupKey: "c1",
      subject: "p2",
      anchor: "v4",
      day: "2026-03-05",
      personIds: ["p2", "p3"],
    });
    expect(idsOf(finding)).toEqual(["v2", "v4"]);
  });

  it("is silent a day later, on another step, by the same or no person, and for other actions", () => {
    const first = reject("v1", "s2", "p1", "2026-03-01");
    for (const approvals of [
      [first, act("v2", "s2", "p2", "2026-03-05")],
      [first, act("v2", "s1", "p2", "2026-03-02")],
      [first, act("v2", "s2", "p1", "2026-03-02")],
      [first, act("v2", "s2", "bot", "2026-03-02")],
      [first, act("v2", "s2", "p2", "2026-03-02", { action: "execute" })],
      [act("v2", "s2", "p2", "2026-02-28"), first],
      [reject("v1", "s2", null, "2026-03-01"), act("v2", "s2", "p2", "2026-03-02")],
    ])
      expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    const within = [first, act("v2", "s2", "p2", "2026-03-04")];
    expect(findingsOf(rule, row.world({ ...base, approvals: within }))).toHaveLength(1);
  });
});

describe("sequence, deadline", () => {
  const asked = { check: "deadline", earlier: "review", later: "pay_execute" } as const;
  const rule = row.rule("due", "sequence", { ...asked, days: 10 });
  const workdays = row.rule("due", "sequence", { ...asked, days: 3, isWorkdays: true });
  const paidOn = (day: string) => row.world({ ...base, approvals: [reviewed, act("v2", "s3", "p2", day)] });
  const reviewed = act("v1", "s1", "p1", "2026-03-02");

  it("allows the due day itself and not the next", () => {
    expect(findingsOf(rule, paidOn("2026-03-12"))).toEqual([]);
    const finding = only(rule, paidOn("2026-03-13"));
    expect(finding).toMatchObject({ subject: "c1", day: "2026-03-13", personIds: ["p1", "p2"] });
    expect(idsOf(finding)).toEqual(["v1", "v2"]);
  });

  it("waits until the due day is over where nothing was done, then tells it of the day after", () => {
    const world = row.world({ ...base, approvals: [reviewed] });
    expect(judge(rule, world, "2026-03-12")).toMatchObject({ findings: [], notYetJudged: 1 });
    expect(judge(rule, world, "2026-03-13").notYetJudged).toBe(0);
    const finding = only(rule, world, "2026-03-20");
    expect(finding.day).toBe("2026-03-13");
    expect(idsOf(finding)).toEqual(["v1"]);
  });

  it("counts workdays by the calendar", () => {
    // Thursday; due on Tuesday, as the weekend does not count.
    const thursday = act("v1", "s1", "p1", "2026-03-05");
    const paid = (day: string) => row.world({ ...base, approvals: [thursday, act("v2", "s3", "p2", day)] });
    expect(findingsOf(workdays, paid("2026-03-10"))).toEqual([]);
    expect(findingsOf(workdays, paid("2026-03-11"))).toHaveLength(1);
    const off = [{ id: "o1", day: "2026-03-06", isWorkday: false, name: null }];
    expect(findingsOf(workdays, { ...paid("2026-03-11"), calendar: off })).toEqual([]);
    const on = [{ id: "o1", day: "2026-03-07", isWorkday: true, name: null }];
    expect(findingsOf(workdays, { ...paid("2026-03-10"), calendar: on })).toHaveLength(1);
  });

  it("runs from the last of the earlier acts before the later one", () => {
    const again = act("v3", "s1", "p1", "2026-03-08");
    const approvals = [reviewed, again, act("v2", "s3", "p2", "2026-03-18")];
    expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    const after = [reviewed, act("v2", "s3", "p2", "2026-03-13"), act("v3", "s1", "p1", "2026-03-14")];
    expect(idsOf(only(rule, row.world({ ...base, approvals: after })))).toEqual(["v1", "v2"]);
    const never = [act("v2", "s3", "p2", "2026-03-13")];
    expect(findingsOf(rule, row.world({ ...base, approvals: never }))).toEqual([]);
  });

  it("is not running before the last step that the earlier duty has in the matter", () => {
    const steps = [...base.steps, row.step("s4", "m1", 4, "review")];
    const world = row.world({ ...base, steps, approvals: [reviewed] });
    expect(judge(rule, world)).toMatchObject({ findings: [], notYetJudged: 0 });
    const last = [reviewed, act("v2", "s4", "p1", "2026-03-03")];
    expect(idsOf(only(rule, { ...world, approvals: last }))).toEqual(["v2"]);
  });

  it("cannot be asked where no matter has both duties", () => {
    const rows = judge(row.rule("due", "sequence", { ...asked, later: "accept", days: 1 }), row.world(base));
    expect(rows.notApplicable).toHaveLength(1);
  });
});

describe("sequence, sum-over", () => {
  const asked = { check: "sum-over", base: "approve", added: "pay_execute" } as const;
  const rule = row.rule("sum", "sequence", { ...asked, permille: 1_100 });
  const signed = act("v1", "s2", "p1", "2026-03-02", { amount: 1_000 });
  const paid = (id: string, day: string, amount: number | null, given = {}) =>
    act(id, "s3", "p2", day, { amount, ...given });

  it("finds the act with which the sum first exceeds the share, and names all that was added", () => {
    const approvals = [
      signed,
      paid("v2", "2026-03-03", 1_100),
      paid("v3", "2026-03-04", 1),
      paid("v4", "2026-03-05", 500),
    ];
    const finding = only(rule, row.world({ ...base, approvals }));
    expect(finding).toMatchObject({ subject: "c1", day: "2026-03-04", personIds: ["p1", "p2"] });
    expect(idsOf(finding)).toEqual(["v1", "v2", "v3", "v4"]);
    expect(findingsOf(rule, row.world({ ...base, approvals: approvals.slice(0, 2) }))).toEqual([]);
  });

  it("leaves out what came before, was rejected or states no amount of its own", () => {
    const cases = [row.caseOf("c1", "m1", { amount: 1_000 })];
    for (const other of [
      paid("v2", "2026-03-01", 2_000),
      paid("v2", "2026-03-03", null),
      paid("v2", "2026-03-03", 2_000, { action: "reject" }),
    ])
      expect(findingsOf(rule, row.world({ ...base, cases, approvals: [signed, other] }))).toEqual([]);
  });

  it("takes the case's amount for a base that states none, and is exact for the largest amounts", () => {
    const silent = { ...signed, amount: null };
    const approvals = [silent, paid("v2", "2026-03-03", 1_101)];
    expect(findingsOf(rule, row.world({ ...base, approvals }))).toEqual([]);
    const cases = [row.caseOf("c1", "m1", { amount: 1_000 })];
    expect(findingsOf(rule, row.world({ ...base, cases, approvals }))).toHaveLength(1);
    const whole = row.rule("sum", "sequence", { ...asked, permille: 1_000 });
    const most = Number.MAX_SAFE_INTEGER;
    const even = [{ ...signed, amount: most }, paid("v2", "2026-03-03", most)];
    expect(findingsOf(whole, row.world({ ...base, approvals: even }))).toEqual([]);
    const less = [{ ...signed, amount: most - 1 }, paid("v2", "2026-03-03", most)];
    expect(findingsOf(whole, row.world({ ...base, approvals: less }))).toHaveLength(1);
  });
});
