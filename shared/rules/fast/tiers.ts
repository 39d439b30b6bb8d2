// The unit's own tiers in numbers: upper bounds of authorities on authorising steps, by matter, with their days.
import { boundsByMatter } from "../kinds/tiers.ts";
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { isWithin, type Span, spanOf } from "./staff.ts";

/** Lowest first, by dense matter. */
export type Bounds = readonly (readonly (Span & { upTo: number })[])[];

export function boundsOf(view: View, matters: Dense): Bounds {
  const rows = boundsByMatter(view);
  return matters.ids.map((id) => (rows.get(id) ?? []).map((row) => ({ ...spanOf(row), upTo: row.upTo })));
}

/** Fen; null: no bound that day is as high as the amount. */
export function tierOf(bounds: Bounds, matter: number, amount: number, day: number): number | null {
  for (const bound of bounds[matter] ?? [])
    if (bound.upTo >= amount && isWithin(bound, day)) return bound.upTo;
  return null;
}
