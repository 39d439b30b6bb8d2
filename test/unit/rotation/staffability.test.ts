// Matters stay staffable, and forced leaves are placed well: on offices small enough to read.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import type { PlannedLeave } from "../../../shared/rotation/plan.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import { matterTouchedBy } from "../../../shared/rotation/staffable.ts";
import { type JudgedPlan, validatePlan } from "../../../shared/rotation/validate.ts";
import {
  absence,
  assignment,
  authority,
  matter,
  person,
  post,
  relation,
  rule,
  step,
  tenurePolicy,
  world,
} from "../../builders/rows.ts";

const today = "2026-11-22";
const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: `d-${id}`, ...given });
const apart = rule("apart", "separate-duties", { duties: ["apply", "approve"], maxHeld: 1 });
/** A matter of two steps: `b` on the post `o` applies, `a` on the key post `k` approves. */
const office: Partial<World> = {
  tenurePolicies: [tenurePolicy("high", { limitMonths: 36, minStayMonths: 0, noticeDays: 30 })],
  posts: [key("k"), post("o", { minStaff: 0, departmentId: "d-o" })],
  people: ["a", "b", "r", "s"].map((id) => person(id)),
  assignments: [assignment("1", "a", "k", { from: "2024-06-15" }), assignment("2", "b", "o")],
  matters: [matter("m", { name: "付款" })],
  steps: [step("s1", "m", 1, "apply"), step("s2", "m", 2, "approve")],
  authorities: [authority("u1", "s1", { postId: "o" }), authority("u2", "s2", { postId: "k" })],
};
function problemOf(given: Partial<World>, options: Partial<RotationOptions> = {}) {
  return rotationProblem(world({ ...office, ...given }), {
    today,
    months: 12,
    seed: 1,
    rules: [apart],
    ...options,
  });
}
type Line = [day: string, personId: string, from: string | null, to: string | null];
const movesOf = (lines: readonly Line[]): JudgedPlan["moves"] =>
  lines.map(([day, personId, fromPostId, toPostId]) => ({ day, personId, fromPostId, toPostId }));
/** "from until matter" of each breach of staffability. */
const unstaffed = (given: Partial<World>, lines: readonly Line[], options: Partial<RotationOptions> = {}) =>
  validatePlan(problemOf(given, options), { moves: movesOf(lines) })
    .filter((it) => it.constraint === "staffability")
    .map((it) => `${it.from} ${it.until} ${it.matter?.zh}`);
const handover: Line[] = [
  ["2027-06-01", "r", null, "k"],
  ["2027-06-08", "a", "k", null],
];

describe("staffability", () => {
  test("a handover with its overlap leaves the matter staffed", () => {
    expect(unstaffed({}, handover)).toEqual([]);
  });
  test("a place left empty that a step needs does not, until it is filled again", () => {
    const lines: Line[] = [
      ["2027-06-01", "b", "o", null],
      ["2027-08-02", "s", null, "o"],
    ];
    expect(unstaffed({}, lines)).toEqual(["2027-06-01 2027-08-02 付款"]);
  });
  test("nobody does both duties: whoever may apply by their own grant cannot be the only one to approve", () => {
    const given = {
      authorities: [authority("u1", "s1", { personId: "r" }), authority("u2", "s2", { postId: "k" })],
    };
    expect(unstaffed(given, handover)).toEqual(["2027-06-08 2027-06-09 付款"]);
    expect(unstaffed(given, handover, { rules: [] })).toEqual([]);
  });
  test("a newcomer decides once the overlap is over", () => {
    const two = rule("two", "two-person", { duty: "approve", minPersons: 2, isOdd: false });
    const given: Partial<World> = {
      // One place of the key post is empty: who comes there is more than the post has today.
      posts: [key("k", { headcount: 2 }), post("p", { minStaff: 0 }), post("o", { minStaff: 0 })],
      assignments: [
        assignment("1", "a", "k", { from: "2026-01-15" }),
        assignment("2", "b", "p"),
        assignment("3", "s", "o"),
      ],
      authorities: [
        authority("u1", "s1", { postId: "o" }),
        authority("u2", "s2", { postId: "k" }),
        authority("u3", "s2", { postId: "p" }),
      ],
    };
    const rules = { rules: [two] };
    const comes: Line = ["2027-06-01", "r", null, "k"];
    expect(unstaffed(given, [comes, ["2027-07-01", "b", "p", null]], rules)).toEqual([]);
    expect(unstaffed(given, [comes, ["2027-06-01", "b", "p", null]], rules)).toEqual([
      "2027-06-01 2027-06-02 付款",
    ]);
  });
  test("who is away without a known end decides nothing", () => {
    const gone = { absences: [absence("x", "b", "2027-05-20", null)] };
    expect(unstaffed(gone, handover)).toEqual(["2027-06-01 2027-06-09 付款"]);
    expect(unstaffed({ absences: [absence("x", "b", "2027-05-20", "2027-12-01")] }, handover)).toEqual([]);
  });
  test("each tier is judged by itself, at its upper bound", () => {
    const given = {
      posts: [key("k"), key("l"), post("o", { minStaff: 0 })],
      assignments: [...(office.assignments ?? []), assignment("3", "s", "l", { from: "2026-06-15" })],
      authorities: [
        authority("u1", "s1", { postId: "o" }),
        authority("u2", "s2", { postId: "k", upTo: 5_000_000 }),
        authority("u3", "s2", { postId: "l", over: 5_000_000 }),
      ],
    };
    expect(problemOf(given).matters.map(({ over, upTo }) => [over, upTo])).toEqual([
      [null, 5_000_000],
      [5_000_000, null],
    ]);
    expect(unstaffed(given, [["2027-06-01", "s", "l", null]])).toEqual([
      "2027-06-01 2027-06-02 付款（超过 5 万元）",
    ]);
  });
  test("what today's holders cannot staff is named and not judged", () => {
    const problem = problemOf({ assignments: [assignment("1", "a", "k", { from: "2024-06-15" })] });
    expect(problem.matters).toEqual([]);
    expect(problem.notApplied.find((it) => it.constraint === "staffability")?.reason.zh).toBe(
      "今日任职人已配不齐，不再判断：付款",
    );
  });
  test("the order of rows and rules carries no meaning", () => {
    const two = rule("two", "two-person", { duty: "approve", minPersons: 2, isOdd: false });
    const turned = Object.fromEntries(
      Object.entries(world({ ...office, people: [person("a"), person("b")] })).map(([name, rows]) => [
        name,
        Array.isArray(rows) ? rows.toReversed() : rows,
      ]),
    );
    const straight = problemOf({ people: [person("a"), person("b")] }, { rules: [apart, two] });
    expect(problemOf(turned, { rules: [two, apart] })).toEqual(straight);
    expect(structuredClone(straight)).toEqual(straight);
  });
  test("a matter is touched by the posts that its seats name", () => {
    const { matters } = problemOf({});
    expect(matterTouchedBy(matters)(["k", "elsewhere"])).toEqual([0]);
    expect(matterTouchedBy(matters)(["elsewhere"])).toEqual([]);
  });
});

describe("forced leave", () => {
  const demand = {
    id: "f",
    personId: "a",
    postId: "k",
    workingDays: 10,
    from: "2027-02-01",
    until: "2027-07-01",
  };
  const placed = (given: Partial<PlannedLeave> = {}): PlannedLeave => ({
    demandId: "f",
    personId: "a",
    postId: "k",
    from: "2027-03-01",
    until: "2027-03-15",
    standInId: "r",
    ...given,
  });
  const troubles = (
    leave: PlannedLeave,
    given: Partial<World> = {},
    options: Partial<RotationOptions> = {},
  ) =>
    validatePlan(problemOf(given, { leaves: [demand], ...options }), {
      moves: movesOf(handover),
      leaves: [leave],
      unmetLeaveIds: [],
    })
      .filter((it) => it.constraint === "forced-leave")
      .map((it) => it.sentence.zh.replace(/^.*强制休假：/, ""));

  test("ten working days with a stand-in who may", () => {
    expect(troubles(placed())).toEqual([]);
    expect(troubles(placed({ until: "2027-03-12" }))).toEqual(["只有 9 个工作日，须 10 个"]);
  });
  test("not while a successor is beside the leaver", () => {
    expect(troubles(placed({ from: "2027-05-18", until: "2027-06-01" }))).toEqual([]);
    expect(troubles(placed({ from: "2027-05-19", until: "2027-06-02" }))).toContain("与交接重叠期相碰");
    expect(troubles(placed({ from: "2027-06-01", until: "2027-06-15" }))).toContain("休假期间并非一直在该岗");
  });
  test("the stand-in is there, qualified and not related", () => {
    expect(troubles(placed(), { absences: [absence("x", "r", "2027-03-10", "2027-03-11")] })).toEqual([
      "代岗人有不在的日子",
    ]);
    const asked = { posts: [key("k", { qualifications: ["q"] }), post("o", { minStaff: 0 })] };
    expect(troubles(placed(), asked)).toContain("代岗人不具备该岗的任职资格");
    const interest = { relations: [relation("x", "r", { otherPersonId: "a", type: "economic_interest" })] };
    expect(troubles(placed(), interest)).toEqual(["代岗人与本人有回避关系"]);
  });
  test("holds no duties that never go together, and reviews nothing of their own", () => {
    const never = rule("n", "never-together", { duties: ["apply", "approve"], maxHeld: 1 });
    expect(troubles(placed({ standInId: "b" }), {}, { rules: [never] })).toContain("代岗人会兼任不相容职责");
    const casesOpen = [{ personId: "r", matterId: "m", duty: "apply", until: "2027-03-02" }];
    expect(troubles(placed(), {}, { casesOpen })).toEqual(["代岗人会复核本人经办的在办件"]);
  });
  test("matters stay staffable with the stand-in in the person's place", () => {
    expect(troubles(placed({ standInId: "b" }))).toEqual(["有事项办不成：付款"]);
  });
  test("one that is placed already stands: what the plan makes wrong of it is told, what was wrong before is not", () => {
    const found = (leave: PlannedLeave) =>
      validatePlan(problemOf({}, { placed: [leave] }), { moves: movesOf(handover) })
        .filter((it) => it.constraint === "forced-leave")
        .map((it) => it.sentence.zh.replace(/^.*强制休假：/, ""));
    expect(found(placed())).toEqual([]);
    expect(found(placed({ from: "2027-05-19", until: "2027-06-02" }))).toEqual(["与交接重叠期相碰"]);
    expect(found(placed({ standInId: "b" }))).toEqual([]);
  });
  test("what was not asked for, or placed twice, or forgotten is told", () => {
    expect(troubles(placed({ demandId: "other" }))).toEqual([
      "没有这样的休假要求，或已另行安排",
      expect.stringContaining("没有安排"),
    ]);
    const plan = { moves: movesOf(handover), leaves: [], unmetLeaveIds: ["f"] };
    expect(validatePlan(problemOf({}, { leaves: [demand] }), plan)).toEqual([]);
  });
});
