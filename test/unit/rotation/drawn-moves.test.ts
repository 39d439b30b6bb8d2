// Moves drawn by hand: ways to swap somebody in, chains, the strip of months, the difference of two plans.
import { expect, test } from "vitest";
import { numberChains } from "../../../shared/rotation/chains.ts";
import { differencesOf } from "../../../shared/rotation/plan-difference.ts";
import { rotationProblem } from "../../../shared/rotation/problem.ts";
import { stripOf } from "../../../shared/rotation/strip.ts";
import { waysToSwap } from "../../../shared/rotation/swapped.ts";
import { assignment, department, person, post, tenurePolicy, world } from "../../builders/rows.ts";

const move = (day: string, personId: string, fromPostId: string | null, toPostId: string | null) => ({
  day,
  personId,
  fromPostId,
  toPostId,
});
// b comes to k1 and c follows b; a, who was on k1, goes to reserve five working days later.
const chain = [
  move("2026-06-01", "c", null, "k2"),
  move("2026-06-08", "b", "k2", "k1"),
  move("2026-06-15", "a", "k1", null),
];
const later = move("2027-06-01", "b", "k1", null);

test("who comes instead leaves the other where they were, without those who followed, or with", () => {
  const [alone, kept, toReserve, ...more] = waysToSwap([...chain, later], {
    postId: "k1",
    day: "2026-06-08",
    personId: "d",
    fromPostId: null,
  });
  const arrival = move("2026-06-08", "d", null, "k1");
  const taken = move("2027-06-01", "d", "k1", null);
  expect(alone).toEqual([chain[2], taken, arrival]);
  expect(kept).toEqual([chain[0], chain[2], taken, arrival]);
  expect(toReserve).toEqual([chain[0], chain[2], taken, arrival, move("2026-06-08", "b", "k2", null)]);
  expect(more).toEqual([]);
});

test("two may exchange their places", () => {
  const ways = waysToSwap(chain, { postId: "k1", day: "2026-06-08", personId: "e", fromPostId: "k3" });
  expect(ways.at(-1)).toContainEqual(move("2026-06-08", "b", "k2", "k3"));
  expect(ways.at(-1)).toContainEqual(move("2026-06-08", "e", "k3", "k1"));
});

const facts = world({
  departments: [department("d1")],
  posts: ["k1", "k2", "k3"].map((id) => post(id, { isKey: true, riskGrade: "high", tenureLimitMonths: 36 })),
  people: ["a", "b", "c", "d", "e"].map((id) => person(id)),
  assignments: [
    assignment("1", "a", "k1", { from: "2024-01-01" }),
    assignment("2", "b", "k2", { from: "2024-01-01" }),
    assignment("3", "e", "k3", { from: "2024-01-01" }),
  ],
  tenurePolicies: [tenurePolicy("high", { overlapDays: 5 })],
});
const problem = rotationProblem(facts, {
  today: "2026-03-05",
  months: 12,
  seed: 1,
  rules: [],
  blackOutMonths: [7],
});

test("moves of one chain hang together over the overlap of a handover", () => {
  const numbered = numberChains(problem, [...chain, later, move("2026-06-01", "d", null, "k3")]);
  expect(numbered.map(({ personId, day, chain: number }) => [personId, day, number])).toEqual([
    ["c", "2026-06-01", 1],
    ["d", "2026-06-01", 2],
    ["b", "2026-06-08", 1],
    ["a", "2026-06-15", 1],
    ["b", "2027-06-01", 3],
  ]);
});

test("the strip counts arrivals, people, and handovers that run", () => {
  const strip = stripOf(problem, [...chain, move("2026-10-30", "d", null, "k3")], []);
  const month = (name: string) => strip.find((it) => it.month === `${name}-01`);
  expect(strip.map((it) => it.month.slice(0, 7))).toEqual([
    ...["04", "05", "06", "07", "08", "09", "10", "11", "12"].map((it) => `2026-${it}`),
    ...["01", "02", "03"].map((it) => `2027-${it}`),
  ]);
  expect(month("2026-06")).toMatchObject({ arrivals: 2, people: 3, handovers: 2, isBlackedOut: false });
  expect(month("2026-07")).toMatchObject({ arrivals: 0, people: 0, handovers: 0, isBlackedOut: true });
  // Arrived on Friday 30 October: the handover goes on into November.
  expect(month("2026-10")).toMatchObject({ arrivals: 1, handovers: 1 });
  expect(month("2026-11")).toMatchObject({ arrivals: 0, people: 0, handovers: 1, staffable: null });
});

test("moves of two plans are paired once each: same, other day, other person, in one alone", () => {
  const other = [
    chain[2] ?? later,
    move("2026-09-01", "b", "k2", "k1"),
    move("2026-07-01", "d", null, "k2"),
    move("2027-01-04", "e", "k3", null),
  ];
  const lines = differencesOf(chain, other);
  expect(lines).toEqual([
    { kind: "person", a: 0, b: 2 },
    { kind: "day", a: 1, b: 1 },
    { kind: "same", a: 2, b: 0 },
    { kind: "only-b", a: null, b: 3 },
  ]);
  expect(differencesOf(other, chain).map(({ kind }) => kind)).toEqual(["same", "day", "person", "only-a"]);
});
