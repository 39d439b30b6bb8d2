// Which slots share what acts on them, as literals: what "few", "together" and "many" are said in.
import type { Cnf } from "../sat/cnf.ts";
import { countPartitions, countSubsets, partitions, subsets } from "./subsets.ts";

export interface Sharing {
  /** Holds exactly where both slots have something, and the same. */
  isSame(a: number, b: number): number;
  /** Holds where the slot has nothing. */
  isNull(slot: number): number;
}

/** As many clauses as this are said one by one; more are counted. */
const clauseLimit = 400;

/** Slots that collect more than `most` labels together are not all held by the same: for at most one label. */
export function keepApart(cnf: Cnf, key: Sharing, labels: readonly (readonly number[])[]): void {
  const slots = labels.flatMap((list, slot) => (list.length > 0 ? [slot] : []));
  for (const [at, slot] of slots.entries()) {
    if (new Set(labels[slot]).size > 1) cnf.add(key.isNull(slot));
    for (const other of slots.slice(0, at))
      if (new Set([...labels[slot]!, ...labels[other]!]).size > 1) cnf.add(-key.isSame(other, slot));
  }
}

/** Among any `most` + 1 slots two share, or one has nothing. */
export function shareAtMost(cnf: Cnf, key: Sharing, slots: readonly number[], most: number): void {
  if (slots.length <= most) return;
  if (countSubsets(slots.length, most + 1) > clauseLimit) {
    cnf.atMost(firsts(cnf, key, slots), most);
    return;
  }
  for (const group of subsets(slots, most + 1))
    cnf.clause([
      ...[...subsets(group, 2)].map(([a, b]) => key.isSame(a!, b!)),
      ...group.map((slot) => key.isNull(slot)),
    ]);
}

/** Not all share in fewer than `least` groups, or some slot has nothing. */
export function shareAtLeast(cnf: Cnf, key: Sharing, slots: readonly number[], least: number): void {
  const isUnknown = slots.map((slot) => key.isNull(slot));
  if (least > slots.length) {
    cnf.clause(isUnknown);
    return;
  }
  // Any slot has something or nothing: with one of them, one is reached or it is not known.
  if (least <= 1) return;
  if (countPartitions(slots.length, least - 1) > clauseLimit) {
    const sums = cnf.guarded(0, () => cnf.sums(firsts(cnf, key, slots), least));
    cnf.clause([sums[least - 1]!, ...isUnknown]);
    return;
  }
  for (const groups of partitions(slots, least - 1))
    cnf.clause([
      ...groups.flatMap(([first, ...rest]) => rest.map((slot) => -key.isSame(first!, slot))),
      ...isUnknown,
    ]);
}

/** By slot: it has something that no earlier one has. */
export function firsts(cnf: Cnf, key: Sharing, slots: readonly number[]): number[] {
  return cnf.guarded(0, () =>
    slots.map(
      (slot, at) =>
        -cnf.any([key.isNull(slot), ...slots.slice(0, at).map((earlier) => key.isSame(earlier, slot))]),
    ),
  );
}

/** Who shares with a and with b shares them all: of an `isSame` among all these slots. */
export function shareInTurn(cnf: Cnf, key: Sharing, slots: readonly number[]): void {
  for (const [a, b, c] of subsets(slots, 3)) {
    const ab = key.isSame(a!, b!);
    const ac = key.isSame(a!, c!);
    const bc = key.isSame(b!, c!);
    cnf.add(-ab, -bc, ac);
    cnf.add(-ab, -ac, bc);
    cnf.add(-ac, -bc, ab);
  }
}
