// The oracle against hand-worked expectations: within-authority, sequence, absence.
import { describe, expect, it } from "vitest";
import type { World } from "../../shared/domain/world.ts";
import * as row from "../builders/rows.ts";
import { at, rule } from "../builders/rows.ts";
import { oracle } from "./check.ts";
import { check, ids, purchase } from "./purchase.ts";

describe("within-authority", () => {
  const reasons = [
    "no-post",
    "no-authority",
    "outside-days",
    "over-amount",
    "sub-delegated",
    "no-collective",
  ] as const;
  const act = row.approval("v", "c", "s2", "ann", at("2026-03-02"));
  /** Which single reasons find the act. */
  const reasonsFound = (given: Partial<World>): string[] =>
    reasons.filter(
      (reason) =>
        check(purchase({ approvals: [act], ...given }), rule("r", "within-authority", { reasons: [reason] }))
          .findings.length > 0,
    );
  const seat = [row.assignment("a", "ann", "t1")];
  const other = row.authority("g0", "s1", { postId: "t2" });

  it("says why, one reason each", () => {
    const grant = (given: object): Partial<World> => ({
      assignments: seat,
      authorities: [row.authority("g", "s2", { postId: "t1", ...given })],
    });
    expect(reasonsFound({ authorities: [other] })).toEqual(["no-post"]);
    expect(reasonsFound({ authorities: [other], assignments: seat })).toEqual(["no-authority"]);
    expect(reasonsFound(grant({ until: "2026-03-02" }))).toEqual(["outside-days"]);
    expect(reasonsFound(grant({ upTo: 499 }))).toEqual(["over-amount"]);
    expect(reasonsFound(grant({ over: 500 }))).toEqual(["over-amount"]);
    expect(reasonsFound(grant({ isCollective: true }))).toEqual(["no-collective"]);
    expect(reasonsFound(grant({ upTo: 500 }))).toEqual([]);
  });

  it("follows delegations to somebody who holds the authority", () => {
    const lent = (isSubDelegable: boolean, ...more: World["delegations"]): Partial<World> => ({
      authorities: [row.authority("g", "s2", { personId: "cy", isSubDelegable })],
      delegations: [row.delegation("e", "g", "bo", "ann"), ...more],
    });
    const chain = row.delegation("e2", "g", "cy", "bo");
    expect(reasonsFound(lent(true))).toEqual(["sub-delegated"]);
    expect(reasonsFound(lent(true, chain))).toEqual([]);
    expect(reasonsFound(lent(false, chain))).toEqual(["sub-delegated"]);
    expect(reasonsFound(lent(true, row.delegation("e2", "g", "ann", "bo")))).toEqual(["sub-delegated"]);
  });

  it("shows the candidates that were left, and is not applicable without any authority", () => {
    const world = purchase({
      approvals: [act],
      authorities: [
        row.authority("g2", "s2", { personId: "bo", upTo: 400 }),
        row.authority("g1", "s2", { personId: "ann", upTo: 300 }),
        row.authority("g3", "s2", { personId: "ann", until: "2026-01-01" }),
      ],
      delegations: [row.delegation("e", "g2", "bo", "ann")],
    });
    const all = rule("r", "within-authority", { reasons: [...reasons] });
    expect(ids(check(world, all).findings[0])).toEqual(["v", "g1", "g2", "e"]);
    expect(check(purchase({ approvals: [act] }), all).notApplicable).toEqual(["r"]);
  });
});

describe("sequence", () => {
  it("order: shows every inversion, by time alone", () => {
    const order = rule("r", "sequence", { check: "order" });
    const world = purchase({
      approvals: [
        row.approval("v3", "c", "s3", "ann", at("2026-03-02")),
        row.approval("v2", "c", "s2", "bo", at("2026-03-03")),
        row.approval("v1", "c", "s1", "cy", at("2026-03-03")),
      ],
    });
    const [found] = check(world, order).findings;
    expect(found).toMatchObject({ day: "2026-03-03", subject: "c", personIds: ["ann", "bo", "cy"] });
    expect(ids(found)).toEqual(["v3", "v1", "v2"]);
  });

  it("missing: waits for a required later step or the closing", () => {
    const missing = rule("r", "sequence", { check: "missing", quietDays: 10 });
    const paid = (stepId: string): World =>
      purchase({ approvals: [row.approval("v", "c", stepId, "ann", at("2026-03-02"))] });
    expect(check(paid("s3"), missing).findings).toMatchObject([{ day: "2026-03-02" }]);
    expect(oracle(paid("s4"), [missing], "2026-03-11")).toMatchObject({ findings: [], notYetJudged: 1 });
    expect(oracle(paid("s4"), [missing], "2026-03-12").findings).toMatchObject([{ day: "2026-03-12" }]);
    expect(check(paid("s1"), missing)).toMatchObject({ findings: [], notYetJudged: 0 });
  });

  it("before: the same instant is early enough", () => {
    const before = rule("r", "sequence", { check: "before", earlier: "pay_approve", later: "pay_execute" });
    const paid = (clock: string): World =>
      purchase({
        approvals: [
          row.approval("v3", "c", "s3", "ann", at("2026-03-02", "12:00")),
          row.approval("v2", "c", "s2", "ann", at("2026-03-02", clock)),
        ],
      });
    expect(check(paid("12:00"), before).findings).toEqual([]);
    expect(ids(check(paid("12:01"), before).findings[0])).toEqual(["v3", "v2"]);
  });

  it("back-dated: written down more than the lag later, and overtaken meanwhile", () => {
    const lag = rule("r", "sequence", { check: "back-dated", lagDays: 1 });
    const written = (recordedAt: number): World =>
      purchase({
        approvals: [
          row.approval("v1", "c", "s1", null, at("2026-03-02"), { recordedAt, naturalKey: "key" }),
          row.approval("v2", "c", "s2", "bo", at("2026-03-03", "11:00")),
        ],
      });
    expect(check(written(at("2026-03-03")), lag).findings).toEqual([]);
    expect(check(written(at("2026-03-03") + 1), lag).findings).toMatchObject([
      { groupKey: "c", subject: "c", anchor: "key", day: "2026-03-02", personIds: ["bo"] },
    ]);
    expect(check(purchase(), lag).notApplicable).toEqual(["r"]);
  });
});

describe("absence", () => {
  const act = row.approval("v", "c", "s2", "ann", at("2026-03-02"));
  const found = (given: Partial<World>, ...reasons: ("absent" | "before-joining" | "after-leaving")[]) =>
    check(purchase({ approvals: [act], ...given }), rule("r", "absence", { reasons }));

  it("goes by roster days, and by assignments where the roster says nothing", () => {
    const seat = (from: string, until: string | null): World["assignments"] => [
      row.assignment("a", "ann", "t1", { from, until }),
    ];
    const ended = { assignments: seat("2025-01-01", "2026-03-02") };
    expect(found(ended, "after-leaving").findings).toMatchObject([{ groupKey: "ann", anchor: "v" }]);
    expect(found(ended, "before-joining").findings).toEqual([]);
    expect(found({ assignments: seat("2026-03-03", null) }, "before-joining").findings).toHaveLength(1);
    const people = [row.person("ann", { joinedOn: "2020-01-01", leavesOn: "2026-03-03" })];
    expect(found({ people, ...ended }, "after-leaving", "before-joining").findings).toEqual([]);
  });

  it("puts absence first and shows it", () => {
    const given = {
      assignments: [row.assignment("a", "ann", "t1", { until: "2026-01-01" })],
      absences: [row.absence("b", "ann", "2026-03-02", "2026-03-03")],
    };
    expect(found(given, "after-leaving").findings).toEqual([]);
    expect(ids(found(given, "absent").findings[0])).toEqual(["v", "b"]);
    expect(found({ assignments: given.assignments }, "absent").notApplicable).toEqual(["r"]);
  });
});
