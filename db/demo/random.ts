// A small seeded generator of numbers in integer arithmetic: the same seed gives the same unit on every machine.
export interface Random {
  /** An integer in `[0, below)`. */
  below: (below: number) => number;
  /** An integer in `[low, high]`. */
  between: (low: number, high: number) => number;
  /** True `permille` times out of 1,000. */
  happens: (permille: number) => boolean;
  /** One of the items; the list may not be empty. */
  pick: <T>(items: readonly T[]) => T;
  /** The items in another order, as a new array. */
  shuffle: <T>(items: readonly T[]) => T[];
}

/** mulberry32: 32 bits of state, good enough for a sample and quick. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return {
    below,
    pick,
    between: (low, high) => low + below(high - low + 1),
    happens: (permille) => below(1000) < permille,
    shuffle: (items) => {
      const left = [...items];
      for (let last = left.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const held = left[last] as (typeof left)[number];
        left[last] = left[other] as (typeof left)[number];
        left[other] = held;
      }
      return left;
    },
  };
}
