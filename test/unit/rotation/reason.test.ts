// The smallest set of constraints that cannot hold together: nothing in it can be left out.
import { expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { findBottleneck } from "../../../shared/rotation/bottleneck.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import { irreducible, reasonOf as reasonFor } from "../../../shared/rotation/reason.ts";
import { reasonBySolver } from "../../bench/rotation-exact/reason.ts";
import { highsSolver } from "../../bench/rotation-highs.ts";
import { assignment, person, post, relation, tenurePolicy, world } from "../../builders/rows.ts";

const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: "d", ...given });
const problemOf = (given: Partial<World>, options: Partial<RotationOptions> = {}) =>
  rotationProblem(
    world({
      tenurePolicies: [tenurePolicy("high", { limitMonths: 36, minStayMonths: 6, noticeDays: 30 })],
      ...given,
    }),
    { today: "2026-11-22", months: 12, seed: 1, rules: [], share: { of: 1, in: 1 }, ...options },
  );
const reasonOf = (problem: ReturnType<typeof problemOf>) => {
  const proof = findBottleneck(problem, []);
  const reason = proof && reasonFor(problem, proof);
  expect(proof?.because).toEqual(reason?.sentences);
  return reason;
};
const qualified = (...ids: string[]) =>
  ids.map((personId) => ({ id: `q-${personId}`, personId, code: "q", from: "2020-01-01", until: null }));

test("two posts, one who qualifies: the posts and what they ask for, and nothing of the third post", () => {
  const reason = reasonOf(
    problemOf({
      posts: [key("k1", { qualifications: ["q"] }), key("k2", { qualifications: ["q"] }), key("k3")],
      people: ["a", "b", "c", "r", "s"].map((id) => person(id)),
      assignments: ["a", "b", "c"].map((id, at) => assignment(id, id, `k${at + 1}`, { from: "2024-01-15" })),
      qualifications: qualified("r"),
    }),
  );
  expect(reason?.parts).toEqual([
    { type: "held", postId: "k1" },
    { type: "held", postId: "k2" },
    { type: "bar", postId: "k1", bar: "qualification" },
    { type: "bar", postId: "k2", bar: "qualification" },
  ]);
  expect(reason?.sentences.map((it) => it.en)).toContain("k1 asks for q");
});

test("near relatives who alone qualify are part of the reason", () => {
  const reason = reasonOf(
    problemOf({
      posts: [key("k1", { qualifications: ["q"] }), key("k2", { qualifications: ["q"] })],
      people: ["a", "b", "r", "s"].map((id) => person(id)),
      assignments: [
        assignment("1", "a", "k1", { from: "2024-01-15" }),
        assignment("2", "b", "k2", { from: "2024-01-15" }),
      ],
      qualifications: qualified("r", "s"),
      relations: [relation("x", "r", { otherPersonId: "s" })],
    }),
  );
  expect(reason?.parts).toContainEqual({ type: "relations", personIds: ["r", "s"] });
});

test("a share that limits overfill names the department and as few posts as do it", () => {
  const reason = reasonOf(
    problemOf(
      {
        posts: ["k1", "k2", "k3", "k4"].map((id) => key(id, { tenureLimitMonths: id === "k4" ? 60 : 6 })),
        people: ["a", "b", "c", "e", "r", "s", "t"].map((id) => person(id)),
        assignments: ["a", "b", "c", "e"].map((id, at) =>
          assignment(id, id, `k${at + 1}`, { from: "2026-10-15" }),
        ),
        tenurePolicies: [tenurePolicy("high", { minStayMonths: 1, coolingOffMonths: 6, noticeDays: 5 })],
      },
      { months: 24, share: { of: 1, in: 3 } },
    ),
  );
  expect(reason?.parts[0]).toEqual({ type: "share", departmentId: "d" });
  expect(reason?.parts.some((it) => it.type === "held" && it.postId === "k4")).toBe(false);
});

test("what counting does not see the solver refutes, and its reason is irreducible", async () => {
  // r alone may hold k1 and sits at l, which nobody else may hold while they are there: a chain that cannot begin.
  const problem = problemOf({
    posts: [
      key("k1", { qualifications: ["q"] }),
      key("k2", { departmentId: "e", qualifications: ["q"] }),
      key("k3", { departmentId: "f" }),
    ],
    people: ["a", "b", "c", "r"].map((id) => person(id)),
    assignments: ["a", "b", "c"].map((id, at) => assignment(id, id, `k${at + 1}`, { from: "2024-01-15" })),
    qualifications: qualified("r"),
  });
  const solve = await highsSolver();
  const reason = reasonBySolver(problem, solve, 20);
  expect(reason?.isIrreducible).toBe(true);
  expect(reason?.parts).toEqual([
    { type: "held", postId: "k1" },
    { type: "held", postId: "k2" },
  ]);
  expect(
    reasonBySolver(
      {
        ...problem,
        people: problem.people.map((it) => ({
          ...it,
          qualifications: [{ code: "q", from: "2020-01-01", until: null }],
        })),
      },
      solve,
      20,
    ),
  ).toBeNull();
});

test("irreducible leaves out whatever is not needed", () => {
  const needed = new Set([3, 11, 12]);
  const asked: number[] = [];
  const kept = irreducible(
    Array.from({ length: 20 }, (_, at) => at),
    (some) => {
      asked.push(some.length);
      return [...needed].every((it) => some.includes(it));
    },
  );
  expect(kept).toEqual([3, 11, 12]);
  expect(asked.length).toBeLessThan(40);
});
