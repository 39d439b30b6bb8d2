// Amounts of planted cases as they are written: in units of ten thousand yuan.
import type { Fen } from "../../../shared/domain/money.ts";

export const wan = (amount: number): Fen => Math.round(amount * 1_000_000);
