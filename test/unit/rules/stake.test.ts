// Money at stake over several conflicts counts each case once.
import { expect, it } from "vitest";
import { stakeOf } from "../../../shared/domain/stake.ts";

const one = { id: "c1", amount: 500 };
const other = { id: "c2", amount: 300 };
const unpriced = { id: "c3", amount: null };

it("counts a case once, whether conflicts speak of it alone or with others", () => {
  expect(stakeOf([])).toBe(0);
  expect(
    stakeOf([
      { cases: [one], amount: 500 },
      { cases: [one, other], amount: 800 },
    ]),
  ).toBe(800);
  expect(
    stakeOf([
      { cases: [one, other], amount: 800 },
      { cases: [one], amount: 500 },
    ]),
  ).toBe(800);
});

it("takes what a conflict about one case alone says where the case has no amount of its own", () => {
  expect(
    stakeOf([
      { cases: [unpriced], amount: 70 },
      { cases: [unpriced], amount: 90 },
    ]),
  ).toBe(90);
  expect(stakeOf([{ cases: [unpriced, one], amount: 500 }])).toBe(500);
  expect(stakeOf([{ cases: [], amount: null }])).toBe(0);
});
