// The pure models behind the matrix: keys, selection, days, ladders being moved, history as lines, areas from afar.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaLines } from "../../../renderer/journeys/matrix/area-model.ts";
import { dayMarks } from "../../../renderer/journeys/matrix/day-marks.ts";
import { historyLines } from "../../../renderer/journeys/matrix/history-lines.ts";
import { type Bounds, moved, stepLadders } from "../../../renderer/journeys/matrix/ladder-model.ts";
import type { Scoped, ViewCell, ViewPost } from "../../../renderer/journeys/matrix/scope.ts";
import { amountScale, roundAmount } from "../../../renderer/parts/amount-scale.ts";
import { commandOf } from "../../../renderer/parts/matrix-keys.ts";
import { linesOf, rangeOf, startsOf } from "../../../renderer/parts/matrix-lines.ts";
import type { CellChange } from "../../../shared/contract/matrix.ts";

const wan = 1_000_000;

describe("keys", () => {
  const size = { lines: 10, columns: 5, page: 4 };
  const at = { line: 3, column: 2 };
  const key = (name: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) =>
    commandOf(
      {
        key: name,
        ctrlKey: held.ctrl ?? false,
        shiftKey: held.shift ?? false,
        altKey: held.alt ?? false,
        metaKey: false,
      },
      at,
      size,
    );
  test.each([
    [key("ArrowDown"), { do: "move", to: { line: 4, column: 2 }, extend: false }],
    [key("End", { shift: true }), { do: "move", to: { line: 3, column: 4 }, extend: true }],
    [key("ArrowUp", { ctrl: true }), { do: "move", to: { line: 0, column: 2 }, extend: false }],
    [key("d", { ctrl: true }), { do: "fill", way: "down" }],
    [key("R", { ctrl: true }), { do: "fill", way: "right" }],
    [key("v", { ctrl: true }), { do: "paste" }],
    [key("Delete"), { do: "clear" }],
    [key("F2"), { do: "type", start: null }],
    [key("5"), { do: "type", start: "5" }],
    [key("Process"), { do: "type", start: "" }],
    [key("Enter"), { do: "open" }],
    [key("z", { ctrl: true }), null],
    [key("k", { ctrl: true }), null],
    [key("x", { alt: true }), null],
    [key("Tab"), null],
    [key(" "), null],
  ])("%o", (command, expected) => expect(command).toEqual(expected));
});

test("a selection names steps and posts, and passes over the names of matters", () => {
  const step = (id: string) => ({ id, no: "1", name: id, duty: "verify" as const, cells: new Map() });
  const matters = [
    { id: "m1", name: "一", note: "", steps: [step("a"), step("b")] },
    { id: "m2", name: "二", note: "", steps: [step("c")] },
  ];
  const posts = ["p", "q", "r"].map((id) => ({ id, name: id, holder: "", level: "head" as const }));
  const lines = linesOf(matters, new Set());
  expect([...startsOf(lines)]).toEqual([
    ["a", 26],
    ["b", 62],
    ["c", 124],
  ]);
  const range = { anchor: { line: 4, column: 2 }, active: { line: 2, column: 1 } };
  expect(rangeOf(lines, posts, range)).toEqual({ stepIds: ["b", "c"], postIds: ["q", "r"] });
  expect(
    rangeOf(linesOf(matters, new Set(["m1"])), posts, { ...range, active: { line: 0, column: 0 } }),
  ).toEqual({ stepIds: ["c"], postIds: ["p", "q", "r"] });
});

test("days on which authorities begin and end; each is in force, coming or over, never two", () => {
  const marks = dayMarks(
    [
      { from: "2026-01-01", until: "2026-03-05" },
      { from: "2026-01-01", until: null },
      { from: "2026-03-05", until: "2026-04-01" },
      { from: "2026-03-06", until: null },
    ],
    "2026-03-05",
  );
  expect(marks).toMatchObject({ inForce: 2, coming: 1, ended: 1 });
  expect(marks.begins.get("2026-01-01")).toBe(2);
  expect([...marks.ends.keys()]).toEqual(["2026-03-05", "2026-04-01"]);
});

describe("the axis of amounts", () => {
  test("orders amounts as they are, ends where there is no bound, and gives round amounts back", () => {
    const amount = fc.integer({ min: 1, max: 10 ** 13 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), amount, amount, (bounds, a, b) => {
        const scale = amountScale(bounds);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(scale.at(low)).toBeLessThanOrEqual(scale.at(high));
        expect(scale.at(null)).toBe(1);
        expect(scale.at(0)).toBe(0);
        expect(roundAmount(scale.amountAt(scale.at(low)))).toBe(scale.amountAt(scale.at(low)));
      }),
    );
    expect(amountScale([5 * wan, 20 * wan]).amountAt(amountScale([5 * wan, 20 * wan]).at(5 * wan))).toBe(
      5 * wan,
    );
  });
});

describe("a ladder being moved", () => {
  const posts = new Map<string, ViewPost>(
    (["section", "deputy", "head"] as const).map((level, nth) => [
      `p${nth}`,
      { id: `p${nth}`, code: "", name: level, level, department: "", isKey: false, holders: [] },
    ]),
  );
  const cell = (nth: number, over: number | null, upTo: number | null): ViewCell => ({
    authorityId: `a${nth}`,
    code: "",
    stepId: "s",
    postId: `p${nth}`,
    person: null,
    level: null,
    over,
    upTo,
    from: "2020-01-01",
    until: null,
    grant: "general",
    isCollective: false,
    isSubDelegable: false,
    docNo: null,
  });
  const scoped: Scoped = {
    matters: [
      {
        id: "m",
        code: "M",
        name: "采购",
        area: "gov_proc",
        cases: 0,
        steps: [
          {
            id: "s",
            code: "1",
            name: "付款审批",
            position: 1,
            duty: "pay_approve",
            dutyName: { zh: "付款审批", en: "approve" },
            dutyType: "authorise",
            isRequired: true,
          },
        ],
      },
    ],
    cells: [cell(2, 20 * wan, null), cell(0, null, 5 * wan), cell(1, 5 * wan, 20 * wan)],
    findings: [],
  };
  const on = (bounds: Bounds) => {
    const [step] = stepLadders(scoped, posts, bounds);
    if (!step) throw new Error("no ladder");
    return step;
  };
  const none: Bounds = new Map();

  test("tiers stand lowest first, whole and sound", () => {
    expect(on(none).tiers.map(({ authorityId }) => authorityId)).toEqual(["a0", "a1", "a2"]);
    expect(on(none).ladder.isSound).toBe(true);
  });
  test("the neighbour that met the bound follows, so that no gap opens", () => {
    const next = moved(on(none), "a0", "upTo", 8 * wan, none);
    expect([...next]).toEqual([
      ["a0", { over: null, upTo: 8 * wan }],
      ["a1", { over: 8 * wan, upTo: 20 * wan }],
    ]);
    expect(on(next).ladder.isSound).toBe(true);
  });
  test("a bound that is taken away is this tier's alone", () => {
    const open = moved(on(none), "a0", "upTo", null, none);
    expect([...open]).toEqual([["a0", { over: null, upTo: null }]]);
    expect(on(open).ladder.pieces.map(({ is }) => is)).toEqual(["covered", "overlap", "overlap"]);
  });
  test("alone it may leave a gap; pushed to nothing it does not move", () => {
    const alone = moved(on(none), "a0", "upTo", 3 * wan, none, true);
    expect(on(alone).ladder.pieces.map(({ is }) => is)).toEqual(["covered", "gap", "covered", "covered"]);
    expect(moved(on(none), "a0", "upTo", 20 * wan, none)).toBe(none);
    expect(moved(on(none), "a1", "over", 20 * wan, none)).toBe(none);
  });
});

test("a successor and what it replaced are one line; what was taken back is told once", () => {
  const granted = (upTo: number, from: string, until: string | null) => ({
    authorityId: from,
    code: "",
    over: null,
    upTo,
    from,
    until,
    isCollective: false,
    docNo: null,
  });
  const change = (seq: number, more: Partial<CellChange>): CellChange => ({
    seq,
    at: seq,
    actor: "甲",
    action: "edit",
    summary: { zh: "", en: "" },
    undoneBy: null,
    authorityId: "a",
    before: null,
    after: null,
    ...more,
  });
  const lines = historyLines([
    change(4, { action: "undo", before: granted(10, "2026-03-05", null) }),
    change(3, { before: granted(5, "2020-01-01", null), after: granted(5, "2020-01-01", "2026-03-05") }),
    change(3, { after: granted(10, "2026-03-05", null), undoneBy: 4 }),
    change(2, { before: granted(3, "2020-01-01", null), after: granted(5, "2020-01-01", null) }),
    change(1, { action: "import", after: granted(3, "2020-01-01", null) }),
  ]);
  expect(lines.map(({ seq, before, after }) => [seq, before?.upTo ?? null, after?.upTo ?? null])).toEqual([
    [3, 5, 10],
    [2, 3, 5],
    [1, null, 3],
  ]);
});

test("areas sum their matters", () => {
  const step = (id: string) => ({
    id,
    code: id,
    name: id,
    position: 1,
    duty: "approve",
    dutyName: { zh: "", en: "" },
    dutyType: "authorise" as const,
    isRequired: true,
  });
  const lines = areaLines({
    day: "2026-03-05",
    matters: [
      { id: "m1", code: "1", name: "一", area: "contract", cases: 0, steps: [step("s1")] },
      { id: "m2", code: "2", name: "二", area: "contract", cases: 0, steps: [step("s2"), step("s3")] },
    ],
    posts: [{ id: "p", code: "", name: "", level: "head", department: "", isKey: false, holders: [] }],
    cells: ["s1", "s2"].map((stepId) => ({
      authorityId: stepId,
      code: "",
      stepId,
      postId: "p",
      person: null,
      level: null,
      over: null,
      upTo: null,
      from: "2020-01-01",
      until: stepId === "s1" ? "2026-03-20" : null,
      grant: "general" as const,
      isCollective: false,
      isSubDelegable: false,
      docNo: null,
    })),
    findings: [],
  });
  expect(
    lines.map(({ matterId, steps, byLevel, ending }) => [matterId, steps, byLevel.head, ending]),
  ).toEqual([
    [null, 3, 2, 1],
    ["m1", 1, 1, 1],
    ["m2", 2, 1, 0],
  ]);
});
