// The rows that the fast check must keep where nothing but one rule asks for them: acts for others, cases whose order is in doubt, steps of other matters.
import { expect, it } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import type { World } from "../../../shared/domain/world.ts";
import { fastAnswer } from "../../builders/packed.ts";
import * as row from "../../builders/rows.ts";

const today = "2026-06-30";
function foundFast(world: World, rule: Rule): string[] {
  const { fast, whole } = fastAnswer({ world, rules: [rule], today });
  expect(fast).toEqual(whole);
  return fast.findings.map(({ subject, basis, evidence }) =>
    [subject, basis, ...evidence.filter(({ kind }) => kind === "approval").map(({ id }) => id)].join(" "),
  );
}
const base = {
  matters: [row.matter("m1"), row.matter("m2")],
  steps: [
    row.step("s1", "m1", 1, "doc_make"),
    row.step("s2", "m1", 2, "accept"),
    row.step("x2", "m2", 2, "accept"),
  ],
  people: [row.person("p1"), row.person("p2")],
  cases: [row.caseOf("c1", "m1"), row.caseOf("c2", "m1")],
};
const duties = { duties: ["doc_make", "accept"], maxHeld: 1 };

it("never-together: acts of one's own, for one, and by a borrower, in cases of their own", () => {
  const together = row.rule("together", "never-together", duties);
  const holding = {
    ...base,
    authorities: ["s1", "s2"].map((step) =>
      row.authority(`u${step}`, step, { personId: "p1", from: "2026-01-01" }),
    ),
  };
  const acts = (actor: string, given: { onBehalfOfId?: string }) => [
    // Before anything is held: not counted, and not in the way of what is.
    row.approval("v0", "c1", "s1", actor, row.at("2025-12-01"), given),
    row.approval("v1", "c1", "s1", actor, row.at("2026-03-01"), given),
    row.approval("v2", "c2", "s2", actor, row.at("2026-03-02"), given),
  ];
  // Nor is what decides nothing.
  const filed = row.approval("v00", "c1", "s1", "p1", row.at("2026-02-01"), { action: "read" });
  const own = row.world({ ...holding, approvals: [filed, ...acts("p1", {})] });
  expect(foundFast(own, together)).toEqual(["p1 actual v1 v2"]);
  const behalf = row.world({ ...holding, approvals: acts("p2", { onBehalfOfId: "p1" }) });
  expect(foundFast(behalf, together)).toEqual(["p1 actual v1 v2"]);
  // The borrower holds one duty alone: only the lender's conflict asks for the second act.
  const delegations = [row.delegation("d1", "us2", "p1", "p2", { from: "2026-02-01", until: "2026-05-01" })];
  const [, v1, v2] = acts("p1", {});
  const lent = row.world({ ...holding, delegations, approvals: [v1!, { ...v2!, personId: "p2" }] });
  expect(foundFast(lent, together)).toEqual(["p1 actual v1 v2"]);
});

it("dated cases: whether a case was rejected is in doubt until its rows are read", () => {
  const split = row.rule("split", "split-amount", { test: "statutory", threshold: 1000, minCases: 2 });
  const given = { amount: 600, category: "A", budgetProject: "P", departmentId: "d1", requesterId: "p1" };
  const tied = (approveKey: string, rejectKey: string) =>
    row.world({
      ...base,
      departments: [row.department("d1")],
      cases: ["c1", "c2"].map((id) =>
        row.caseOf(id, "m1", { ...given, method: "inquiry", openedOn: "2026-03-01" }),
      ),
      approvals: [
        row.approval("v1", "c2", "s1", "p1", row.at("2026-03-02"), { naturalKey: approveKey }),
        row.approval("v2", "c2", "s1", "p2", row.at("2026-03-02"), {
          naturalKey: rejectKey,
          action: "reject",
        }),
      ],
    });
  expect(foundFast(tied("b", "a"), split)).toHaveLength(1);
  expect(foundFast(tied("a", "b"), split)).toEqual([]);
});

it("an act on a step of another matter counts in its case", () => {
  const approvals = [
    row.approval("v1", "c1", "s1", "p1", row.at("2026-03-01")),
    row.approval("v2", "c1", "x2", "p1", row.at("2026-03-02")),
  ];
  const separate = row.rule("separate", "separate-duties", duties);
  expect(foundFast(row.world({ ...base, approvals }), separate)).toEqual(["p1 actual v1 v2"]);
});

it("a matter of more steps than a number has bits is folded whole", () => {
  const steps = Array.from({ length: 40 }, (_, nth) =>
    row.step(`s${nth}`, "m1", nth + 1, nth === 3 ? "accept" : "record", { isRequired: nth === 35 }),
  );
  const done = (id: string, step: string, day: string) => row.approval(id, "c1", step, "p1", row.at(day));
  const wide = (...approvals: World["approvals"]) => row.world({ ...base, steps, approvals });
  const missing = row.rule("missing", "sequence", { check: "missing", quietDays: 10 });
  // The step that shares its bit with the required one was done.
  expect(foundFast(wide(done("v1", "s3", "2026-03-01"), done("v2", "s38", "2026-03-02")), missing)).toEqual([
    "c1 actual v2",
  ]);
});

it("cases at the edge: one fen above a large sum, exactly the seconds, a terminal with another act between", () => {
  const one = { ...base, cases: [row.caseOf("c1", "m1")] };
  const act = (id: string, step: string, person: string, clock: string, given = {}) =>
    row.approval(id, "c1", step, person, row.at("2026-03-02", clock), given);
  const sum = row.rule("sum", "sequence", {
    check: "sum-over",
    base: "doc_make",
    added: "accept",
    permille: 1000,
  });
  const paid = (amount: number) =>
    row.world({
      ...one,
      approvals: [
        act("v1", "s1", "p1", "09:00", { amount: 20_000_000_000 }),
        act("v2", "s2", "p1", "10:00", { amount }),
      ],
    });
  expect(foundFast(paid(20_000_000_001), sum)).toEqual(["c1 actual v1 v2"]);
  expect(foundFast(paid(20_000_000_000), sum)).toEqual([]);

  const pair = { earlier: "doc_make", later: "accept" };
  const quick = row.rule("quick", "tempo", { check: "fast", ...pair, seconds: 60, minActs: 1 });
  const apart = (clock: string) =>
    row.world({ ...one, approvals: [act("v1", "s1", "p1", "09:00"), act("v2", "s2", "p2", clock)] });
  expect(foundFast(apart("09:01"), quick)).toEqual(["p2 actual v1 v2"]);
  expect(foundFast(apart("09:01:00.001"), quick)).toEqual([]);

  const terminal = row.rule("terminal", "tempo", { check: "same-terminal", minutes: 5 });
  const shared = row.world({
    ...one,
    approvals: [
      act("v1", "s1", "p1", "09:00", { terminal: "T1" }),
      act("v2", "s1", "p2", "09:01"),
      act("v3", "s2", "p2", "09:02", { terminal: "T1" }),
    ],
  });
  expect(foundFast(shared, terminal)).toEqual(["T1 actual v1 v3"]);
});

it("tempo: a burst in rows of any order, to the last second", () => {
  const burst = row.rule("burst", "tempo", { check: "burst", count: 3, minutes: 2 });
  const act = (id: string, of: string, clock: string) =>
    row.approval(id, of, "s1", "p1", row.at("2026-03-02", clock), { action: "approve" });
  const world = (last: string) =>
    row.world({
      ...base,
      approvals: [act("v3", "c1", last), act("v1", "c2", "09:00"), act("v2", "c1", "09:01")],
    });
  expect(foundFast(world("09:02"), burst)).toEqual(["p1 actual v1 v2 v3"]);
  expect(foundFast(world("09:02:00.001"), burst)).toEqual([]);
});

it("tenure: the act that counts is not the first: exempt, of another matter, from another post", () => {
  const limit = row.rule("limit", "tenure", { check: "limit" });
  const key = row.post("k1", { isKey: true, tenureLimitMonths: 36 });
  const act = (id: string, of: string, step: string, day: string, given = {}) =>
    row.approval(id, of, step, "p1", row.at(day), given);
  const held = {
    ...base,
    posts: [key, row.post("k3")],
    cases: [...base.cases, row.caseOf("c3", "m2")],
    assignments: [row.assignment("a1", "p1", "k1", { from: "2023-03-31" })],
  };
  const late = act("v2", "c1", "s1", "2026-05-10");
  const exempt = row.world({
    ...held,
    exemptions: [row.exemption("e1", "p1", "k1", "2026-03-01", "2026-05-01")],
    approvals: [act("v1", "c2", "s1", "2026-04-10"), late],
  });
  expect(foundFast(exempt, limit)).toEqual(["p1 actual v2"]);
  const elsewhere = row.world({ ...held, approvals: [act("v1", "c3", "x2", "2026-04-10"), late] });
  expect(
    foundFast(elsewhere, { ...limit, scope: { areas: null, matters: [held.matters[0]!.code] } }),
  ).toEqual(["p1 actual v2"]);
  const other = row.world({
    ...held,
    approvals: [act("v1", "c2", "s1", "2026-04-10", { postId: "k3" }), late],
  });
  expect(foundFast(other, limit)).toEqual(["p1 actual v2"]);
});

it("tenure: whoever is overdue on two posts is watched on the days of both, in either order", () => {
  const limit = row.rule("limit", "tenure", { check: "limit" });
  const key = { isKey: true, tenureLimitMonths: 36 };
  const assignments = [
    row.assignment("a1", "p1", "k1", { from: "2023-03-31" }),
    row.assignment("a2", "p1", "k2", { from: "2022-01-01", until: "2025-06-01" }),
  ];
  const approvals = [
    row.approval("v1", "c1", "s1", "p1", row.at("2025-03-10"), { postId: "k2" }),
    row.approval("v2", "c2", "s1", "p1", row.at("2026-05-10"), { postId: "k1" }),
  ];
  for (const held of [assignments, assignments.toReversed()]) {
    const both = { ...base, posts: [row.post("k1", key), row.post("k2", key)], assignments: held, approvals };
    expect(foundFast(row.world(both), limit).sort()).toEqual(["p1 actual v1", "p1 actual v2"]);
  }
});
