// Everything that the engine finds in the sample unit is also found by the independent oracle, and the other way round.
import { expect, it } from "vitest";
import { defaultSample, generateUnit } from "../../../db/demo/generate.ts";
import type { World } from "../../../shared/domain/world.ts";
import { check } from "../../../shared/rules/check.ts";
import { starterRules } from "../../../shared/rules/packs/packs.ts";
import { sampleWorld } from "../../builders/sample-world.ts";
import { differenceOf } from "../../oracle/comparison.ts";

// The oracle is naive on purpose: it takes seconds where the engine takes milliseconds.
const patience = { timeout: 300_000 };
const today = defaultSample.endsOn;

it("agrees on the whole small unit", patience, () => {
  const world = sampleWorld(generateUnit({ ...defaultSample, size: "small" }));
  expect(differenceOf({ world, rules: [...starterRules], today })).toEqual([]);
});

/** The cases that anything was found in, and every four-hundredth of the others; all other facts. */
function excerpt(world: World): World {
  const found = new Set(check(world, starterRules, today).findings.flatMap((it) => it.caseIds));
  const kept = new Set(
    world.cases.filter((it, nth) => found.has(it.id) || nth % 400 === 0).map((it) => it.id),
  );
  return {
    ...world,
    cases: world.cases.filter((it) => kept.has(it.id)),
    approvals: world.approvals.filter((it) => kept.has(it.caseId)),
  };
}

it("agrees on an excerpt of the city with every conflict in it", patience, () => {
  const world = excerpt(sampleWorld(generateUnit(defaultSample)));
  expect(differenceOf({ world, rules: [...starterRules], today })).toEqual([]);
});
