// Amount ranges as people type them, and back.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRange, parseTiers, rangeWords } from "../../../shared/domain/amount-words.ts";

const wan = 1_000_000;
const zh = { unit: "wan", whole: "不限", suffix: "万" } as const;

test.each([
  ["5万", null, { over: null, upTo: 5 * wan }],
  ["５", null, { over: null, upTo: 5 * wan }],
  ["≤30", null, { over: null, upTo: 30 * wan }],
  ["<=30万元", { over: 5 * wan, upTo: 10 * wan }, { over: null, upTo: 30 * wan }],
  ["30 万以下（含）", null, { over: null, upTo: 30 * wan }],
  ["不限", { over: 5 * wan, upTo: null }, { over: null, upTo: null }],
  ["全额", null, { over: null, upTo: null }],
  ["20万以上", null, { over: 20 * wan, upTo: null }],
  ["＞20", null, { over: 20 * wan, upTo: null }],
  ["5-20万", null, { over: 5 * wan, upTo: 20 * wan }],
  ["5000元至2万", null, { over: 500_000, upTo: 2 * wan }],
  ["50,000元", null, { over: null, upTo: 5 * wan }],
  // A bare amount is a ceiling: the lower bound stays where it still lies below.
  ["12", { over: 5 * wan, upTo: 20 * wan }, { over: 5 * wan, upTo: 12 * wan }],
  ["3", { over: 5 * wan, upTo: 20 * wan }, { over: null, upTo: 3 * wan }],
  ["0-5", null, { over: null, upTo: 5 * wan }],
] as const)("“%s” over %o", (typed, now, range) => {
  expect(parseRange(typed, "wan", now)).toEqual(range);
});

test.each(["", "abc", "20-5", "-5", "0", "5万万", "以上", "张三"])("“%s” is no amount range", (typed) => {
  expect(parseRange(typed, "wan", null)).toBeNull();
});

test("several tiers in one cell; one that cannot be read spoils all", () => {
  expect(parseTiers("≤5；10-20", "wan", [])).toEqual([
    { over: null, upTo: 5 * wan },
    { over: 10 * wan, upTo: 20 * wan },
  ]);
  expect(parseTiers("≤5；甲", "wan", [])).toBeNull();
});

test("what is written reads back as it was, in either unit and language", () => {
  const fen = fc.integer({ min: 1, max: 10 ** 12 });
  const ranges = fc.oneof(
    fc.constant({ over: null, upTo: null }),
    fen.map((upTo) => ({ over: null, upTo })),
    fen.map((over) => ({ over, upTo: null })),
    fc.tuple(fen, fen).map(([over, more]) => ({ over, upTo: over + more })),
  );
  fc.assert(
    fc.property(
      ranges,
      fc.constantFrom(
        zh,
        { unit: "yuan", whole: "不限", suffix: "元" } as const,
        { unit: "yuan", whole: "any", suffix: " CNY" } as const,
      ),
      (range, speech) => {
        expect(parseRange(rangeWords(range, speech), "wan", null)).toEqual(range);
      },
    ),
  );
});
