// Subsets of a small list.

/** All sublists of `size`, in order. */
export function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at + size <= list.length; at++)
      for (const rest of subsets(list, size - 1, at + 1)) yield [list[at]!, ...rest];
}

/** How many there are. */
export function countSubsets(of: number, size: number): number {
  let count = 1;
  for (let at = 0; at < size; at++) count = (count * (of - at)) / (at + 1);
  return count;
}
