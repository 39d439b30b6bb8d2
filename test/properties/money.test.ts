// Amounts are exact to the fen however they are written, and are read back as they were.
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCny, formatWan, formatYuan, parseMoney } from "../../shared/domain/money.ts";

const fen = fc.maxSafeInteger();

test("yuan, 万元 and the English form each read back as the amount", () => {
  fc.assert(
    fc.property(fen, (amount) => {
      expect(parseMoney(formatYuan(amount))).toBe(amount);
      expect(parseMoney(formatWan(amount), "wan")).toBe(amount);
      expect(parseMoney(formatCny(amount).replace("CNY ", ""))).toBe(amount);
    }),
  );
});

test("English sentences write amounts out, with cents only where there are any", () => {
  expect([0, 5, 260_400_000, 100_050, -123_456_700].map(formatCny)).toEqual([
    "CNY 0",
    "CNY 0.05",
    "CNY 2,604,000",
    "CNY 1,000.50",
    "CNY -1,234,567",
  ]);
});
