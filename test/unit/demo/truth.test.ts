// Ground truth: the check finds every planted conflict of the sample unit and nothing that was not planted.
import { describe, expect, it } from "vitest";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import { kinds } from "../../../shared/domain/rule-kinds.ts";
import { check } from "../../../shared/rules/check.ts";
import { packs, starterRules } from "../../../shared/rules/packs/packs.ts";
import { compareWithTruth } from "../../builders/sample-truth.ts";
import { sampleWorld } from "../../builders/sample-world.ts";

const nothing = { missed: [], unplanted: [] };

describe("the city sample", () => {
  const unit = generateUnit(defaultSample);
  const { findings } = check(sampleWorld(unit), starterRules, defaultSample.endsOn);

  it("plants at least forty conflicts over all kinds", () => {
    expect(unit.planted.length).toBeGreaterThanOrEqual(40);
    expect(new Set(unit.planted.map((it) => it.kind))).toEqual(new Set(kinds));
  });

  it("is found out: every plant, and nothing else", () => {
    expect(compareWithTruth(unit.planted, findings)).toEqual(nothing);
  });

  it("holds what the flags pack asks, but for publishing late: no matter publishes its contracts", () => {
    const found = new Set(findings.map(({ ruleId }) => ruleId));
    const pack = packs.find(({ id }) => id === "red-flags");
    expect(pack?.rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual(["RF-36-publish"]);
  });

  it("shows potential conflicts beside actual ones", () => {
    expect(new Set(findings.map((it) => it.basis))).toEqual(new Set(["potential", "actual"]));
  });

  it("opens with the largest sum in one pair of hands", () => {
    const high = findings.filter((it) => it.severity === "high");
    const worst = high.reduce((a, b) => ((b.amount ?? 0) > (a.amount ?? 0) ? b : a));
    expect(worst.amount).toBe(6_820_000_000);
    expect(worst.sentence.zh).toContain("一人办理了");
  });
});

describe("other seeds and days", () => {
  for (const seed of [1, 2, 3, 42])
    for (const endsOn of ["2025-12-31", "2026-11-22"])
      it(`tells the truth in the small unit of seed ${seed} up to ${endsOn}`, () => {
        const unit = generateUnit({ seed, size: "small", endsOn });
        const { findings } = check(sampleWorld(unit), starterRules, endsOn);
        expect(compareWithTruth(unit.planted, findings)).toEqual(nothing);
      });
});
