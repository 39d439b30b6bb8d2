// Typing, pasting, filling and bulk changes in the grid as edits of authorities.
import { expect, test } from "vitest";
import {
  copyColumn,
  fill,
  type Ground,
  put,
  putRanges,
  putTerms,
} from "../../../renderer/journeys/matrix/cell-edits.ts";
import { copied, parseTable, pasted } from "../../../renderer/journeys/matrix/cell-table.ts";
import type { ViewCell } from "../../../renderer/journeys/matrix/scope.ts";
import { readQuestion } from "../../../renderer/journeys/matrix/who-question.ts";
import { areas } from "../../../shared/domain/duty.ts";

const wan = 1_000_000;
const day = "2026-03-05";
const cell = (
  authorityId: string,
  stepId: string,
  postId: string,
  upTo: number | null,
  more: Partial<ViewCell> = {},
): ViewCell => ({
  authorityId,
  code: authorityId.toUpperCase(),
  stepId,
  postId,
  person: null,
  level: null,
  over: null,
  upTo,
  from: "2020-01-01",
  until: null,
  grant: "general",
  isCollective: false,
  isSubDelegable: false,
  docNo: "青财〔2020〕1号",
  ...more,
});
const steps = ["s1", "s2", "s3"].map((id, at) => ({
  id,
  code: id,
  name: `环节${at + 1}`,
  position: at + 1,
  duty: "pay_approve",
  dutyName: { zh: "付款审批", en: "approve" },
  dutyType: "authorise" as const,
  isRequired: true,
}));
const ground = (...cells: ViewCell[]): Ground => {
  let made = 0;
  return {
    day,
    cells,
    matters: [{ id: "m1", code: "M1", name: "采购", area: areas[3], cases: 0, steps }],
    newId: () => {
      made += 1;
      return `new-${made}`;
    },
  };
};
const names = {
  steps: new Map(steps.map(({ id, name }) => [id, name])),
  columns: new Map([
    ["p1", "科长"],
    ["p2", "局长"],
  ]),
};
const all = { stepIds: ["s1", "s2", "s3"], columns: ["p1", "p2"] };
const speech = { unit: "wan", whole: "不限", suffix: "万" } as const;

test("a typed ceiling changes the amount alone; an empty cell gains an authority from the day", () => {
  const on = ground(cell("a1", "s1", "p1", 5 * wan, { isCollective: true }));
  expect(putRanges(on, { stepId: "s1", postId: "p1" }, [{ over: null, upTo: 10 * wan }])).toEqual([
    {
      op: "save",
      kind: "authorities",
      id: "a1",
      values: expect.objectContaining({
        upTo: 10 * wan,
        isCollective: true,
        docNo: "青财〔2020〕1号",
        matterId: "m1",
        from: "2020-01-01",
      }),
    },
  ]);
  expect(putRanges(on, { stepId: "s2", postId: "person:x" }, [{ over: null, upTo: null }])).toEqual([
    {
      op: "save",
      kind: "authorities",
      id: "new-1",
      values: expect.objectContaining({
        postId: null,
        personId: "x",
        kind: "special",
        from: day,
        code: null,
      }),
    },
  ]);
});

test("the same amount is no edit; fewer tiers end the rest, what began today is removed", () => {
  const on = ground(
    cell("a1", "s1", "p1", 5 * wan),
    cell("a2", "s1", "p1", 20 * wan, { over: 5 * wan }),
    cell("a3", "s2", "p1", null, { from: day }),
  );
  const at = { stepId: "s1", postId: "p1" };
  expect(
    putRanges(on, at, [
      { over: null, upTo: 5 * wan },
      { over: 5 * wan, upTo: 20 * wan },
    ]),
  ).toEqual([]);
  expect(putRanges(on, at, [{ over: null, upTo: 5 * wan }])).toEqual([
    { op: "end", kind: "authorities", id: "a2", until: day },
  ]);
  expect(put(on, { stepId: "s2", postId: "p1" }, [])).toEqual([
    { op: "remove", kind: "authorities", id: "a3" },
  ]);
});

test("fill copies what the first cell says, an empty one empties", () => {
  const on = ground(
    cell("a1", "s1", "p1", 5 * wan),
    cell("a2", "s2", "p1", null),
    cell("a3", "s2", "p2", null),
  );
  const down = fill(on, ["s1", "s2"], ["p1", "p2"], "down");
  expect(down).toEqual([
    { op: "save", kind: "authorities", id: "a2", values: expect.objectContaining({ upTo: 5 * wan }) },
    { op: "end", kind: "authorities", id: "a3", until: day },
  ]);
  const right = fill(on, ["s1"], ["p1", "p2"], "right");
  expect(right).toMatchObject([{ id: "new-1", values: { postId: "p2", stepId: "s1", upTo: 5 * wan } }]);
});

test("a post copied onto another says the same everywhere", () => {
  const on = ground(
    cell("a1", "s1", "p1", 5 * wan),
    cell("a2", "s3", "p1", null),
    cell("a3", "s2", "p2", null),
  );
  expect(copyColumn(on, "p1", "p2")).toMatchObject([
    { op: "save", id: "new-1", values: { stepId: "s1", postId: "p2", upTo: 5 * wan } },
    { op: "end", id: "a3" },
    { op: "save", id: "new-2", values: { stepId: "s3", postId: "p2" } },
  ]);
});

test("bulk: only what is given changes", () => {
  const on = ground(cell("a1", "s1", "p1", 5 * wan, { isSubDelegable: true }));
  expect(putTerms(on, on.cells, { docNo: "新文号", isCollective: true })).toMatchObject([
    { id: "a1", values: { docNo: "新文号", isCollective: true, isSubDelegable: true, upTo: 5 * wan } },
  ]);
});

test("a range goes out as posts × steps and comes back as it was", () => {
  const on = ground(cell("a1", "s1", "p1", 5 * wan), cell("a2", "s2", "p2", null, { over: 5 * wan }));
  const text = copied(on, ["s1", "s2"], ["p1", "p2"], names, speech);
  expect(text).toBe("\t科长\t局长\n环节1\t≤5万\t\n环节2\t\t>5万");
  const back = pasted(on, parseTable(text), { stepIds: ["s1"], columns: ["p1"] }, all, names, "wan");
  expect(back).toEqual({ edits: [], unread: [], unknown: [] });
});

test("a table from a spreadsheet: by place, by name, quoted, with what cannot be read named", () => {
  const on = ground();
  const at = { stepIds: ["s2", "s3"], columns: ["p1", "p2"] };
  const byPlace = pasted(on, parseTable("5万\t不限\r\n甲\t20万以上\r\n"), at, all, names, "wan");
  expect(byPlace.edits).toMatchObject([
    { values: { stepId: "s2", postId: "p1", upTo: 5 * wan } },
    { values: { stepId: "s2", postId: "p2", upTo: null } },
    { values: { stepId: "s3", postId: "p2", over: 20 * wan } },
  ]);
  expect(byPlace.unread).toEqual([{ line: 2, column: 1, words: "甲" }]);
  const byName = pasted(
    on,
    parseTable('环节\t局长\t外人\n"环节1"\t"≤1,000万\n1000-2000万"\t9\n别的\t3\t3'),
    at,
    all,
    names,
    "wan",
  );
  expect(byName.edits).toMatchObject([
    { values: { stepId: "s1", postId: "p2", upTo: 1000 * wan } },
    { values: { stepId: "s1", postId: "p2", over: 1000 * wan, upTo: 2000 * wan } },
  ]);
  expect(byName.unknown).toEqual(["外人", "别的"]);
});

test("cells beyond the table's edge and trailing lines", () => {
  expect(parseTable("a\tb\nc")).toEqual([["a", "b"], ["c"]]);
  expect(parseTable('"a ""b"""\t\n')).toEqual([['a "b"', ""]]);
  expect(parseTable("")).toEqual([[""]]);
});

const context = {
  today: day,
  unit: "wan" as const,
  matters: [
    { id: "m1", name: "机关采购项目", area: areas[3] },
    { id: "m2", name: "专项资金分配", area: areas[0] },
  ],
};
test.each([
  [
    "谁能在 2026-03-05 批 50 万元的采购?",
    { day, amount: 50 * wan, dutyType: "authorise", area: "gov_proc", matterId: null },
  ],
  [
    "2026年3月9日 机关采购项目 审批 8000元",
    { day: "2026-03-09", amount: 800_000, matterId: "m1", area: null },
  ],
  [
    "who may approve 1,200,000 yuan of procurement tomorrow",
    { day: "2026-03-06", amount: 120 * wan, area: "gov_proc" },
  ],
  ["谁能付款", { day: null, amount: null, dutyType: "execute", area: null }],
  ["谁批专项资金分配 300", { matterId: "m2", amount: 300 * wan }],
  [
    "who could approve 500,000 of procurement on that day?",
    { day: null, amount: 50 * wan, area: "gov_proc" },
  ],
  ["who may approve CNY 8,000 of procurement", { amount: 800_000 }],
  ["¥368,000 谁能批", { amount: 36.8 * wan }],
  ["谁能批 2 亿元", { amount: 20_000 * wan }],
  ["3月9日谁能批50万元的采购", { day: "2026-03-09", amount: 50 * wan }],
  ["2026年3月9日谁能批", { day: "2026-03-09", amount: null }],
])("“%s”", (typed, expected) => {
  expect(readQuestion(typed, context)).toMatchObject(expected);
});
