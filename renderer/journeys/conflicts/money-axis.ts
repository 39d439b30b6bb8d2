// A log scale of money: where an amount lies between the left and the right end, and round ticks.
import type { Fen } from "../../../shared/domain/money.ts";
import type { LadderRow } from "../../data/types.ts";

export interface MoneyAxis {
  /** 0 at the left end, 1 at the right; amounts beyond an end lie on it. */
  at(amount: Fen): number;
  ticks: readonly Fen[];
}

const yuan = 100;
/** Over all bounds and cases, at least from 1,000 to 10,000,000 yuan, whole powers of ten. */
export function moneyAxis(ladders: readonly LadderRow[]): MoneyAxis {
  const amounts = ladders.flatMap(({ pieces, density }) => [
    ...pieces.flatMap(({ over, upTo }) => [over, upTo ?? 0]),
    ...density.flatMap(([bin]) => [10 ** (bin / 10), 10 ** ((bin + 1) / 10)]),
  ]);
  const known = amounts.filter((amount) => amount > 0);
  const low = Math.floor(Math.log10(Math.min(1_000 * yuan, ...known)) + 1e-9);
  const high = Math.ceil(Math.log10(Math.max(10_000_000 * yuan, ...known)) - 1e-9);
  return {
    at: (amount) => (amount <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(amount) - low) / (high - low)))),
    ticks: Array.from({ length: high - low + 1 }, (_, nth) => 10 ** (low + nth)),
  };
}
