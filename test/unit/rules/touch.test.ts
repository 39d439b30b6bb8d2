// Which groups a change touches, and which of them are folded when only some are named.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/conflict.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { checkView } from "../../../shared/rules/check.ts";
import { indexFacts } from "../../../shared/rules/facts.ts";
import { evaluatorOf } from "../../../shared/rules/kinds/evaluators.ts";
import { playOf } from "../../../shared/rules/packs/examples/examples.ts";
import type { Touched } from "../../../shared/rules/view.ts";
import { rule } from "../../builders/rows.ts";

const relation = { duties: [], otherDuties: [], types: ["spouse" as const], lookbackYears: 0 };
const steps = { earlier: "review", later: "approve" };
const ceiling = 50_000_000;
/** Rules whose groups are neither cases nor people. */
const wide: readonly Rule[] = [
  rule("statutory", "split-amount", { test: "statutory", threshold: ceiling, minCases: 2 }),
  rule("behavioural", "split-amount", {
    test: "behavioural",
    by: "supplier",
    ceiling,
    nearPermille: 900,
    windowDays: 9,
    minCases: 2,
  }),
  rule("year-end", "tempo", { check: "year-end", days: 9, sharePermille: 500 }),
  rule("crowding", "tempo", {
    check: "crowding",
    ceiling: null,
    nearPermille: 900,
    belowPermille: 800,
    times: 2,
    minCases: 3,
  }),
  rule("supplier-share", "concentration", {
    check: "supplier-share",
    by: "requester",
    permille: 500,
    minCases: 4,
  }),
  rule("single-source", "concentration", {
    check: "single-source",
    permille: 500,
    minCases: 2,
    months: 12,
  }),
];
const byCase: readonly Rule[] = [
  rule("actor", "relation", { ...relation, counterpart: "actor" }),
  rule("terminal", "tempo", { check: "same-terminal", minutes: 5 }),
  rule("brief", "tempo", { check: "brief-delegation", maxDays: 5 }),
  rule("share", "concentration", { check: "duty-share", permille: 500, minDuties: 3 }),
  rule("span", "concentration", { check: "type-span", types: ["initiate", "authorise"], min: 2 }),
];
const byPerson: readonly Rule[] = [
  rule("fast", "tempo", { check: "fast", ...steps, seconds: 5 }),
  rule("burst", "tempo", { check: "burst", count: 3, minutes: 5 }),
  rule("off", "tempo", { check: "off-hours", from: "07:00", until: "21:00", minActs: 2, sharePermille: 500 }),
];
const holder = rule("holder", "relation", { ...relation, counterpart: "holder" });
const nobody: Touched = { caseIds: new Set(), personIds: new Set() };
const played = (one: Rule) => {
  const { world, today } = playOf(one, true);
  return indexFacts(world, today);
};
const findingOf = (one: Rule): Finding => {
  const [finding] = checkView(played(one), [one]).findings;
  if (!finding) throw new Error(`${one.id} finds nothing`);
  return finding;
};

describe("touching", () => {
  it.each([...byCase, ...byPerson].map((one) => [one.id, one] as const))(
    "%s folds what it is touched by",
    (_, one) => {
      const finding = findingOf(one);
      const touched = { caseIds: new Set(finding.caseIds), personIds: new Set(finding.personIds) };
      expect(checkView(played(one), [one], touched).findings).toEqual([finding]);
      expect(checkView(played(one), [one], nobody).findings).toEqual([]);
    },
  );

  it("never folds again what two related people hold", () => {
    const finding = findingOf(holder);
    const all = { caseIds: new Set<string>(), personIds: new Set(finding.personIds) };
    expect(checkView(played(holder), [holder], all).findings).toEqual([]);
  });
});

describe.each(wide.map((one) => [one.id, one] as const))("%s", (_, one) => {
  const keysOf = (touched: Touched | null): string[] =>
    [...evaluatorOf(one, played(one)).verdicts(touched)].map(({ key }) => key);

  it("folds every group, or those that are named", () => {
    const finding = findingOf(one);
    const [key] = keysOf(null);
    expect(keysOf(nobody)).toEqual(keysOf(null));
    expect(keysOf({ ...nobody, keys: null })).toEqual(keysOf(null));
    expect(keysOf({ ...nobody, keys: new Set() })).toEqual([]);
    const named = { ...nobody, keys: new Set([key ?? ""]) };
    expect(keysOf(named)).toEqual([key]);
    expect(checkView(played(one), [one], named).findings).toEqual([finding]);
  });
});
