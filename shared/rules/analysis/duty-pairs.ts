// Pairs of duty types that one person should not combine, the worst first (authorise with custody: ISACA's primary pair).
import type { DutyType } from "../../domain/duty.ts";

/** How the two meet: in one case, within the period, or only in what is held on the day. */
const pairWays = ["case", "period", "held"] as const;
export type PairWay = (typeof pairWays)[number];
export interface DutyPair {
  types: [DutyType, DutyType];
  way: PairWay;
}

export const spanTypes: readonly DutyType[] = ["authorise", "custody", "record", "verify", "supervise"];
const dutyPairs: readonly [DutyType, DutyType][] = [
  ["authorise", "custody"],
  ["authorise", "record"],
  ["custody", "record"],
  ["custody", "verify"],
  ["record", "verify"],
  ["custody", "supervise"],
  ["record", "supervise"],
  ["authorise", "supervise"],
  ["authorise", "verify"],
  ["verify", "supervise"],
];

/** The first pair of the list that the person combines, in the nearest way. */
export function worstPair(sets: Record<PairWay, readonly ReadonlySet<DutyType>[]>): DutyPair | null {
  for (const [a, b] of dutyPairs)
    for (const way of pairWays)
      if (sets[way].some((types) => types.has(a) && types.has(b))) return { types: [a, b], way };
  return null;
}
