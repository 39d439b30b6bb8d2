// The fast path names no group too few: its answer is the answer of the folds over everything, on every generated world.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../shared/rules/check.ts";
import { indexPlain } from "../../../shared/rules/facts.ts";
import { fastCheck, readyCheck } from "../../../shared/rules/fast/fast-check.ts";
import { packedOf } from "../../builders/packed.ts";
import { type Question, questionArbitrary, questionOf } from "../../builders/rules.ts";

function expectSame({ world, rules, today }: Question, name: string): void {
  const { packed, rows, numberOf } = packedOf(world);
  const ready = readyCheck(indexPlain(world, today), rules, numberOf, packed.largest);
  const fast = fastCheck(ready, packed, rows);
  const { undecided: _pairs, ...whole } = check(world, rules, today);
  expect(fast, name).toEqual(whole);
}

describe("the fast path", () => {
  it("answers as the folds do on seeded worlds", () => {
    for (let seed = 1; seed <= 600; seed += 1) expectSame(questionOf(seed), `seed ${seed}`);
  });

  it("answers as the folds do on worlds that fast-check makes up", () => {
    fc.assert(
      fc.property(questionArbitrary, (question) => expectSame(question, "made up")),
      { numRuns: 100 },
    );
  });
});
