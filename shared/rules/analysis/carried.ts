// How many people carried the complete cases of a matter and tier: the distribution, and the smallest groups with their cases.
import type { Fen } from "../../domain/money.ts";
import { compareText, sortedIds } from "../gather.ts";
import { isPriced } from "../kinds/dated-cases.ts";
import { boundsByMatter, ceilingReader } from "../kinds/tiers.ts";
import type { View } from "../view.ts";
import type { SettledCase } from "./settled-cases.ts";

export interface Carried {
  matterId: string;
  /** The tier's upper bound on the case's day; null: above the last bound, or no tiers. */
  upTo: Fen | null;
  cases: number;
  /** Number of people → number of cases, ascending. */
  sizes: [people: number, cases: number][];
  /** The groups of the fewest people, those with most cases first. */
  groups: { personIds: string[]; caseIds: string[] }[];
}

/** Complete cases only; of a matter with tiers those whose amount is unknown are passed over. */
export function carriedBy(view: View, cases: readonly SettledCase[]): Carried[] {
  const tiered = boundsByMatter(view);
  const ceilingOf = ceilingReader(view, null);
  const dated = new Map(view.datedCases().map((one) => [one.case.id, one]));
  const rows = new Map<string, { carried: Carried; groups: Map<string, Carried["groups"][number]> }>();
  for (const one of cases) {
    if (!one.isComplete || one.hands.size === 0) continue;
    const { matterId } = one.case;
    const at = dated.get(one.case.id);
    const isKnown = at !== undefined && isPriced(at);
    if (tiered.has(matterId) && !isKnown) continue;
    const upTo = isKnown ? ceilingOf(at) : null;
    const key = JSON.stringify([matterId, upTo]);
    let row = rows.get(key);
    if (!row) {
      row = { carried: { matterId, upTo, cases: 0, sizes: [], groups: [] }, groups: new Map() };
      rows.set(key, row);
    }
    const personIds = sortedIds(one.hands.keys());
    row.carried.cases += 1;
    const group = row.groups.get(personIds.join("\n"));
    if (group) group.caseIds.push(one.case.id);
    else row.groups.set(personIds.join("\n"), { personIds, caseIds: [one.case.id] });
  }
  return [...rows.values()].map(({ carried, groups }) => {
    const sizes = new Map<number, number>();
    for (const { personIds, caseIds } of groups.values())
      sizes.set(personIds.length, (sizes.get(personIds.length) ?? 0) + caseIds.length);
    const sorted = [...sizes].sort(([a], [b]) => a - b);
    const fewest = sorted[0]?.[0] ?? 0;
    return {
      ...carried,
      sizes: sorted,
      groups: [...groups.values()]
        .filter(({ personIds }) => personIds.length === fewest)
        .sort(
          (a, b) =>
            b.caseIds.length - a.caseIds.length || compareText(a.personIds.join(), b.personIds.join()),
        ),
    };
  });
}
