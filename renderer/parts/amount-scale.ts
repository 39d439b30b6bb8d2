// An axis of amounts from zero to beyond the largest bound: logarithmic, because tiers grow by factors; and round amounts along it.
import type { Fen } from "../../shared/domain/money.ts";

export interface AmountScale {
  /** 0 … 1; null is beyond every bound. */
  at(amount: Fen | null): number;
  /** The round amount at a place, at least one fen above zero. */
  amountAt(place: number): Fen;
}
/** Where the axis of bounds ends and "without an upper bound" begins. */
const edge = 0.92;

export function amountScale(bounds: readonly Fen[]): AmountScale {
  const positive = bounds.filter((bound) => bound > 0);
  const least = Math.min(...positive, 1_000_000_000);
  const most = Math.max(...positive, least);
  const unit = least / 2;
  const span = Math.log1p((most * 1.25) / unit);
  return {
    at: (amount) => (amount === null ? 1 : Math.min(edge, (Math.log1p(amount / unit) / span) * edge)),
    amountAt: (place) => roundAmount(Math.expm1((Math.max(0, Math.min(edge, place)) / edge) * span) * unit),
  };
}

/** Steps that offices use: 1, 2 or 5 of the second digit. */
export const stepAround = (amount: Fen): Fen => {
  const power = 10 ** Math.max(4, Math.floor(Math.log10(Math.max(amount, 1))) - 1);
  return amount / power >= 50 ? power * 5 : power;
};
export const roundAmount = (amount: number): Fen => {
  const step = stepAround(amount);
  return Math.max(step, Math.round(amount / step) * step);
};
