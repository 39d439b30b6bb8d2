// The fire drill: who stands in, where a case would have waited, until when, and because of which rule.
import { expect, test } from "vitest";
import { instantOf } from "../../../../shared/domain/day.ts";
import type { Rule } from "../../../../shared/domain/rule.ts";
import type { World } from "../../../../shared/domain/world.ts";
import { bindingRules } from "../../../../shared/rules/analysis/demands.ts";
import { indexFacts } from "../../../../shared/rules/facts.ts";
import { type Absent, type Drill, drill } from "../../../../shared/rules/staffing/drill.ts";
import { drillSolver } from "../../../../shared/staffing/drill-solver.ts";
import * as row from "../../../builders/rows.ts";

const at = (day: string) => instantOf(day, "09:00", "Asia/Shanghai");
/** Ann and Bob may apply, Cai accepts; one case, applied for by Ann on 2 March, accepted by Cai on the 4th. */
const unit = (given: Partial<World> = {}): World =>
  row.world({
    departments: [row.department("d1")],
    matters: [row.matter("m1")],
    steps: [row.step("s1", "m1", 1, "apply"), row.step("s2", "m1", 2, "accept")],
    posts: [row.post("handler"), row.post("section", { level: "section" })],
    people: ["ann", "bob", "cai", "dan"].map((id) => row.person(id)),
    assignments: [
      row.assignment("a1", "ann", "handler"),
      row.assignment("a2", "bob", "handler"),
      row.assignment("a3", "cai", "section"),
    ],
    authorities: [
      row.authority("u1", "s1", { postId: "handler" }),
      row.authority("u2", "s2", { postId: "section" }),
    ],
    cases: [row.caseOf("c1", "m1")],
    approvals: [
      row.approval("e1", "c1", "s1", "ann", at("2026-03-02")),
      row.approval("e2", "c1", "s2", "cai", at("2026-03-04")),
    ],
    ...given,
  });
const apart: Rule = row.rule("S", "separate-duties", { duties: ["apply", "accept"], maxHeld: 1 } as never);

function drilled(world: World, absences: readonly Absent[], rules: readonly Rule[] = [apart]): Drill {
  const view = indexFacts(world, "2026-12-31");
  const period = { from: "2026-01-01", until: "2027-01-01" };
  const run = drill(view, bindingRules(view, rules), { absences, period }, drillSolver(100_000));
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}
const out = (personId: string, from = "2026-03-01", until = "2026-03-11"): Absent => ({
  personId,
  from,
  until,
});
const told = ({ stalls }: Drill) =>
  stalls.map(({ step, from, until, barred, rules }) => ({
    step: step.id,
    from,
    until,
    barred,
    rules: rules.map(({ id }) => id),
  }));

test("a case that needs nobody of those taken out is not asked", () => {
  expect(drilled(unit(), [out("dan")])).toEqual({ cases: 0, stalls: [], undecided: 0 });
  expect(drilled(unit(), [out("ann", "2026-03-03")]).cases).toBe(0);
});

test("where somebody else may, the case goes on", () => {
  expect(drilled(unit(), [out("ann")])).toEqual({ cases: 1, stalls: [], undecided: 0 });
});

test("where nobody else may, it waits until the person is back", () => {
  expect(told(drilled(unit(), [out("cai")]))).toEqual([
    { step: "s2", from: "2026-03-04", until: "2026-03-11", barred: [], rules: [] },
  ]);
});

test("whoever a rule bars in this case is no stand-in, and the rule is named", () => {
  const world = unit({
    authorities: [...unit().authorities, row.authority("u3", "s2", { postId: "handler" })],
  });
  // Ann applied: she may not accept; Bob may.
  expect(told(drilled(world, [out("cai")]))).toEqual([]);
  expect(told(drilled(world, [out("cai"), out("bob")]))).toEqual([
    { step: "s2", from: "2026-03-04", until: "2026-03-11", barred: ["ann"], rules: ["S"] },
  ]);
  expect(told(drilled(world, [out("cai"), out("bob")], []))).toEqual([]);
});

test("stand-ins are chosen with the whole of what was done in view", () => {
  // Bob alone can stand in for both; that would break the rule, so the second step waits.
  const world = unit({
    assignments: [...unit().assignments, row.assignment("a4", "bob", "section")],
  });
  expect(told(drilled(world, [out("ann"), out("cai")]))).toEqual([
    { step: "s2", from: "2026-03-04", until: "2026-03-11", barred: ["bob"], rules: ["S"] },
  ]);
});

test("what waits makes the rest wait, and real absences count", () => {
  const world = unit({ absences: [row.absence("b", "cai", "2026-03-11", "2026-03-20")] });
  const alone = { ...world, assignments: world.assignments.filter(({ id }) => id !== "a2") };
  expect(told(drilled(alone, [out("ann")]))).toEqual([
    { step: "s1", from: "2026-03-02", until: "2026-03-11", barred: [], rules: [] },
    { step: "s2", from: "2026-03-11", until: "2026-03-20", barred: [], rules: [] },
  ]);
});

test("without an end of what keeps it, a case waits without one", () => {
  const leaving = unit({
    assignments: unit().assignments.map((one) => (one.id === "a3" ? { ...one, until: "2026-03-05" } : one)),
    people: ["ann", "bob", "dan"]
      .map((id) => row.person(id))
      .concat(row.person("cai", { leavesOn: "2026-03-05" })),
  });
  expect(told(drilled(leaving, [out("cai")]))[0]).toMatchObject({ step: "s2", until: null });
});

test("what the log broke in truth is no news of the drill", () => {
  const world = unit({
    approvals: [
      row.approval("e1", "c1", "s1", "ann", at("2026-03-02")),
      row.approval("e2", "c1", "s2", "ann", at("2026-03-04")),
    ],
    authorities: [...unit().authorities, row.authority("u3", "s2", { postId: "handler" })],
  });
  expect(drilled(world, [out("ann", "2026-03-04", "2026-03-11")]).stalls).toEqual([]);
});
