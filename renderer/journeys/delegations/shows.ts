// Which delegations a chip or figure shows.
import type { DelegationRow } from "../../data/types.ts";

export const showChoices = ["running", "soon", "coming", "ended", "lacks"] as const;
export type Show = (typeof showChoices)[number];

export const shows = (show: Show | null, row: DelegationRow, endingSoon: readonly string[]): boolean =>
  show === null ||
  (show === "soon"
    ? endingSoon.includes(row.id)
    : show === "lacks"
      ? row.lacks.length > 0
      : row.state === show);
