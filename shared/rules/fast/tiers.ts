// The unit's own tiers in numbers: upper bounds of authorities on authorising steps, by matter, with their days.

import type { PackedCases } from "../../domain/packed-log.ts";
import { boundsByMatter } from "../kinds/tiers.ts";
import type { View } from "../view.ts";
import type { Dense } from "./lookup.ts";
import { isWithin, type Span, spanOf } from "./staff.ts";

/** Fen; null: no bound that day is as high as the amount. */
export function tiersOf(
  view: View,
  cases: PackedCases,
  matters: Dense,
  matterOf: Int32Array,
): (of: number, day: number) => number | null {
  let bounds: (readonly (Span & { upTo: number })[])[] | null = null;
  return (of, day) => {
    if (!bounds) {
      const rows = boundsByMatter(view);
      bounds = matters.ids.map((id) =>
        (rows.get(id) ?? []).map((row) => ({ ...spanOf(row), upTo: row.upTo })),
      );
    }
    const amount = cases.amount[of]!;
    for (const bound of bounds[matterOf[of]!] ?? [])
      if (bound.upTo >= amount && isWithin(bound, day)) return bound.upTo;
    return null;
  };
}
