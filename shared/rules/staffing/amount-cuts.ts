// The amounts of a matter, cut at every bound of the authorities on its required steps: within one piece the same rows count.
import { contains, type Day } from "../../domain/day.ts";
import type { AmountRange, Fen } from "../../domain/money.ts";
import { tiersOf } from "../analysis/amount-tiers.ts";
import { innerSteps } from "../analysis/path.ts";
import type { View } from "../view.ts";

/** Ascending, the last without an end; one piece without bounds where no authority in force that day has one. */
export function staffingTiers(view: View, matterId: string, day: Day): AmountRange[] {
  const cuts = new Set<Fen>();
  for (const step of innerSteps(view, matterId)) {
    const holders = view.holdersOf.get(step.id);
    for (const rows of [...(holders?.posts.values() ?? []), ...(holders?.people.values() ?? [])])
      for (const row of rows)
        if (contains(row, day))
          for (const bound of [row.over, row.upTo]) if (bound !== null && bound > 0) cuts.add(bound);
  }
  return tiersOf([...cuts].sort((a, b) => a - b));
}
