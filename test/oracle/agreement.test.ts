// The engine and the oracle, each written from docs/rules/kinds.md, answer every generated question alike.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { World } from "../../shared/domain/world.ts";
import { check } from "../../shared/rules/check.ts";
import { questionArbitrary, questionOf } from "../builders/rules.ts";
import { seeded, shuffled } from "../builders/source.ts";
import { counterexampleOf, differenceOf } from "./comparison.ts";

const worlds = 1200;

it(`agrees on ${worlds} seeded worlds`, () => {
  for (let seed = 1; seed <= worlds; seed += 1)
    expect(counterexampleOf(questionOf(seed)), `seed ${seed}`).toBeNull();
});

it("agrees on worlds that fast-check makes up", () => {
  fc.assert(
    fc.property(questionArbitrary, (question) => {
      expect(differenceOf(question)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("answers the same, in the same order, however the rows are arranged", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const { world, rules, today } = questionOf(seed);
    const source = seeded(seed + 1);
    const arranged = Object.fromEntries(
      Object.entries(world).map(([table, rows]) => [
        table,
        Array.isArray(rows) ? shuffled<unknown>(source, rows) : rows,
      ]),
    ) as unknown as World;
    expect(check(arranged, rules, today), `seed ${seed}`).toEqual(check(world, rules, today));
  }
});
