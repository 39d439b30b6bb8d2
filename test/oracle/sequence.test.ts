// The oracle against hand-worked expectations: sequence after a reject, within days, in all no more than; the same check as another.
import { describe, expect, it } from "vitest";
import type { Approval } from "../../shared/domain/approval.ts";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase } from "./purchase.ts";

type Brief = [id: string, step: string, actor: string | null, day: string, given?: Partial<Approval>];
const log = (...acts: Brief[]): World =>
  purchase({
    approvals: acts.map(([id, step, actor, day, given]) =>
      row.approval(id, "c", step, actor, at(day), given),
    ),
  });

it("after-reject: approved by somebody else within days, shown with the latest reject", () => {
  const again = rule("r", "sequence", { check: "after-reject", days: 3 });
  const reject = { action: "reject" } as const;
  const world = log(
    ["v1", "s2", "ann", "2026-03-02", reject],
    ["v2", "s2", "bo", "2026-03-03", reject],
    ["v3", "s2", "bo", "2026-03-05"],
    ["v4", "s2", "cy", "2026-03-06"],
    ["v5", "s2", "cy", "2026-03-07"],
    ["v6", "s3", "cy", "2026-03-04"],
    ["v7", "s2", "cy", "2026-03-04", { action: "submit" }],
  );
  expect(check(world, again).findings.map((found) => [found.subject, found.anchor, ids(found)])).toEqual([
    ["bo", "v3", ["v1", "v3"]],
    ["cy", "v4", ["v2", "v4"]],
  ]);
  expect(check(world, again).findings[0]).toMatchObject({ groupKey: "c", day: "2026-03-05" });
  const unnamed = log(["v1", "s2", null, "2026-03-02", reject], ["v2", "s2", "bo", "2026-03-02"]);
  expect(check(unnamed, again).findings).toEqual([]);
});

describe("deadline", () => {
  const due = (days: number, isWorkdays = false) =>
    rule("r", "sequence", {
      check: "deadline",
      earlier: "pay_apply",
      later: "pay_execute",
      days,
      isWorkdays,
    });
  // 2026-03-06 is a Friday.
  const first: Brief = ["v1", "s1", "ann", "2026-03-06"];

  it("counts calendar days from the last act before", () => {
    const paid = (day: string): World =>
      log(["v0", "s1", "ann", "2026-03-01"], first, ["v2", "s3", "bo", day]);
    expect(check(paid("2026-03-08"), due(2)).findings).toEqual([]);
    expect(check(paid("2026-03-09"), due(2)).findings).toMatchObject([{ subject: "c", day: "2026-03-09" }]);
    expect(ids(check(paid("2026-03-09"), due(2)).findings[0])).toEqual(["v1", "v2"]);
  });

  it("counts workdays by the calendar", () => {
    const paid = log(first, ["v2", "s3", "bo", "2026-03-10"]);
    expect(check(paid, due(2, true)).findings).toEqual([]);
    expect(check(paid, due(1, true)).findings).toHaveLength(1);
    const closed = { ...paid, calendar: [row.calendarDay("2026-03-09")] };
    expect(check(closed, due(1, true)).findings).toEqual([]);
    const open = { ...paid, calendar: [row.calendarDay("2026-03-07", true)] };
    expect(check(open, due(2, true)).findings).toHaveLength(1);
  });

  it("waits for what is not done until it is overdue", () => {
    expect(oracle(log(first), [due(2)], "2026-03-08")).toMatchObject({ findings: [], notYetJudged: 1 });
    const [found] = oracle(log(first), [due(2)], "2026-03-20").findings;
    expect(found).toMatchObject({ day: "2026-03-09", personIds: ["ann"] });
    expect(ids(found)).toEqual(["v1"]);
  });

  it("waits only from the last step that has the duty", () => {
    const world = log(first);
    world.steps = [...world.steps, row.step("s5", "m", 2, "pay_apply")];
    expect(check(world, due(2))).toMatchObject({ findings: [], notYetJudged: 0 });
    expect(
      check(
        world,
        rule("r", "sequence", {
          check: "deadline",
          earlier: "pay_apply",
          later: "accept",
          days: 1,
        }),
      ).notApplicable,
    ).toEqual(["r"]);
  });
});

it("sum-over: what is added by own amounts comes to more than a share of the base", () => {
  const sum = (permille: number) =>
    rule("r", "sequence", { check: "sum-over", base: "pay_approve", added: "pay_execute", permille });
  const world = log(
    ["v1", "s3", "ann", "2026-03-01", { amount: 900 }],
    ["v2", "s2", "ann", "2026-03-02"],
    ["v3", "s3", "ann", "2026-03-03", { amount: 30 }],
    ["v4", "s3", "ann", "2026-03-04"],
    ["v5", "s3", "bo", "2026-03-05", { amount: 21 }],
    ["v6", "s3", "bo", "2026-03-06", { amount: 1 }],
  );
  const [found] = check(world, sum(100)).findings;
  expect(found).toMatchObject({ subject: "c", day: "2026-03-05", amount: 500, personIds: ["ann", "bo"] });
  expect(ids(found)).toEqual(["v2", "v3", "v5", "v6"]);
  expect(check(world, sum(103)).findings).toMatchObject([{ day: "2026-03-06" }]);
  expect(check(world, sum(104)).findings).toEqual([]);
});

it("same check as: the other judges for both where it is among the rules", () => {
  const world = log(["v1", "s3", "ann", "2026-03-01"], ["v2", "s2", "ann", "2026-03-02"]);
  const order = rule("order", "sequence", { check: "order" });
  const found = (...rules: Parameters<typeof check>[1][]): string[] =>
    check(world, ...rules).findings.map(({ ruleId }) => ruleId);
  const twin = { ...order, id: "twin", sameCheckAs: "order" };
  expect(found(order, twin)).toEqual(["order"]);
  expect(found(twin)).toEqual(["twin"]);
  expect(found({ ...order, sameCheckAs: "order" })).toEqual(["order"]);
  expect(found({ ...order, sameCheckAs: "twin" }, twin)).toEqual(["order"]);
  expect(found({ ...twin, id: "z", sameCheckAs: "order" }, { ...order, sameCheckAs: "twin" }, twin)).toEqual([
    "order",
  ]);
  const older = { ...twin, version: 2, sameCheckAs: "z" };
  expect(found(older, { ...order, sameCheckAs: null }, twin)).toEqual(["order", "twin"]);
  expect(found({ ...order, inForce: { from: null, until: "2026-01-01" } }, twin)).toEqual([]);
});
