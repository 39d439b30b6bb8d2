// Surprises laid over the facts, and moves of an approved plan taken out of them.
import { expect, test } from "vitest";
import { onRecord, withoutMoves } from "../../../shared/rotation/announced.ts";
import { vetoesIn, withSurprises } from "../../../shared/rotation/surprises.ts";
import { absence, assignment, person, post, world } from "../../builders/rows.ts";

const today = "2026-03-05";
const approved = [
  { day: "2026-06-01", personId: "wang", fromPostId: "desk", toPostId: "cashier" },
  { day: "2026-06-08", personId: "li", fromPostId: "cashier", toPostId: null },
  { day: "2026-01-05", personId: "zhou", fromPostId: null, toPostId: "desk" },
];
const facts = world({
  posts: [post("cashier", { isKey: true }), post("desk")],
  people: [person("wang"), person("li", { leavesOn: "2028-01-01" }), person("zhou")],
  assignments: [
    assignment("a1", "wang", "desk", { from: "2024-01-01", until: "2026-06-01" }),
    assignment("a2", "wang", "cashier", { from: "2026-06-01" }),
    assignment("a3", "li", "cashier", { from: "2023-01-01", until: "2026-06-08" }),
    assignment("a4", "zhou", "desk", { from: "2026-01-05" }),
    assignment("a5", "li", "desk", { from: "2022-01-01", until: "2022-12-31", kind: "concurrent" }),
  ],
  absences: [absence("old", "wang", "2025-01-01", "2025-02-01")],
});

test("moves on record with a day to come are taken out, and what they ended goes on as before", () => {
  const ahead = onRecord(facts, approved, today);
  expect(ahead).toEqual(approved.slice(0, 2));
  const free = withoutMoves(facts, ahead, (id) => (id === "a3" ? "2027-12-31" : null));
  expect(free.assignments.map(({ id, until }) => [id, until])).toEqual([
    ["a1", null],
    ["a3", "2027-12-31"],
    ["a4", null],
    ["a5", "2022-12-31"],
  ]);
});

test("moves that nobody entered stay out of it", () => {
  const drawn = [{ day: "2026-07-01", personId: "zhou", fromPostId: "desk", toPostId: null }];
  expect(onRecord(facts, drawn, today)).toEqual([]);
  expect(withoutMoves(facts, [], () => null)).toBe(facts);
});

test("an earlier departure on record stays, an absence is added, a veto is a move that may not be made", () => {
  const after = withSurprises(facts, [
    { type: "leaves", personId: "li", on: "2029-01-01" },
    { type: "leaves", personId: "wang", on: "2026-09-01" },
    { type: "leaves", personId: "wang", on: "2026-08-01" },
    { type: "absent", personId: "zhou", from: "2026-05-01", until: null },
    { type: "veto", personId: "zhou", postId: "cashier" },
  ]);
  expect(after.people.map(({ id, leavesOn }) => [id, leavesOn])).toEqual([
    ["wang", "2026-08-01"],
    ["li", "2028-01-01"],
    ["zhou", null],
  ]);
  expect(after.absences).toHaveLength(2);
  expect(after.absences[1]).toMatchObject({ personId: "zhou", from: "2026-05-01", until: null });
  expect(facts.absences).toHaveLength(1);
  expect(vetoesIn([{ type: "veto", personId: "zhou", postId: "cashier" }])).toEqual([
    { personId: "zhou", postId: "cashier", from: null, until: null },
  ]);
});
