// What mends an office that nothing fits: the ways in their order, each with the plan that it gives.
import { expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { relaxations } from "../../../shared/rotation/relaxations.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { assignment, person, post, tenurePolicy, world } from "../../builders/rows.ts";

const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: "d", ...given });
const problemOf = (given: Partial<World>) =>
  rotationProblem(
    world({
      tenurePolicies: [tenurePolicy("high", { limitMonths: 36, minStayMonths: 6, noticeDays: 30 })],
      ...given,
    }),
    { today: "2026-11-22", months: 12, seed: 1, units: 3_000, rules: [], share: { of: 1, in: 1 } },
  );
const held = (personId: string, code: string) => ({
  id: `${personId}-${code}`,
  personId,
  code,
  from: "2020-01-01",
  until: null,
});

test("nobody qualifies: audit, shorter notice or training mend it; a wider share does not", () => {
  const problem = problemOf({
    posts: [key("k", { qualifications: ["q"] })],
    people: [person("a"), person("r")],
    assignments: [assignment("1", "a", "k", { from: "2024-02-15" })],
    qualifications: [held("a", "q")],
  });
  const plan = solveToEnd(problem);
  expect(plan.status).toBe("impossible");
  const tried = [...relaxations(problem, plan, solveToEnd, 10)];
  expect(tried.map((it) => [it.type, it.plan.status])).toEqual([
    ["special-audit", "planned"],
    ["share", "impossible"],
    ["notice", "impossible"],
    ["qualification", "planned"],
  ]);
  for (const it of tried.filter((one) => one.plan.status === "planned"))
    expect(validatePlan(it.problem, it.plan)).toEqual([]);
  expect(tried[3]).toMatchObject({ postId: "k", plan: { cost: { arrivals: 1 } } });
  expect(tried[3]?.sentence.en).toContain("1 more could come");
});

test("the tries are counted, and a plan that leaves nothing open has none", () => {
  const problem = problemOf({
    posts: [key("k", { qualifications: ["q"] })],
    people: [person("a"), person("r")],
    assignments: [assignment("1", "a", "k", { from: "2024-02-15" })],
    qualifications: [held("a", "q"), held("r", "q")],
  });
  const plan = solveToEnd(problem);
  expect(plan.status).toBe("planned");
  expect([...relaxations(problem, plan, solveToEnd, 10)]).toEqual([]);
  const none = { ...problem, people: problem.people.filter((it) => it.id === "a") };
  const stuck = solveToEnd(none);
  expect([...relaxations(none, stuck, solveToEnd, 1)]).toHaveLength(1);
});

test("who served there lately, or is bound by a minimum stay, is named", () => {
  const problem = problemOf({
    posts: [key("k", { qualifications: ["q"] }), key("l", { departmentId: "e" })],
    people: [person("a"), person("b"), person("c")],
    assignments: [
      assignment("1", "a", "k", { from: "2024-02-15" }),
      assignment("0", "b", "k", { from: "2022-01-01", until: "2024-02-15" }),
      // Two years are to pass; and whoever sits at l has come too lately to leave.
      assignment("2", "c", "l", { from: "2026-11-01" }),
    ],
    qualifications: [held("a", "q"), held("c", "q")],
    tenurePolicies: [
      tenurePolicy("high", { limitMonths: 36, minStayMonths: 18, coolingOffMonths: 48, noticeDays: 30 }),
    ],
  });
  const plan = solveToEnd(problem);
  expect(plan.cost.unfilled).toBeGreaterThan(0);
  const tried = [...relaxations(problem, plan, solveToEnd, 10)];
  expect(tried.find((it) => it.type === "min-stay")).toMatchObject({ postId: "k", personId: "c" });
  const waived = problemOf({
    posts: [key("k")],
    people: [person("a"), person("b")],
    assignments: [
      assignment("1", "a", "k", { from: "2024-02-15" }),
      assignment("0", "b", "k", { from: "2022-01-01", until: "2026-01-15" }),
    ],
  });
  const back = [...relaxations(waived, solveToEnd(waived), solveToEnd, 10)];
  expect(back.find((it) => it.type === "cooling-off")).toMatchObject({
    personId: "b",
    plan: { status: "planned" },
  });
});
