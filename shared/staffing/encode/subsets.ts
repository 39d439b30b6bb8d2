// Subsets and partitions of a small list.

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

/** All ways to split a list into exactly so many groups, none empty. */
export function* partitions<T>(list: readonly T[], groups: number): Generator<T[][]> {
  if (groups === 0 && list.length === 0) yield [];
  if (groups === 0 || list.length < groups) return;
  const [first, ...rest] = list;
  for (const split of partitions(rest, groups - 1)) yield [[first!], ...split];
  for (const split of partitions(rest, groups))
    for (let at = 0; at < split.length; at++)
      yield split.map((group, own) => (own === at ? [first!, ...group] : group));
}

/** How many there are (Stirling's numbers of the second kind). */
export function countPartitions(of: number, groups: number): number {
  if (groups === 0 || of < groups) return of === groups ? 1 : 0;
  if (groups === 1 || groups === of) return 1;
  let row = [1];
  for (let size = 1; size <= of; size++)
    row = Array.from(
      { length: groups + 1 },
      (_, at) => at * (row[at] ?? 0) + (at > 0 ? (row[at - 1] ?? 0) : 0),
    );
  return row[groups] ?? 0;
}
