// The planner on offices small enough to read: who must go, who may come, and what is said when nobody can.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { changeDaysFrom } from "../../../shared/rotation/change-days.ts";
import { explainPlan } from "../../../shared/rotation/explain.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import {
  assignment,
  authority,
  exemption,
  matter,
  person,
  post,
  postDuty,
  relation,
  rule,
  step,
  tenurePolicy,
  world,
} from "../../builders/rows.ts";

const today = "2026-11-22";
const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: `d-${id}`, ...given });
const policy = tenurePolicy("high", { limitMonths: 36, minStayMonths: 12, noticeDays: 30 });
const planFor = (given: Partial<World>, options: Partial<RotationOptions> = {}) => {
  const problem = rotationProblem(world({ tenurePolicies: [policy], ...given }), {
    today,
    months: 12,
    seed: 1,
    units: 20_000,
    rules: [],
    ...options,
  });
  return { problem, plan: solveToEnd(problem) };
};
const swap = (): Partial<World> => ({
  posts: [
    key("k1", { departmentId: "d" }),
    key("k2", { departmentId: "d" }),
    ...["x", "y", "z", "w"].map((id) => key(id, { departmentId: "d" })),
  ],
  people: [person("a"), person("b")],
  assignments: [
    assignment("1", "a", "k1", { from: "2024-01-15" }),
    assignment("2", "b", "k2", { from: "2024-01-15" }),
  ],
});

test("change days are the first working days of the coming months, black-out months left out", () => {
  const calendar = [
    { id: "1", day: "2027-01-01", isWorkday: false, name: "元旦" },
    { id: "2", day: "2027-01-02", isWorkday: true, name: "调休" },
  ];
  expect(changeDaysFrom(today, 3, calendar, [2])).toEqual(["2026-12-01", "2027-01-02"]);
});

describe("what is due", () => {
  test("two holders due in one month change places when nobody is in reserve", () => {
    const { problem, plan } = planFor(swap());
    expect(plan).toMatchObject({ status: "planned", lowerBound: 2, cost: { arrivals: 2, people: 2 } });
    expect(validatePlan(problem, plan)).toEqual([]);
    expect(plan.moves.map((it) => [it.day, it.personId, it.toPostId, it.chain])).toEqual([
      ["2027-01-01", "a", "k2", 1],
      ["2027-01-01", "b", "k1", 1],
    ]);
  });
  test("overdue days before the notice has run are reported, not a breach", () => {
    const { problem, plan } = planFor({
      posts: [key("k")],
      people: [person("a"), person("r")],
      assignments: [assignment("1", "a", "k", { from: "2020-01-15" })],
    });
    expect(plan.status).toBe("planned");
    expect(plan.moves[0]?.day).toBe("2027-01-01");
    expect(plan.unavoidableOverdueDays).toEqual([
      { postId: "k", personId: "a", from: today, until: "2027-01-08", days: 47, why: "notice" },
    ]);
    expect(validatePlan(problem, plan)).toEqual([]);
  });
  test("a department's share lets the riskiest go first and makes the others wait, as unavoidable", () => {
    const { problem, plan } = planFor({
      posts: [key("k1", { departmentId: "d", riskGrade: "low" }), key("k2", { departmentId: "d" })],
      people: [person("a"), person("b"), person("r"), person("s")],
      tenurePolicies: [policy, tenurePolicy("low", { riskGrade: "low" })],
      assignments: [
        assignment("1", "a", "k1", { from: "2020-01-15" }),
        assignment("2", "b", "k2", { from: "2020-01-15" }),
      ],
    });
    const arrivals = plan.moves.filter((it) => it.toPostId !== null).map((it) => [it.day, it.toPostId]);
    expect(arrivals).toEqual([
      ["2027-01-01", "k2"],
      ["2027-07-01", "k1"],
    ]);
    expect(plan.status).toBe("planned");
    expect(plan.unavoidableOverdueDays.map((it) => it.why).sort()).toEqual(["notice", "share"]);
    expect(validatePlan(problem, plan)).toEqual([]);
  });
  test("an exempt holder stays until the exemption ends", () => {
    const { plan } = planFor({
      posts: [key("k")],
      people: [person("a"), person("r")],
      assignments: [assignment("1", "a", "k", { from: "2020-01-15" })],
      exemptions: [exemption("e", "a", "k", "2026-01-01", "2027-05-01")],
    });
    expect(plan.moves[0]?.day).toBe("2027-05-03");
    expect(plan.unavoidableOverdueDays).toMatchObject([{ from: "2027-05-01", days: 9, why: "notice" }]);
  });
  test("somebody who leaves the unit is followed on the last change day before", () => {
    const { problem, plan } = planFor({
      posts: [key("k")],
      people: [person("a", { leavesOn: "2027-03-20" }), person("r")],
      assignments: [assignment("1", "a", "k", { from: "2026-01-15" })],
    });
    expect(plan.moves.map((it) => [it.day, it.personId, it.toPostId])).toEqual([
      // Who leaves by record needs no move.
      ["2027-03-01", "r", "k"],
    ]);
    expect(validatePlan(problem, plan)).toEqual([]);
  });
});

describe("who may come", () => {
  const one: Partial<World> = {
    posts: [key("k"), post("o", { departmentId: "d-k" })],
    assignments: [assignment("1", "a", "k", { from: "2024-01-15" })],
  };
  test("not a relative of somebody in the department", () => {
    const { plan } = planFor({
      ...one,
      people: [person("a"), person("b"), person("r"), person("s")],
      assignments: [...(one.assignments ?? []), assignment("2", "b", "o")],
      relations: [relation("x", "r", { otherPersonId: "b" })],
    });
    expect(plan.moves.find((it) => it.toPostId === "k")?.personId).toBe("s");
  });
  test("not somebody still within the cooling-off", () => {
    const { plan } = planFor({
      ...one,
      people: [person("a"), person("r"), person("s")],
      assignments: [
        ...(one.assignments ?? []),
        assignment("2", "r", "k", { from: "2020-01-01", until: "2025-06-01" }),
      ],
    });
    expect(plan.moves.find((it) => it.toPostId === "k")?.personId).toBe("s");
  });
  test("not somebody who keeps a duty that must never meet the post's", () => {
    const never = rule("n", "never-together", { duties: ["pay", "record"], maxHeld: 1 });
    const { plan } = planFor(
      {
        ...one,
        people: [person("a"), person("r"), person("s")],
        matters: [matter("m")],
        steps: [step("s", "m", 1, "record")],
        postDuties: [postDuty("p", "k", "pay")],
        authorities: [authority("au", "s", { personId: "r" })],
      },
      { rules: [never] },
    );
    expect(plan.moves.find((it) => it.toPostId === "k")?.personId).toBe("s");
  });
  test("not somebody who would review their own open work", () => {
    const { problem, plan } = planFor(
      {
        ...one,
        people: [person("a"), person("r"), person("s")],
        matters: [matter("m")],
        steps: [step("s1", "m", 1, "apply"), step("s2", "m", 2, "approve")],
        authorities: [authority("au", "s2", { postId: "k" })],
      },
      { casesOpen: [{ personId: "r", matterId: "m", duty: "apply", until: "2028-01-01" }] },
    );
    expect(plan.moves.find((it) => it.toPostId === "k")?.personId).toBe("s");
    expect(problem.notApplied.map((it) => it.constraint)).not.toContain("own-work");
  });
  test("a successor's place with a minimum staff is filled in the same chain", () => {
    const { problem, plan } = planFor({
      ...one,
      people: [person("a"), person("b"), person("r")],
      posts: [key("k", { qualifications: ["q"] }), post("o")],
      assignments: [...(one.assignments ?? []), assignment("2", "b", "o")],
      qualifications: [{ id: "q", personId: "b", code: "q", from: "2020-01-01", until: null }],
    });
    expect(plan.moves.find((it) => it.toPostId === "k")?.personId).toBe("b");
    expect(plan.moves.some((it) => it.toPostId === "o")).toBe(true);
    expect(new Set(plan.moves.map((it) => it.chain)).size).toBe(1);
    expect(validatePlan(problem, plan)).toEqual([]);
  });
});

describe("when nothing fits", () => {
  const short = (): Partial<World> => ({
    posts: [key("k1", { qualifications: ["q"] }), key("k2", { qualifications: ["q"] })],
    people: [person("a"), person("b"), person("r")],
    assignments: [
      assignment("1", "a", "k1", { from: "2024-01-15" }),
      assignment("2", "b", "k2", { from: "2024-01-15" }),
    ],
    qualifications: [{ id: "q", personId: "r", code: "q", from: "2020-01-01", until: null }],
  });
  test("the posts and the few people who qualify are named, as a proof", () => {
    const { problem, plan } = planFor(short());
    expect(plan.status).toBe("impossible");
    expect(plan.bottleneck).toMatchObject({
      isProof: true,
      day: "2027-01-31",
      postIds: ["k1", "k2"],
      personIds: ["r"],
    });
    expect(plan.bottleneck?.sentence.zh).toContain("共需 2 名");
    expect(plan.cost.unfilled).toBe(1);
    expect(validatePlan(problem, plan).map((it) => it.constraint)).toEqual(["limit"]);
  });
  test("no proof is claimed where the search alone has failed", () => {
    const { plan } = planFor(
      {
        ...short(),
        posts: [key("k1"), post("o", { departmentId: "d-k1" })],
        people: [person("a"), person("r"), person("b")],
        assignments: [
          assignment("1", "a", "k1", { from: "2024-01-15" }),
          assignment("2", "b", "o", { from: "2024-01-15" }),
        ],
        relations: [relation("x", "r", { otherPersonId: "b" }), relation("y", "a", { otherPersonId: "b" })],
      },
      { lockedPersonIds: ["b"] },
    );
    expect(plan.status).toBe("undecided");
    expect(plan.bottleneck).toMatchObject({ isProof: false, postIds: ["k1"], personIds: ["r"] });
  });
});

test("each move says why it is made, why by this person, and who else could have come", () => {
  const { problem, plan } = planFor({
    posts: [key("k", { name: "出纳" })],
    people: [person("a", { name: "甲" }), person("r", { name: "乙" }), person("s", { name: "丙" })],
    assignments: [assignment("1", "a", "k", { from: "2024-01-15" })],
  });
  const arrival = explainPlan(problem, plan).find((it) => it.move.toPostId === "k");
  const other = arrival?.move.personId === "r" ? "s" : "r";
  expect(arrival?.reason.zh).toContain("甲 任 出纳 将到期（上限 36 个月，2027-01-15 到期）");
  expect(arrival?.reason.en).toContain("limit 36 months, due 2027-01-15");
  expect(arrival?.reason.en).toMatch(/serves beside 甲 for 5 working days, until 2027-/);
  expect(arrival).toMatchObject({ alternativeIds: [other], alternativeCount: 1 });
});

test("where few could come directly, the next best are named with what they would break", () => {
  const { problem, plan } = planFor({
    posts: [key("k", { qualifications: ["q"] }), post("o", { departmentId: "d-k" })],
    people: [person("a"), person("b"), person("r"), person("s")],
    assignments: [assignment("1", "a", "k", { from: "2024-01-15" }), assignment("2", "b", "o")],
    qualifications: ["a", "b", "r"].map((id) => ({
      id: `q-${id}`,
      personId: id,
      code: "q",
      from: "2020-01-01",
      until: null,
    })),
  });
  const arrival = explainPlan(problem, plan).find((it) => it.move.toPostId === "k");
  expect(arrival?.move.personId).toBe("r");
  expect(arrival?.alternatives?.en).toBe(
    "nobody else could come directly that day; next b (would leave o to be filled), s (lacks q)",
  );
});

test("whoever goes early because the share could not take all at once is told so", () => {
  const posts = ["k1", "k2", "k3"].map((id) => key(id, { departmentId: "d" }));
  const { problem, plan } = planFor({
    posts,
    people: ["a", "b", "c", "r", "s", "t"].map((id) => person(id)),
    assignments: ["a", "b", "c"].map((id, at) =>
      assignment(id, id, `k${at + 1}`, { from: at === 2 ? "2024-11-15" : "2024-09-15" }),
    ),
  });
  expect(plan.status).toBe("planned");
  const said = explainPlan(problem, plan).map((it) => it.reason.en);
  expect(said.some((it) => /leaves k\d early .* of d fall due within the 6 months/.test(it))).toBe(true);
});

test("what has no data is listed as not applied", () => {
  const { problem } = planFor({ posts: [key("k", { riskGrade: null })], people: [person("a")] });
  expect(new Set(problem.notApplied.map((it) => it.constraint))).toEqual(
    new Set([
      "change-day",
      "limit",
      "qualification",
      "relations",
      "separation",
      "own-work",
      "posts-held",
      "staffability",
    ]),
  );
});

test("years without a working calendar are named; those with a marked day are not", () => {
  const given = { posts: [key("k")], people: [person("a")] };
  const saidOf = (calendar: World["calendar"]) =>
    planFor({ ...given, calendar }, { months: 26 }).problem.notApplied.find(
      (it) => it.constraint === "change-day",
    )?.reason.zh;
  const day = (of: string) => ({ id: of, day: of, isWorkday: false, name: "元旦" });
  expect(saidOf([day("2026-01-01"), day("2028-01-01")])).toBe(
    "2027、2029 年工作日历尚未登记，按周一至周五计",
  );
  expect(saidOf(["2026", "2027", "2028", "2029"].map((year) => day(`${year}-01-01`)))).toBeUndefined();
});
