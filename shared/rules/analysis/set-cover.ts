// The fewest sets that together hold every element: exact, by dominance and branch and bound, with a limit on work.

/** Elements are the bits of a mask. */
export type Mask = bigint;
export interface Cover {
  /** Indices into the sets given, ascending. */
  chosen: number[];
  /** No smaller cover exists; false when the limit cut the search off. */
  isProved: boolean;
  /** No cover of fewer sets exists: proved. */
  least: number;
}

export const maskOf = (bits: Iterable<number>): Mask => {
  let mask = 0n;
  for (const bit of bits) mask |= 1n << BigInt(bit);
  return mask;
};
const bitsOf = (mask: Mask): number[] => {
  const bits: number[] = [];
  for (let bit = 0, rest = mask; rest > 0n; bit += 1, rest >>= 1n) if (rest & 1n) bits.push(bit);
  return bits;
};

/** Null when even all sets together leave an element out. `limit`: branches to try before giving up the proof. */
export function smallestCover(universe: Mask, sets: readonly Mask[], limit = 50_000): Cover | null {
  const kept = undominated(sets.map((set, index) => ({ index, mask: set & universe })));
  if (kept.reduce((all, { mask }) => all | mask, 0n) !== universe) return null;
  const holders = new Map(
    bitsOf(universe).map((bit) => [bit, kept.filter(({ mask }) => (mask >> BigInt(bit)) & 1n)]),
  );
  let best = greedy(universe, kept);
  let branches = 0;
  const search = (open: Mask, chosen: readonly number[]): void => {
    if (open === 0n) {
      best = chosen;
      return;
    }
    if (branches >= limit || chosen.length + atLeast(open, holders) >= best.length) return;
    branches += 1;
    for (const { index, mask } of scarcest(open, holders)) search(open & ~mask, [...chosen, index]);
  };
  search(universe, []);
  const isProved = branches < limit;
  return {
    chosen: [...best].sort((a, b) => a - b),
    isProved,
    least: isProved ? best.length : atLeast(universe, holders),
  };
}

interface Indexed {
  index: number;
  mask: Mask;
}
/** Of equal sets the first is kept; a set inside another is never needed. */
const undominated = (sets: readonly Indexed[]): Indexed[] =>
  sets.filter(
    (one) =>
      one.mask !== 0n &&
      !sets.some(
        (other) =>
          other !== one &&
          (one.mask & ~other.mask) === 0n &&
          (one.mask !== other.mask || other.index < one.index),
      ),
  );

function greedy(universe: Mask, sets: readonly Indexed[]): readonly number[] {
  const chosen: number[] = [];
  for (let open = universe; open !== 0n; ) {
    let most: Indexed | null = null;
    let gain = 0;
    for (const set of sets) {
      const count = bitsOf(set.mask & open).length;
      if (count > gain) [most, gain] = [set, count];
    }
    if (!most) break;
    chosen.push(most.index);
    open &= ~most.mask;
  }
  return chosen;
}

type Holders = ReadonlyMap<number, readonly Indexed[]>;
const scarcest = (open: Mask, holders: Holders): readonly Indexed[] =>
  bitsOf(open).reduce<readonly Indexed[] | null>((least, bit) => {
    const own = holders.get(bit) ?? [];
    return least === null || own.length < least.length ? own : least;
  }, null) ?? [];

/** Elements of which no two lie in one set need a set each. */
function atLeast(open: Mask, holders: Holders): number {
  let count = 0;
  let reached = 0n;
  const byScarcity = bitsOf(open)
    .map((bit) => ({ bit, own: holders.get(bit) ?? [] }))
    .sort((a, b) => a.own.length - b.own.length);
  for (const { bit, own } of byScarcity) {
    if ((reached >> BigInt(bit)) & 1n) continue;
    count += 1;
    for (const { mask } of own) reached |= mask;
  }
  return count;
}
