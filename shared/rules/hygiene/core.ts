// The smallest part of a set that still cannot be kept: an irreducible core by deletion, then by trying smaller sets.

export interface Core<T> {
  items: T[];
  /** Every smaller set was tried and can be kept. */
  isSmallest: boolean;
}
/** Sets tried at most before "smallest" is no longer claimed. */
const mostTried = 20_000;

function* choose<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= items.length - size; at += 1)
      for (const rest of choose(items, size - 1, at + 1)) yield [items[at]!, ...rest];
}

/** null: all of them together can be kept. `fits` must hold for every part of a set for which it holds. */
export function coreOf<T>(items: readonly T[], fits: (items: readonly T[]) => boolean): Core<T> | null {
  if (fits(items)) return null;
  let core = [...items];
  for (const item of items) {
    const less = core.filter((one) => one !== item);
    if (!fits(less)) core = less;
  }
  let tried = 0;
  for (let size = 1; size < core.length; size += 1)
    for (const few of choose(items, size)) {
      tried += 1;
      if (tried > mostTried) return { items: core, isSmallest: false };
      if (!fits(few)) return { items: few, isSmallest: true };
    }
  return { items: core, isSmallest: true };
}
