// Shares in permille, exact whatever the amounts.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { exceedsShare } from "../../../shared/domain/money.ts";

it("is above a share only by more than it", () => {
  expect([500, 501].map((part) => exceedsShare(part, 1_000, 500))).toEqual([false, true]);
  expect([exceedsShare(0, 0, 0), exceedsShare(1, 0, 1000), exceedsShare(-1, -2, 500)]).toEqual([
    false,
    true,
    false,
  ]);
});

it("is what whole numbers of any size say", () => {
  const amount = fc.maxSafeInteger();
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 100_000 }), (part, whole, permille) => {
      const exact = BigInt(part) * 1000n > BigInt(whole) * BigInt(permille);
      expect(exceedsShare(part, whole, permille)).toBe(exact);
      // One apart at the edge, where a float would no longer tell them apart.
      expect(exceedsShare(part, part, 1000)).toBe(false);
    }),
  );
  const most = Number.MAX_SAFE_INTEGER;
  expect([exceedsShare(most, most - 1, 1000), exceedsShare(most - 1, most, 1000)]).toEqual([true, false]);
});
