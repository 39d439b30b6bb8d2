// The judge's trials that no other test makes, on the engine as it is: the gate against the oracle, and the counts of a check.
import { expect, it } from "vitest";
import { check } from "../../shared/rules/check.ts";
import { questionOf } from "../builders/rules.ts";
import { sameCheckDifference, slicesDifference, wrongCount, wrongPairs } from "./counts.ts";
import { gateTrial } from "./gate-trial.ts";

const questions = Array.from({ length: 300 }, (_, index) => questionOf(index + 1));

it("the gate names what a draft brings about or adds to, as two answers of the oracle tell", () => {
  expect(gateTrial(questions)()).toBeNull();
});

it("accounts for every rule and every waiting pair", () => {
  for (const [index, question] of questions.entries()) {
    const answer = check(question.world, question.rules, question.today);
    const wrong = [wrongCount(answer, question), wrongPairs(answer, question.rules)];
    expect(wrong, `seed ${index + 1}`).toEqual([null, null]);
  }
});

it("knows who judges for whom in chains and circles, and tells how far it is", () => {
  expect([sameCheckDifference(), slicesDifference()]).toEqual([null, null]);
});
