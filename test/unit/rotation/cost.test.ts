// What a plan costs, figure by figure, and which of two plans is better.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { costOrder, isBetter, judge } from "../../../shared/rotation/cost.ts";
import type { PlanCost } from "../../../shared/rotation/plan.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { assignment, person, post, tenurePolicy, world } from "../../builders/rows.ts";

const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: `d-${id}`, ...given });
const office: Partial<World> = {
  tenurePolicies: [tenurePolicy("high", { limitMonths: 36, noticeDays: 30 })],
  posts: [key("k"), key("l")],
  people: ["a", "b", "r", "s"].map((id) => person(id)),
  assignments: [
    assignment("1", "a", "k", { from: "2024-06-15" }),
    assignment("2", "b", "l", { from: "2024-06-15" }),
  ],
};
type Line = [day: string, personId: string, from: string | null, to: string | null];
const movesOf = (lines: readonly Line[]): BareMove[] =>
  lines.map(([day, personId, fromPostId, toPostId]) => ({ day, personId, fromPostId, toPostId }));
function costOf(
  given: Partial<World>,
  lines: readonly Line[],
  options: Partial<RotationOptions> = {},
): PlanCost {
  const problem = rotationProblem(world({ ...office, ...given }), {
    today: "2026-11-22",
    months: 12,
    seed: 1,
    rules: [],
    ...options,
  });
  return judge(problem, movesOf(lines)).cost;
}
const handovers: Line[] = [
  ["2027-06-01", "r", null, "k"],
  ["2027-06-01", "s", null, "l"],
  ["2027-06-08", "a", "k", null],
  ["2027-06-08", "b", "l", null],
];
const swap: Line[] = [
  ["2027-06-01", "a", "k", "l"],
  ["2027-06-01", "b", "l", "k"],
];

describe("a figure", () => {
  test("unfilled: places over their handBy, and places that are empty", () => {
    expect(costOf({}, []).unfilled).toBe(2);
    expect(costOf({}, handovers).unfilled).toBe(0);
    expect(costOf({}, handovers.slice(1)).unfilled).toBe(1);
  });
  test("arrivals on key posts, people, and squared moves of each", () => {
    expect(costOf({}, handovers)).toMatchObject({ arrivals: 2, people: 4, unevenness: 4 });
    const back: Line[] = [...handovers, ["2027-07-01", "a", null, "o"]];
    expect(costOf({ posts: [key("k"), key("l"), post("o")] }, back)).toMatchObject({
      arrivals: 2,
      people: 4,
      unevenness: 7,
    });
  });
  test("without overlap: leavings of key posts in closed cycles", () => {
    expect(costOf({}, swap)).toMatchObject({ withoutOverlap: 2, arrivals: 2, people: 2 });
    expect(costOf({}, handovers).withoutOverlap).toBe(0);
    const none = [tenurePolicy("high", { limitMonths: 36, noticeDays: 30, overlapDays: 0 })];
    expect(costOf({ tenurePolicies: none }, swap).withoutOverlap).toBe(0);
  });
  test("risk days: whoever is due at the first change day, weighted by risk", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2023-06-15" })] };
    const later: Line[] = [
      ["2027-01-01", "r", null, "k"],
      ["2027-01-08", "a", "k", null],
    ];
    expect(costOf(given, later).riskDays).toBe(3 * 38);
    expect(costOf({}, handovers).riskDays).toBe(0);
  });
  test("the longest wait over the limit, what notice excuses included", () => {
    const given = { assignments: [assignment("1", "a", "k", { from: "2023-06-15" })] };
    const moves: Line[] = [
      ["2027-01-01", "r", null, "k"],
      ["2027-01-08", "a", "k", null],
    ];
    expect(costOf(given, moves)).toMatchObject({ unfilled: 0, longestWait: 47 });
  });
  test("falls in level and changes of site, where both are known", () => {
    const posts = [key("k", { level: "section" }), key("l", { level: "handler" })];
    expect(costOf({ posts }, swap).levelFalls).toBe(1);
    const people = [person("a", { site: "east" }), person("b", { site: "west" }), person("r"), person("s")];
    expect(costOf({ people }, swap).siteChanges).toBe(2);
    expect(costOf({ people: [person("a", { site: "east" }), person("b")] }, swap).siteChanges).toBe(0);
  });
  test("changed: announced moves that are not kept, and moves of people for whom none was announced", () => {
    expect(costOf({}, handovers).changed).toBe(0);
    const announced = movesOf(handovers);
    expect(costOf({}, handovers, { wishes: { announced } }).changed).toBe(0);
    const other: Line[] = [
      ["2027-05-03", "r", null, "k"],
      ...handovers.slice(1, 3),
      ["2027-06-08", "b", "l", null],
    ];
    expect(costOf({}, other, { wishes: { announced } }).changed).toBe(1);
    expect(costOf({}, handovers, { wishes: { announced: announced.slice(0, 1) } }).changed).toBe(3);
    expect(costOf({}, [], { wishes: { announced } }).changed).toBe(4);
  });
});

test("plans are compared figure by figure, the first that differs decides", () => {
  const zero = Object.fromEntries(costOrder.map((name) => [name, 0])) as unknown as PlanCost;
  costOrder.forEach((name, at) => {
    const later = Object.fromEntries(costOrder.slice(at + 1).map((it) => [it, 9]));
    expect(isBetter({ ...zero, ...later }, { ...zero, [name]: 1 }), name).toBe(true);
    expect(isBetter({ ...zero, [name]: 1 }, { ...zero, ...later }), name).toBe(false);
  });
  expect(isBetter(zero, zero)).toBe(false);
});
