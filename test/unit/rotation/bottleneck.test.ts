// Proofs that no plan exists, each small enough to be counted by hand; and none where a plan exists.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { findBottleneck } from "../../../shared/rotation/bottleneck.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import { assignment, person, post, relation, tenurePolicy, world } from "../../builders/rows.ts";

const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: "d", ...given });
const policy = tenurePolicy("high", { limitMonths: 36, minStayMonths: 6, noticeDays: 30 });
const provenIn = (given: Partial<World>, options: Partial<RotationOptions> = {}) => {
  const facts = world({ tenurePolicies: [policy], ...given });
  const problem = rotationProblem(facts, {
    today: "2026-11-22",
    months: 24,
    seed: 1,
    rules: [],
    share: { of: 1, in: 1 },
    ...options,
  });
  return findBottleneck(problem, []);
};
const qualified = (...ids: string[]) =>
  ids.map((personId) => ({ id: `q-${personId}`, personId, code: "q", from: "2020-01-01", until: null }));

describe("people", () => {
  const office = (...reserve: string[]): Partial<World> => ({
    posts: [key("k1", { qualifications: ["q"] }), key("k2", { qualifications: ["q"] }), key("k3")],
    people: ["a", "b", "c", ...reserve].map((id) => person(id)),
    assignments: [
      assignment("1", "a", "k1", { from: "2024-01-15" }),
      assignment("2", "b", "k2", { from: "2024-03-15" }),
      assignment("3", "c", "k3", { from: "2026-03-15" }),
    ],
    qualifications: qualified("a", "r", "s"),
  });
  test("two posts due one after the other and one newcomer who qualifies: the second month has too few", () => {
    // b lacks the qualification; a may take over k2, so k1 and k2 have a and r by March: enough.
    expect(provenIn(office("r"))).toBeNull();
    const proof = provenIn({ ...office("r"), qualifications: qualified("r") });
    expect(proof).toMatchObject({ kind: "people", isProof: true, postIds: ["k1", "k2"], personIds: ["r"] });
    expect(proof?.day).toBe("2027-03-31");
    expect(proof?.sentence.en).toContain("The others: are at their limit 2, lack a qualification 1.");
  });
  test("a newcomer who joins too late is not counted", () => {
    const late = office();
    const joining = person("r", { joinedOn: "2027-02-10" });
    const proof = provenIn({
      ...late,
      people: [...(late.people ?? []), joining],
      qualifications: qualified("r"),
    });
    expect(proof).toMatchObject({ day: "2027-01-31", postIds: ["k1"], personIds: [] });
    expect(proof?.sentence.zh).toContain("不在岗或将离开 1 人");
  });
});

test("share: three posts with a limit of six months need more arrivals than one in six months", () => {
  const posts = ["k1", "k2", "k3"].map((id) => key(id, { tenureLimitMonths: 6, riskGrade: "high" }));
  const proof = provenIn(
    {
      posts,
      people: ["a", "b", "c", "r", "s", "t"].map((id) => person(id)),
      assignments: ["a", "b", "c"].map((id, at) => assignment(id, id, `k${at + 1}`, { from: "2026-10-15" })),
      tenurePolicies: [tenurePolicy("high", { minStayMonths: 1, coolingOffMonths: 6, noticeDays: 5 })],
    },
    { share: { of: 1, in: 3 } },
  );
  expect(proof).toMatchObject({ kind: "share", isProof: true, departmentId: "d" });
  expect(proof?.sentence.en).toMatch(
    /at least \d+ arrivals by .* at most 1 fit in any 6 months, so \d in all: /,
  );
});

test("relations: two who qualify are near relatives, so one department can use one of them", () => {
  const given: Partial<World> = {
    posts: [key("k1", { qualifications: ["q"] }), key("k2", { qualifications: ["q"] })],
    people: ["a", "b", "r", "s"].map((id) => person(id)),
    assignments: [
      assignment("1", "a", "k1", { from: "2024-01-15" }),
      assignment("2", "b", "k2", { from: "2024-01-15" }),
    ],
    qualifications: qualified("r", "s"),
  };
  expect(provenIn(given)).toBeNull();
  const proof = provenIn({ ...given, relations: [relation("x", "r", { otherPersonId: "s" })] });
  expect(proof).toMatchObject({ kind: "relations", departmentId: "d", personIds: ["r", "s"] });
  expect(proof?.sentence.en).toContain("r/s");
});
