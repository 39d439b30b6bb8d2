// The pure models of the change set pages: whose turn, which draft, an effect in parts, branches side by side.
import { describe, expect, test } from "vitest";
import { byTurn, openDraft, turnOf } from "../../../renderer/data/turn.ts";
import type { ChangeSet, ChangeView, DesignFinding, Effect } from "../../../renderer/data/types.ts";
import { compare, sayings } from "../../../renderer/journeys/changes/compare-model.ts";
import { effectParts, staffedMatters, weighty } from "../../../renderer/journeys/changes/effect-model.ts";
import { eventsOf } from "../../../renderer/journeys/changes/set-events.ts";

const set = (
  id: string,
  state: ChangeSet["state"],
  madeBy: string,
  more: Partial<ChangeSet> = {},
): ChangeSet => ({
  id,
  number: `TZ-2026-${id}`,
  name: id,
  state,
  branchGroup: null,
  day: "2026-03-05",
  effectiveDay: "2026-03-05",
  isCorrection: false,
  undoOf: null,
  planId: null,
  approvedIn: null,
  reason: "",
  docNo: null,
  baseSeq: 1,
  madeBy,
  madeAt: 1,
  submittedBy: state === "draft" ? null : madeBy,
  submittedAt: state === "draft" ? null : 2,
  decidedBy: null,
  decidedAt: null,
  decision: null,
  editCount: 1,
  ...more,
});
const maker = { name: "周敏", roles: ["configurator" as const, "reviewer" as const] };
const checker = { name: "韩立", roles: ["reviewer" as const] };

describe("whose turn", () => {
  test("a submitted set waits for a reviewer who did not make or submit it", () => {
    const submitted = set("1", "submitted", "周敏");
    expect(turnOf(submitted, checker)).toBe("review");
    expect(turnOf(submitted, maker)).toBe("waiting");
    expect(turnOf({ ...submitted, madeBy: "李建平" }, maker)).toBe("waiting");
    expect(turnOf(submitted, { name: "何婧", roles: ["auditor"] })).toBe("waiting");
  });
  test("nobody has drafts or reviews; the one person of a workbook has the drafts and still no review", () => {
    expect(turnOf(set("1", "draft", "周敏"), null)).toBe("others");
    expect(turnOf(set("1", "draft", "本机用户"), "sole")).toBe("draft");
    expect(turnOf(set("1", "submitted", "本机用户"), "sole")).toBe("waiting");
  });
  test("what waits for me stands first, then what was touched last", () => {
    const sets = [
      set("closed", "approved", "周敏"),
      set("old", "draft", "周敏", { madeAt: 1 }),
      set("new", "draft", "周敏", { madeAt: 9 }),
      set("mine", "submitted", "周敏"),
      set("theirs", "submitted", "李建平"),
      set("foreign", "draft", "李建平"),
    ];
    expect(byTurn(sets, maker).map((row) => row.set.id)).toEqual([
      "theirs",
      "new",
      "old",
      "mine",
      "foreign",
      "closed",
    ]);
  });
});

test("edits go to the chosen draft while it is open, else to the one begun last", () => {
  const drafts = [set("1", "draft", "周敏", { madeAt: 5 }), set("2", "draft", "周敏", { madeAt: 9 })];
  expect(openDraft(drafts, "1")?.id).toBe("1");
  expect(openDraft(drafts, "gone")?.id).toBe("2");
  expect(openDraft([], "1")).toBeNull();
});

const finding = (
  type: DesignFinding["type"],
  words: string,
  severity: DesignFinding["severity"] = "medium",
): DesignFinding => ({
  type,
  key: words,
  ruleId: null,
  citation: null,
  severity,
  matterId: "m",
  stepIds: [],
  duties: [],
  amounts: [],
  until: null,
  postIds: [],
  personIds: [],
  authorityIds: [],
  evidence: [],
  sentence: { zh: words, en: words },
});
const effect = (more: Partial<Effect>): Effect => ({
  headSeq: 1,
  day: "2026-03-05",
  appearing: [],
  vanishing: [],
  remaining: 0,
  staffing: [],
  people: [],
  endingDelegations: [],
  ...more,
});

describe("an effect", () => {
  test("conflicts, gaps and the rest stand apart, the gravest first", () => {
    const parts = effectParts(
      effect({
        appearing: [
          finding("conflict", "b", "low"),
          finding("conflict", "a", "high"),
          finding("ladder", "c"),
          finding("expiry", "d"),
        ],
      }),
    );
    expect(parts.map(({ appearing }) => appearing.map(({ sentence }) => sentence.zh))).toEqual([
      ["a", "b"],
      ["c"],
      ["d"],
    ]);
  });
  test("a reviewer weighs conflicts, gaps and ladders, and counts matters once", () => {
    const all = (["conflict", "gap", "ladder", "sole-holder", "expiry"] as const).map((type) =>
      finding(type, type),
    );
    expect(weighty(all).map(({ type }) => type)).toEqual(["conflict", "gap", "ladder"]);
    const shift = {
      matterId: "m",
      matterName: "M",
      upTo: null,
      before: "staffed" as const,
      after: "impossible" as const,
      minimumBefore: 3,
      minimumAfter: null,
    };
    expect(staffedMatters(effect({ staffing: [shift, { ...shift, upTo: 100 }] }))).toBe(1);
  });
});

describe("branches side by side", () => {
  const view = (id: string): ChangeView => ({
    set: set(id, "draft", "周敏"),
    edits: [],
    effect: null,
    may: { edit: null, submit: null, approve: null, withdraw: null, copy: null },
    lacks: [],
    history: [],
    branches: [],
  });
  test("what differs stands first and is marked, also where two say different things of one row", () => {
    const rows = sayings(
      [
        [
          { key: "same", words: "x" },
          { key: "row", words: "≤ 5" },
        ],
        [
          { key: "same", words: "x" },
          { key: "row", words: "≤ 10" },
          { key: "more", words: "y" },
        ],
      ],
      ({ key }) => key,
      ({ words }) => words,
    );
    expect(rows.map(({ key, differs }) => [key, differs])).toEqual([
      ["row", true],
      ["more", true],
      ["same", false],
    ]);
    expect(rows[1]?.by.map((one) => one?.words ?? null)).toEqual([null, "y"]);
  });
  test("the one that brings fewest is named only where it is alone and all are known", () => {
    const none = { view: view("1"), effect: effect({}) };
    const one = { view: view("2"), effect: effect({ appearing: [finding("conflict", "a")] }) };
    expect(compare([one, none]).fewest).toBe(1);
    expect(compare([none, none]).fewest).toBeNull();
    expect(compare([none, { view: view("3"), effect: null }]).fewest).toBeNull();
    expect(compare([one, none]).brings).toEqual([1, 0]);
  });
  test("sole holders and endings are not what a branch is weighed by", () => {
    const found = compare([
      { view: view("1"), effect: effect({ appearing: [finding("expiry", "a")] }) },
      { view: view("2"), effect: effect({}) },
    ]);
    expect(found.appearing).toEqual([]);
    expect(found.fewest).toBeNull();
  });
});

test("the history begins with the drafting and keeps each deed with its words", () => {
  const history = [
    { act: "submit" as const, by: "周敏", at: 2, words: "" },
    { act: "reject" as const, by: "韩立", at: 3, words: "缺纪要" },
  ];
  expect(eventsOf({ set: set("1", "rejected", "周敏"), history })).toEqual([
    { what: "made", who: "周敏", at: 1, why: "" },
    { what: "submit", who: "周敏", at: 2, why: "" },
    { what: "reject", who: "韩立", at: 3, why: "缺纪要" },
  ]);
});
