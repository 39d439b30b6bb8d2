// A rule as a sentence with slots: every parameter has one, both languages have the same, filling reads back.
import { expect, test } from "vitest";
import { z } from "zod";
import type { Rule } from "../../../shared/domain/rule.ts";
import { kindSchemas, kinds } from "../../../shared/domain/rule-kinds.ts";
import { defaultEffectOf, effectOf } from "../../../shared/rules/gate.ts";
import { exampleOf } from "../../../shared/rules/packs/examples/examples.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { changesOf } from "../../../shared/rules/reading/changes.ts";
import { type Draft, draftOf, judge } from "../../../shared/rules/reading/draft.ts";
import { effectReason } from "../../../shared/rules/reading/effect-reason.ts";
import { formsOf } from "../../../shared/rules/reading/form-of.ts";
import { freshRule } from "../../../shared/rules/reading/fresh.ts";
import { fill, slotsOf } from "../../../shared/rules/reading/read.ts";
import { sayRule } from "../../../shared/rules/reading/say.ts";
import { settle } from "../../../shared/rules/reading/settle.ts";

/** Every kind with every one of its checks. */
const everyForm: Rule[] = kinds.flatMap((kind) =>
  Object.keys(formsOf[kind]?.forms ?? { "": null }).map((form) =>
    freshRule(kind, "OWN-001", form || undefined),
  ),
);
/** Paths of all values within parameters, lists counted as one value. */
const leaves = (value: unknown, path: string): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))]
    : [path];
// Suppliers have no duties: the definition of relation gives the list no meaning there.
const isWithoutBearing = (rule: Rule, key: string): boolean =>
  rule.kind === "relation" && rule.parameters.counterpart === "supplier" && key === "parameters.otherDuties";
const expectedKeys = (rule: Rule): string[] =>
  Object.entries(rule.parameters)
    .flatMap(([key, value]) => leaves(value, `parameters.${key}`))
    .filter((key) => !isWithoutBearing(rule, key))
    .sort();
const frameKeys = ["effect", "inForce.from", "inForce.until", "scope.areas", "scope.matters", "severity"];

test.each([...starterRules, ...everyForm].map((rule) => [rule.id, rule.kind, rule] as const))(
  "%s (%s): every value of the rule stands in one slot, in both languages",
  (_id, _kind, rule) => {
    for (const tongue of ["zh", "en"] as const) {
      const keys = slotsOf(draftOf(rule), tongue).map(({ key }) => key);
      expect(keys.filter((key) => key.startsWith("parameters.")).sort()).toEqual(expectedKeys(rule));
      expect(keys.filter((key) => !key.startsWith("parameters.")).sort()).toEqual(frameKeys);
    }
  },
);

test.each([...starterRules, ...everyForm].map((rule) => [rule.id, rule.kind, rule] as const))(
  "%s (%s): filling every slot with what it holds gives the very same rule",
  (_id, _kind, rule) => {
    let draft: Draft = draftOf(rule);
    for (const slot of slotsOf(draft)) draft = fill(draft, slot.key, slot.value);
    expect(judge(draft)).toEqual({ rule: { ...rule, sameCheckAs: null }, troubles: {} });
  },
);

test("a case above the limit is not just under it, and neither is a tender: the sentence says so", () => {
  const rule = starterRules.find(({ id }) => id === "RF-11-requester");
  if (!rule) throw new Error("no RF-11-requester");
  const [zh, en] = (["zh", "en"] as const).map((tongue) => sayRule(draftOf(rule), tongue).rule);
  expect(zh).toContain("未经招标的业务件，不得有3件以上金额都在50 万元的90%以上而未超过它、合计却超过它");
  expect(en).toContain("without tender within 30 days, each above 90% of CNY 500,000 but not over it");
});

test("a new rule of every kind holds, and its sentences have no gaps", () => {
  for (const rule of everyForm)
    for (const tongue of ["zh", "en"] as const) {
      const said = sayRule(draftOf(rule), tongue);
      expect(`${said.rule} ${said.frame}`).not.toMatch(/[{}]|undefined|null|（未填）|\(empty\)/);
      expect(said.rule).toMatch(tongue === "zh" ? /。$/ : /\.$/);
    }
});

test("a separation reads as one sentence", () => {
  const rule = starterRules.find(({ id }) => id === "P-02");
  if (!rule) throw new Error("the starter pack has P-02");
  expect(sayRule(draftOf(rule), "zh").rule).toBe(
    "同一业务件中，采购文件编制、采购文件复核至多由同一人办理其中1项。",
  );
  expect(sayRule(draftOf(rule), "en").rule).toBe(
    "In one case the same person does at most 1 of prepare tender documents and check tender documents.",
  );
});

const separate = freshRule("separate-duties", "OWN-001");
const troublesAfter = (rule: Rule, key: string, value: unknown) => judge(fill(draftOf(rule), key, value));

test("a value that does not hold is told at its slot, in words", () => {
  expect(troublesAfter(separate, "parameters.maxHeld", 0).troubles).toEqual({
    "parameters.maxHeld": { zh: "不能小于 1。", en: "Not less than 1." },
  });
  expect(troublesAfter(separate, "parameters.maxHeld", null).troubles["parameters.maxHeld"]?.zh).toBe(
    "这里还没有填。",
  );
  expect(troublesAfter(separate, "parameters.duties", ["apply"]).troubles["parameters.duties"]?.zh).toBe(
    "至少选 2 项。",
  );
  expect(troublesAfter(separate, "parameters.maxHeld", 2).troubles["parameters.maxHeld"]?.en).toMatch(
    /at most 1/,
  );
  const offHours = freshRule("tempo", "OWN-001", "off-hours");
  expect(troublesAfter(offHours, "parameters.until", "9 pm").troubles["parameters.until"]?.en).toMatch(
    /07:00/,
  );
  expect(troublesAfter(offHours, "parameters.until", "06:00").rule).toBeNull();
  const split = freshRule("split-amount", "OWN-001", "statutory");
  expect(Object.keys(troublesAfter(split, "parameters.threshold", null).troubles)).toEqual([
    "parameters.threshold",
  ]);
});

test("a scope of nothing is told, for it would never apply", () => {
  expect(Object.keys(troublesAfter(separate, "scope.areas", []).troubles)).toEqual(["scope.areas"]);
  expect(troublesAfter(separate, "scope.areas", null).rule).not.toBeNull();
  const split = troublesAfter(separate, "inForce.until", "2026-01-01").rule;
  expect(split && troublesAfter(split, "inForce.from", "2026-01-01").troubles["inForce.until"]?.zh).toContain(
    "2026-01-01",
  );
});

test("each slot that can be empty says so when it is", () => {
  for (const rule of everyForm)
    for (const slot of slotsOf(draftOf(rule))) {
      if (!slot.key.startsWith("parameters.") || slot.spec.type === "form" || slot.spec.type === "part")
        continue;
      const { rule: judged, troubles } = troublesAfter(rule, slot.key, null);
      // Null has a meaning where the slot has words for it (and a list is emptied, not nulled).
      if ("none" in slot.spec && slot.spec.none && slot.spec.type !== "duties") expect(judged).not.toBeNull();
      else expect(Object.keys(troubles)).toEqual([slot.key]);
    }
});

test("another check of the kind brings its own slots and keeps the values that it shares", () => {
  const before = fill(draftOf(freshRule("sequence", "OWN-001", "before")), "parameters.earlier", "handle");
  const after = judge(fill(before, "parameters.check", "deadline")).rule;
  expect(after?.parameters).toEqual({
    check: "deadline",
    earlier: "handle",
    later: "approve",
    days: 5,
    isWorkdays: true,
  });
});

test("experts come with their own slots and go with them", () => {
  const rule = draftOf(freshRule("two-person", "OWN-001"));
  const asked = fill(rule, "parameters.experts", { qualification: "expert", atLeast: 2, of: 3 });
  expect(slotsOf(asked).map(({ key }) => key)).toContain("parameters.experts.atLeast");
  const more = fill(asked, "parameters.experts.atLeast", 4);
  expect(Object.keys(judge(more).troubles)).toEqual(["parameters.experts.atLeast"]);
  expect(judge(fill(more, "parameters.experts", null)).rule).not.toBeNull();
});

test("a rule changed in what it asks is a check of its own; a change of severity is not", () => {
  const shared: Draft = { ...draftOf(separate), sameCheckAs: "P-02" };
  expect(fill(shared, "severity", "low").sameCheckAs).toBe("P-02");
  expect(fill(shared, "parameters.duties", ["apply", "handle"]).sameCheckAs).toBeNull();
  expect(fill(shared, "scope.areas", ["contract"]).sameCheckAs).toBeNull();
});

test("changes are named slot by slot, before and after", () => {
  const changed = fill(fill(draftOf(separate), "severity", "high"), "effect", "refuse");
  expect(changesOf(draftOf(separate), changed)).toEqual([
    {
      key: "severity",
      name: { zh: "级别", en: "Severity" },
      before: { zh: "中", en: "medium" },
      after: { zh: "高", en: "high" },
    },
    {
      key: "effect",
      name: { zh: "办理前核对", en: "Before an act" },
      before: { zh: "按默认处理", en: "treated by default" },
      after: { zh: "拦截", en: "refused" },
    },
  ]);
});

test("money is said in 万元, permille as percent, an end as its last day", () => {
  const split = draftOf(freshRule("split-amount", "OWN-001", "behavioural"));
  const said = sayRule(
    fill(fill(split, "parameters.ceiling", 36_850_000), "inForce.until", "2027-01-01"),
    "zh",
  );
  expect(said.rule).toContain("36.85 万元的90%");
  expect(sayRule(fill(split, "parameters.ceiling", null), "zh").rule).toContain(
    "本单位各授权档次的上限的90%",
  );
  expect(sayRule(fill(split, "parameters.ceiling", undefined), "zh").rule).toContain("（未填）的90%");
  expect(said.frame).toContain("至2026-12-31止");
});

test("every check that a kind's schema lists has a sentence, and no other", () => {
  for (const kind of kinds) {
    const several = formsOf[kind];
    const schema = z.toJSONSchema(kindSchemas[kind]);
    const variants = schema.anyOf ?? schema.oneOf ?? [schema];
    const listed = variants.flatMap((variant) => {
      const of = (variant as z.core.JSONSchema.JSONSchema).properties?.[several?.by ?? ""];
      return typeof of === "object" ? (of.enum ?? (of.const === undefined ? [] : [of.const])) : [];
    });
    expect(Object.keys(several?.forms ?? {}).sort()).toEqual(listed.map(String).sort());
    if (!several) expect(variants).toHaveLength(1);
  }
});

test("a number beyond all use is told at its slot; within it an example can be played", () => {
  for (const rule of everyForm)
    for (const slot of slotsOf(draftOf(rule))) {
      if (slot.spec.type !== "number") continue;
      expect(Object.keys(troublesAfter(rule, slot.key, slot.spec.most + 1).troubles)).toContain(slot.key);
      for (const value of [1, 2, 7, 60]) {
        const { rule: judged } = troublesAfter(rule, slot.key, Math.min(value, slot.spec.most));
        if (judged) expect(exampleOf(judged).example.story.length).toBeGreaterThan(0);
      }
    }
});

test("the reason beside an effect names the effect that the gate takes", () => {
  const words = { refuse: "拦截", warn: "警示", note: "只记录" };
  for (const rule of starterRules) {
    expect(effectReason(rule).zh).toContain(`默认${words[defaultEffectOf(rule)]}`);
    const adopted: Rule = { ...rule, effect: "note" };
    expect(effectReason(adopted).zh).toMatch(/^本单位采用：只记录/);
    expect(effectOf(adopted)).toBe("note");
  }
  const unread = starterRules.find(({ citation }) => citation.mark === "recalled");
  if (unread) expect(effectReason({ ...unread, severity: "high" }).zh).toMatch(/来源未核|前提/);
});

test("what is saved says in plain words what it asks, once that has changed", () => {
  const rule = starterRules.find(({ kind }) => kind === "separate-duties");
  if (!rule) throw new Error("the starter packs keep duties apart");
  const graver = judge(fill(draftOf(rule), "severity", "low")).rule;
  expect(graver && settle(graver, rule)).toMatchObject({ version: rule.version + 1, plain: rule.plain });
  const wider = judge(fill(draftOf(rule), "parameters.duties", ["apply", "approve", "handle"])).rule;
  expect(wider && settle(wider, rule).plain.zh).toBe(
    "同一业务件中，申请/经办提出、审批、经办至多由同一人办理其中1项。",
  );
});
