// Worked examples: for every kind and check the example is found, the counter-example is not, and both are told.
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";
import { check } from "../../../shared/rules/check.ts";
import { exampleOf, playOf } from "../../../shared/rules/packs/examples/examples.ts";
import { rule } from "../../builders/rows.ts";

const duties = ["doc_make", "accept", "record"];
const steps = { earlier: "review", later: "approve" };
const relation = { duties: ["accept"], otherDuties: [], types: ["spouse" as const], lookbackYears: 1 };
const experts = { qualification: "评标专家", atLeast: 2, of: 3 };

const asked: readonly Rule[] = [
  rule("separate-duties", "separate-duties", { duties, maxHeld: 2 }),
  rule("never-together", "never-together", { duties, maxHeld: 1 }),
  rule("same-person", "same-person", { duties }),
  rule("separate-units by department", "separate-units", { duties, maxHeld: 1, unit: "department" }),
  rule("separate-units by organ", "separate-units", { duties, maxHeld: 2, unit: "organ" }),
  rule("two-person", "two-person", { duty: "accept", minPersons: 2, isOdd: true }),
  rule("two-person by organ", "two-person", { duty: "accept", minPersons: 3, countBy: "organ" }),
  rule("two-person with experts", "two-person", { duty: "accept", minPersons: 3, experts }),
  rule("two-person by organ with experts", "two-person", {
    duty: "accept",
    minPersons: 2,
    countBy: "organ",
    experts,
  }),
  rule("seniority", "seniority", steps),
  rule("within-authority", "within-authority", { reasons: ["over-amount"] }),
  rule("order", "sequence", { check: "order" }),
  rule("missing", "sequence", { check: "missing" }),
  rule("before", "sequence", { check: "before", ...steps }),
  rule("back-dated", "sequence", { check: "back-dated", lagDays: 2 }),
  rule("after-reject", "sequence", { check: "after-reject", days: 3 }),
  rule("deadline in days", "sequence", { check: "deadline", ...steps, days: 200 }),
  rule("deadline in workdays", "sequence", { check: "deadline", ...steps, days: 7, isWorkdays: true }),
  rule("sum-over", "sequence", {
    check: "sum-over",
    base: "contract_sign",
    added: "pay_execute",
    permille: 1_100,
  }),
  rule("statutory", "split-amount", { test: "statutory", threshold: 100_000_000, minCases: 2 }),
  ...[50_000_000, null].map((ceiling) =>
    rule(`behavioural up to ${ceiling ?? "the tier"}`, "split-amount", {
      test: "behavioural",
      by: "requester",
      ceiling,
      nearPermille: 900,
      windowDays: 30,
      minCases: 3,
    }),
  ),
  rule("supplier", "relation", { ...relation, counterpart: "supplier" }),
  rule("actor", "relation", { ...relation, counterpart: "actor" }),
  rule("holder of anything", "relation", { ...relation, counterpart: "holder" }),
  rule("holder", "relation", { ...relation, otherDuties: ["record"], counterpart: "holder" }),
  rule("absence", "absence", { reasons: ["absent"] }),
  rule("tenure", "tenure", { check: "limit" }),
  rule("fast", "tempo", { check: "fast", ...steps, seconds: 60, minActs: 3 }),
  rule("burst", "tempo", { check: "burst", count: 5, minutes: 10 }),
  ...(["21:00", "24:00"] as const).map((until) =>
    rule(`off-hours after ${until}`, "tempo", {
      check: "off-hours",
      from: until === "24:00" ? "00:00" : "07:00",
      until,
      minActs: 3,
      sharePermille: 300,
    }),
  ),
  rule("year-end", "tempo", { check: "year-end", days: 15, sharePermille: 400 }),
  ...[50_000_000, null].map((ceiling) =>
    rule(`crowding below ${ceiling ?? "the tier"}`, "tempo", {
      check: "crowding",
      ceiling,
      nearPermille: 950,
      belowPermille: 0,
      times: 2,
      minCases: 5,
    }),
  ),
  rule("same-terminal", "tempo", { check: "same-terminal", minutes: 10 }),
  rule("brief-delegation", "tempo", { check: "brief-delegation", maxDays: 3 }),
  rule("duty-share", "concentration", { check: "duty-share", permille: 600, minDuties: 5 }),
  rule("type-span", "concentration", {
    check: "type-span",
    types: ["initiate", "authorise", "execute", "record"],
    min: 3,
  }),
  ...(["requester", "department"] as const).map((by) =>
    rule(`supplier-share by ${by}`, "concentration", {
      check: "supplier-share",
      by,
      permille: 600,
      minCases: 5,
    }),
  ),
  rule("single-source", "concentration", {
    check: "single-source",
    permille: 500,
    minCases: 3,
    months: 12,
  }),
];

it("every kind is among them", () => {
  expect(kinds.filter((kind) => !asked.some((one) => one.kind === kind))).toEqual([]);
});

describe.each(asked.map((one) => [one.id, one] as const))("%s", (id, one) => {
  it("finds its example and not its counter-example", () => {
    const [broken, kept] = [playOf(one, true), playOf(one, false)];
    const found = check(broken.world, [one], broken.today);
    const none = check(kept.world, [one], kept.today);
    expect(found.findings.map(({ ruleId }) => ruleId)).toEqual([id]);
    expect(none.findings).toEqual([]);
    expect([...found.notApplicable, ...none.notApplicable]).toEqual([]);
  });

  it("tells both in both languages", () => {
    const { example, counterExample } = exampleOf(one);
    expect([example.finds, counterExample.finds]).toEqual([true, false]);
    for (const { zh, en } of [...example.story, ...counterExample.story]) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/);
    }
  });
});
