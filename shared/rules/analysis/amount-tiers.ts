// The unit's own tiers of a matter on a day, by the upper bounds of its authorities to authorise.
import { contains, type Day } from "../../domain/day.ts";
import type { AmountRange, Fen } from "../../domain/money.ts";
import { boundsByMatter } from "../kinds/tiers.ts";
import type { View } from "../view.ts";

/** Matter → its bounds on the day, ascending; none where the matter knows no amounts. */
export function boundsReader(view: View, day: Day): (matterId: string) => Fen[] {
  const rows = boundsByMatter(view);
  return (matterId) => {
    const live = (rows.get(matterId) ?? []).filter((row) => contains(row, day));
    return [...new Set(live.map((row) => row.upTo))].sort((a, b) => a - b);
  };
}

/** The last has no upper bound; a matter without bounds is one tier. */
export const tiersOf = (bounds: readonly Fen[]): AmountRange[] => [
  ...bounds.map((upTo, nth) => ({ over: bounds[nth - 1] ?? null, upTo })),
  { over: bounds.at(-1) ?? null, upTo: null },
];
/** The amount at which a tier is judged: its upper bound; above the last bound one fen more; null without tiers. */
export const amountIn = ({ over, upTo }: AmountRange): Fen | null =>
  upTo ?? (over === null ? null : over + 1);
