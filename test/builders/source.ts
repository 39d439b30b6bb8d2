// Where generated worlds take their choices from: a seeded stream, or fast-check's own.
import * as fc from "fast-check";

export interface Source {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
}

/** The same seed gives the same choices on every machine (mulberry32). */
export function seeded(seed: number): Source {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  next();
  return { int: (min, max) => min + Math.floor(next() * (max - min + 1)) };
}

/** Turns a function that draws from a source into an arbitrary that fast-check can shrink. */
export const drawn = <T>(draw: (source: Source) => T): fc.Arbitrary<T> =>
  fc.gen().map((value) => draw({ int: (min, max) => value(fc.integer, { min, max }) }));

export const chance = (source: Source, percent: number): boolean => source.int(1, 100) <= percent;
export function pick<T>(source: Source, items: readonly T[]): T {
  const item = items[source.int(0, items.length - 1)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
export const pickOrNull = <T>(source: Source, items: readonly T[], percent: number): T | null =>
  items.length > 0 && chance(source, percent) ? pick(source, items) : null;

/** `make(i)` for i = 1 … n, n drawn from min to max. */
export const several = <T>(source: Source, min: number, max: number, make: (index: number) => T): T[] =>
  Array.from({ length: source.int(min, max) }, (_, index) => make(index + 1));

export function shuffled<T>(source: Source, items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(source.int(0, left.length - 1), 1)[0] as T);
}
/** Some of the items, at least `min`, in any order. */
export const someOf = <T>(source: Source, items: readonly T[], min: number, max: number): T[] =>
  shuffled(source, items).slice(0, source.int(min, Math.min(max, items.length)));
