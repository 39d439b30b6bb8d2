// The open draft laid over the cells of a day: typed over rather than beside, gone where it ends, every touched cell named.
import { expect, test } from "vitest";
import { put } from "../../../renderer/journeys/matrix/cell-edits.ts";
import { laidCells } from "../../../renderer/journeys/matrix/drafted.ts";
import type { ViewCell } from "../../../renderer/journeys/matrix/scope.ts";

const day = "2026-03-05";
const cell = (authorityId: string, stepId: string, upTo: number | null): ViewCell => ({
  authorityId,
  code: authorityId,
  stepId,
  postId: "p",
  person: null,
  level: null,
  over: null,
  upTo,
  from: "2020-01-01",
  until: null,
  grant: "general",
  isCollective: false,
  isSubDelegable: false,
  docNo: null,
});
const ground = (cells: readonly ViewCell[]) => ({ day, cells, matters: [], newId: () => "new" });
const at = (stepId: string) => ({ stepId, postId: "p" });
const terms = (upTo: number) => ({
  over: null,
  upTo,
  until: null,
  grant: "general" as const,
  isCollective: false,
  isSubDelegable: false,
  docNo: null,
  level: null,
});

test("a draft's amount is seen, and typed over under the same id", () => {
  const base = [cell("a", "s1", 5), cell("b", "s2", 5)];
  const edits = [
    ...put(ground(base), at("s1"), [terms(10)]),
    ...put(ground(base), at("s3"), [terms(7)]),
    { op: "end", kind: "authorities", id: "b", until: day } as const,
  ];
  const laid = laidCells(base, edits, day);
  expect(laid.cells.map(({ authorityId, stepId, upTo, from }) => [authorityId, stepId, upTo, from])).toEqual([
    ["a", "s1", 10, "2020-01-01"],
    ["new", "s3", 7, day],
  ]);
  expect([...laid.touched].sort()).toEqual(["s1 p", "s2 p", "s3 p"]);
  expect([...laid.fresh]).toEqual(["new"]);
  expect(put(ground(laid.cells), at("s1"), [terms(10)])).toEqual([]);
  expect(put(ground(laid.cells), at("s3"), [terms(8)])).toMatchObject([
    { op: "save", id: "new", values: { upTo: 8 } },
  ]);
});

test("what begins later is not of this day; edits of other sheets touch no cell", () => {
  const laid = laidCells(
    [],
    [
      { op: "save", kind: "authorities", id: "x", values: { stepId: "s", postId: "p", from: "2026-04-01" } },
      { op: "save", kind: "matters", id: "m", values: { code: "M" } },
    ],
    day,
  );
  expect(laid.cells).toEqual([]);
  expect([...laid.touched]).toEqual(["s p"]);
});
