// The fast path names no group too few: its answer is the answer of the folds over everything, on every generated world.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fastAnswer } from "../../builders/packed.ts";
import { type Question, questionArbitrary, questionOf } from "../../builders/rules.ts";

function expectSame(question: Question, name: string): void {
  const { fast, whole } = fastAnswer(question);
  expect(fast, name).toEqual(whole);
}

describe("the fast path", () => {
  it("answers as the folds do on seeded worlds", () => {
    for (let seed = 1; seed <= 1000; seed += 1) expectSame(questionOf(seed), `seed ${seed}`);
  });

  it("answers as the folds do on worlds that fast-check makes up", () => {
    fc.assert(
      fc.property(questionArbitrary, (question) => expectSame(question, "made up")),
      { numRuns: 100 },
    );
  });
});
