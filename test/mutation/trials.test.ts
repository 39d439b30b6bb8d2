// The judge's trials that no other test makes, on the engine as it is: the gate against the oracle, and the counts of a check.
import { expect, it } from "vitest";
import { check } from "../../shared/rules/check.ts";
import { questionOf } from "../builders/rules.ts";
import { sameCheckDifference, slicesDifference, wrongCount } from "./counts.ts";
import { gateTrial } from "./gate-trial.ts";

const questions = Array.from({ length: 300 }, (_, index) => questionOf(index + 1));

it("the gate names what a draft brings about or adds to, as two answers of the oracle tell", () => {
  expect(gateTrial(questions)()).toBeNull();
});

it("accounts for every rule and every waiting pair", () => {
  for (const [index, { world, rules, today }] of questions.entries())
    expect(wrongCount(check(world, rules, today), rules), `seed ${index + 1}`).toBeNull();
});

it("knows who judges for whom in chains and circles, and tells how far it is", () => {
  expect([sameCheckDifference(), slicesDifference()]).toEqual([null, null]);
});
