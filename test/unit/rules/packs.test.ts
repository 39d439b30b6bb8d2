// Every rule of the starter packs: cited as its source allows, and proved by its worked example.
import { describe, expect, it } from "vitest";
import { builtInDuties } from "../../../shared/domain/duty.ts";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";
import { check } from "../../../shared/rules/check.ts";
import { exampleOf, playOf } from "../../../shared/rules/packs/examples/examples.ts";
import { packs, starterRules } from "../../../shared/rules/packs/packs.ts";

/** Every duty code among the parameters, whatever the kind calls it. */
const dutyKeys = new Set(["duties", "otherDuties", "duty", "earlier", "later", "base", "added"]);
const dutiesNamed = (rule: Rule): string[] =>
  Object.entries(rule.parameters).flatMap(([key, value]) =>
    dutyKeys.has(key) ? (Array.isArray(value) ? value.map(String) : [String(value)]) : [],
  );

describe("the starter packs", () => {
  it("have at least forty rules, over all six pilot areas and the general ones, with unique ids", () => {
    expect(starterRules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(starterRules.map(({ id }) => id)).size).toBe(starterRules.length);
    const areas = new Set(packs.map(({ area }) => area));
    for (const area of ["budget_alloc", "state_asset", "gov_invest", "gov_proc", "pub_trade", "pub_works"])
      expect(areas).toContain(area);
    for (const pack of packs) for (const rule of pack.rules) expect(rule.area).toBe(pack.area);
  });

  it("use every kind", () => {
    expect(new Set(starterRules.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it("name only duties of the catalogue", () => {
    const known = new Set(builtInDuties.map(({ code }) => code));
    for (const rule of starterRules)
      for (const duty of dutiesNamed(rule)) expect(known, `${rule.id} ${duty}`).toContain(duty);
  });

  it("never dress practice or recollection up as a read text", () => {
    for (const { id, citation } of starterRules) {
      if (citation.source.startsWith("常见做法")) expect(citation.mark, id).toBe("practice");
      if (/待核|未检索到/.test(citation.source))
        expect(["recalled", "secondary"], id).toContain(citation.mark);
      if (citation.mark === "text") expect(citation.source, id).toMatch(/第[0-9]+.*条|GB\/T/);
    }
  });
});

describe.each(starterRules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("finds its example and not its counter-example", () => {
    const broken = playOf(rule, true);
    const kept = playOf(rule, false);
    const found = check(broken.world, [rule], broken.today);
    const none = check(kept.world, [rule], kept.today);
    expect(found.findings.map(({ ruleId }) => ruleId)).toEqual([rule.id]);
    expect(none.findings).toEqual([]);
    expect([...found.notApplicable, ...none.notApplicable]).toEqual([]);
  });

  it("tells both as sentences in both languages", () => {
    const { example, counterExample } = exampleOf(rule);
    expect([example.finds, counterExample.finds]).toEqual([true, false]);
    for (const { zh, en } of [...example.story, ...counterExample.story]) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/);
    }
  });
});
