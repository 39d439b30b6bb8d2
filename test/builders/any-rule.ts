// Any rule that the schema admits, of all kinds and checks, with awkward words in it: for files that must give it back.
import * as fc from "fast-check";
import { severities } from "../../shared/domain/conflict.ts";
import { addDays } from "../../shared/domain/day.ts";
import { areas, builtInDuties, dutyTypes } from "../../shared/domain/duty.ts";
import { relationTypes } from "../../shared/domain/organisation.ts";
import { effects, evidenceMarks, type Rule, ruleSchema } from "../../shared/domain/rule.ts";
import type { Kind, Parameters } from "../../shared/domain/rule-kinds.ts";

const awkward = [
  "无",
  "none",
  "—",
  '"',
  '"x"',
  "=1+1",
  "@a",
  "'=b",
  " 前后 ",
  "a,b",
  "甲、乙",
  "x（y）",
  "0012",
  "1e5",
  "二\n行",
  "\u0001",
  "\ud800",
  "法律",
  "law",
  "_x000D_",
  "2026-01-02",
  "#N/A",
  "\ttab",
  "𠮷",
  "单位:万元",
  "TRUE",
];
const words = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("出纳不得兼任稽核", "Cashier vs internal checking"),
);
const filled = words.filter((text) => text.length > 0);
const id = filled.map((text) => text.slice(0, 40));
const duty = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...builtInDuties.map(({ code }) => code)) },
  { weight: 1, arbitrary: filled },
);
const duties = fc.array(duty, { minLength: 2, maxLength: 5 });
const anyDuties = fc.array(duty, { maxLength: 3 });
const count = fc.oneof(fc.integer({ min: 2, max: 99 }), fc.constant(Number.MAX_SAFE_INTEGER));
const fen = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
const ceiling: fc.Arbitrary<number | null> = fc.option(fen);
const permille = fc.integer({ min: 0, max: 1000 });
const clock = fc.constantFrom("00:00", "07:30", "21:05", "23:59", "24:00");
const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 });
const is = <T extends string>(value: T) => fc.constant(value);

type Made<K extends Kind> = fc.Arbitrary<Parameters<K>>;
/** One arbitrary for every kind and check, by name. */
export const anyParameters: { [K in Kind]: Record<string, Made<K>> } = {
  "separate-duties": { "": fc.record({ duties, maxHeld: count }) },
  "never-together": { "": fc.record({ duties, maxHeld: count }) },
  "same-person": { "": fc.record({ duties }) },
  "separate-units": {
    "": fc.record({ duties, maxHeld: count, unit: fc.constantFrom("department", "organ") }),
  },
  "two-person": {
    "": fc.record({
      duty,
      minPersons: count,
      isOdd: fc.boolean(),
      countBy: fc.constantFrom("person", "organ"),
      experts: fc.option(fc.record({ qualification: filled, atLeast: count, of: count })),
      quietDays: count,
    }),
  },
  seniority: { "": fc.record({ earlier: duty, later: duty }) },
  "within-authority": {
    "": fc.record({
      reasons: some([
        "no-post",
        "no-authority",
        "outside-days",
        "over-amount",
        "sub-delegated",
        "no-collective",
      ] as const),
    }),
  },
  sequence: {
    order: fc.record({ check: is("order") }),
    missing: fc.record({ check: is("missing"), quietDays: count }),
    before: fc.record({ check: is("before"), earlier: duty, later: duty }),
    "back-dated": fc.record({ check: is("back-dated"), lagDays: fc.nat(400) }),
    "after-reject": fc.record({ check: is("after-reject"), days: fc.nat(400) }),
    deadline: fc.record({
      check: is("deadline"),
      earlier: duty,
      later: duty,
      days: count,
      isWorkdays: fc.boolean(),
    }),
    "sum-over": fc.record({
      check: is("sum-over"),
      base: duty,
      added: duty,
      permille: fc.integer({ min: 1, max: 100_000 }),
    }),
  },
  "split-amount": {
    statutory: fc.record({ test: is("statutory"), threshold: fen, minCases: count }),
    behavioural: fc.record({
      test: is("behavioural"),
      by: fc.constantFrom("requester", "supplier"),
      ceiling,
      nearPermille: fc.integer({ min: 0, max: 999 }),
      windowDays: count,
      minCases: count,
    }),
  },
  relation: {
    "": fc.record({
      duties: anyDuties,
      counterpart: fc.constantFrom("actor", "supplier", "holder"),
      otherDuties: anyDuties,
      types: some(relationTypes),
      lookbackYears: fc.nat(30),
    }),
  },
  absence: { "": fc.record({ reasons: some(["absent", "before-joining", "after-leaving"] as const) }) },
  tenure: { "": fc.record({ check: fc.constantFrom("limit", "cooling-off"), gapMonths: fc.nat(60) }) },
  tempo: {
    fast: fc.record({ check: is("fast"), earlier: duty, later: duty, seconds: count, minActs: count }),
    burst: fc.record({ check: is("burst"), count, minutes: count }),
    "off-hours": fc.record({
      check: is("off-hours"),
      from: clock,
      until: clock,
      minActs: count,
      sharePermille: permille,
      minMonthActs: count,
    }),
    "year-end": fc.record({
      check: is("year-end"),
      days: fc.integer({ min: 1, max: 366 }),
      sharePermille: permille,
      minCases: count,
    }),
    crowding: fc.record({
      check: is("crowding"),
      ceiling,
      nearPermille: fc.integer({ min: 1, max: 999 }),
      belowPermille: fc.integer({ min: 0, max: 998 }),
      times: count,
      minCases: count,
    }),
    "same-terminal": fc.record({ check: is("same-terminal"), minutes: count }),
    "brief-delegation": fc.record({ check: is("brief-delegation"), maxDays: count }),
  },
  concentration: {
    "duty-share": fc.record({ check: is("duty-share"), permille, minDuties: count, quietDays: count }),
    "type-span": fc.record({
      check: is("type-span"),
      types: fc.subarray([...dutyTypes], { minLength: 2 }),
      min: count,
    }),
    "supplier-share": fc.record({
      check: is("supplier-share"),
      by: fc.constantFrom("requester", "department"),
      permille,
      minCases: count,
    }),
    "single-source": fc.record({ check: is("single-source"), permille, minCases: count, months: count }),
  },
};

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-02", days));
const text = fc.record({ zh: words, en: words });
const ruleWith = (kind: string, parameters: fc.Arbitrary<unknown>): fc.Arbitrary<Rule> =>
  fc
    .record({
      id,
      version: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.MAX_SAFE_INTEGER)),
      kind: fc.constant(kind),
      parameters,
      area: fc.constantFrom(...areas),
      title: text,
      plain: text,
      severity: fc.constantFrom(...severities),
      citation: fc.record({
        source: filled,
        mark: fc.constantFrom(...evidenceMarks),
        authority: fc.oneof(words, fc.constantFrom("law", "practice", "惯例")),
      }),
      scope: fc.record({
        areas: fc.option(fc.subarray([...areas])),
        matters: fc.option(fc.array(filled, { maxLength: 3 })),
      }),
      effect: fc.option(fc.constantFrom(...effects)),
      sameCheckAs: fc.option(id),
      inForce: fc.record({ from: fc.option(day), until: fc.option(day) }),
    })
    .map((rule) => ruleSchema.parse(rule));
/** By the name of the kind and, where there are several, the check. */
export const anyRules: readonly (readonly [string, fc.Arbitrary<Rule>])[] = Object.entries(
  anyParameters,
).flatMap(([kind, checks]) =>
  Object.entries(checks).map(
    ([check, parameters]) => [`${kind} ${check}`.trim(), ruleWith(kind, parameters)] as const,
  ),
);
