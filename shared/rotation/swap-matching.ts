// Matches offers of several units into exchange cycles: the best set of cycles that share no offer (docs/swaps.md).
import type { OffersFile, SwapOffer } from "../domain/swap-offer.ts";

/** An offer with the file that it comes from. */
export interface Offered extends SwapOffer {
  fileId: string;
}
/** Offers in order of going: each person takes the post of the next, the last that of the first. */
export interface SwapCycle {
  /** From the smallest id on. */
  offerIds: readonly string[];
  month: string;
  /** Months from each offer's first month to the cycle's, added up. */
  waited: number;
}
export interface SwapMatching {
  cycles: readonly SwapCycle[];
  /** No matching has more offers; equal to those matched where `isBest`. */
  atMost: number;
  isBest: boolean;
  /** Cycles looked at. */
  work: number;
}

const longest = 4;
/** Enough for some hundred offers; what is not proved in it says so. */
const plenty = 2_000_000;

export const offered = (files: readonly OffersFile[]): Offered[] =>
  files
    .flatMap(({ fileId, offers }) => offers.map((offer) => ({ ...offer, fileId })))
    .sort((a, b) => (a.offerId < b.offerId ? -1 : 1));

/** Whether the person of `a` may take the post of `b`, as far as the files say. */
export const fits = (a: Offered, b: Offered): boolean =>
  a.fileId !== b.fileId &&
  a.personLevel === b.postLevel &&
  (a.accepts.length === 0 || a.accepts.includes(b.postClass)) &&
  b.postNeeds.every((code) => a.personSkills.includes(code));

/** Every cycle of two to four offers, each once, in order of its ids as words. Stops at the budget. */
export function swapCycles(
  offers: readonly Offered[],
  budget: number,
): { cycles: SwapCycle[]; isAll: boolean; work: number } {
  const sorted = [...offers].sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
  const next = sorted.map((a) => sorted.flatMap((b, at) => (fits(a, b) ? [at] : [])));
  const cycles: SwapCycle[] = [];
  let work = 0;
  const walk = (path: readonly number[], from: string, to: string): void => {
    const [first = -1] = path;
    for (const at of next[path.at(-1) ?? -1] ?? []) {
      if (work >= budget) return;
      work++;
      const offer = sorted[at];
      if (!offer) continue;
      if (at === first) {
        const own = path.flatMap((one) => sorted[one] ?? []);
        cycles.push({
          offerIds: own.map(({ offerId }) => offerId),
          month: from,
          waited: own.reduce((sum, { fromMonth }) => sum + monthsBetween(fromMonth, from), 0),
        });
        continue;
      }
      const isFresh = at > first && !path.some((one) => sorted[one]?.fileId === offer.fileId);
      if (!isFresh || path.length === longest) continue;
      const later = offer.fromMonth > from ? offer.fromMonth : from;
      const sooner = offer.toMonth < to ? offer.toMonth : to;
      if (later <= sooner) walk([...path, at], later, sooner);
    }
  };
  sorted.forEach((offer, at) => {
    walk([at], offer.fromMonth, offer.toMonth);
  });
  cycles.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return { cycles, isAll: work < budget, work };
}

const keyOf = ({ offerIds }: SwapCycle): string => offerIds.join(" ");
const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

/** The best matching within the budget; the order of files and offers does not matter. */
export function matchSwaps(files: readonly OffersFile[], budget = plenty): SwapMatching {
  const found = swapCycles(offered(files), budget);
  const parts = groupsOf(found.cycles).map((cycles) => bestOf(cycles, budget - found.work));
  const cycles = parts.flatMap((part) => part.cycles).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    cycles,
    atMost: found.isAll ? parts.reduce((sum, part) => sum + part.atMost, 0) : offered(files).length,
    isBest: found.isAll && parts.every((part) => part.isBest),
    work: parts.reduce((sum, part) => sum + part.work, found.work),
  };
}

/** Cycles that hang together by an offer: each group is matched by itself. */
function groupsOf(cycles: readonly SwapCycle[]): SwapCycle[][] {
  const groupOf = new Map<string, SwapCycle[]>();
  for (const cycle of cycles) {
    const groups = new Set<SwapCycle[]>();
    for (const id of cycle.offerIds) groups.add(groupOf.get(id) ?? []);
    const [first = [], ...others] = groups;
    for (const other of others) first.push(...other);
    first.push(cycle);
    for (const it of first) for (const id of it.offerIds) groupOf.set(id, first);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
}

/**
 * Goes through the offers from the smallest id on: taken into each cycle that begins with it, or left out at last. So the
 * first of equally good matchings that is met has the smallest list, and what cannot be better is cut off.
 */
function bestOf(cycles: readonly SwapCycle[], budget: number): SwapMatching {
  const ids = [...new Set(cycles.flatMap(({ offerIds }) => offerIds))].sort();
  const beginning = new Map(ids.map((id) => [id, cycles.filter(({ offerIds }) => offerIds[0] === id)]));
  const gone = new Set<string>();
  const taken: SwapCycle[] = [];
  let best: { worth: number[]; cycles: SwapCycle[] } = { worth: [0, 0, 0, 0], cycles: [] };
  let work = 0;
  const alive = (cycle: SwapCycle): boolean => !cycle.offerIds.some((id) => gone.has(id));

  const go = (at: number): void => {
    const open = new Set<string>();
    for (const cycle of cycles) {
      work++;
      if (alive(cycle)) for (const id of cycle.offerIds) open.add(id);
    }
    const worth = worthOf(taken);
    if (isLess(worth, best.worth)) best = { worth, cycles: [...taken] };
    const hope = [
      (worth[0] ?? 0) - open.size,
      worth[1] ?? 0,
      (worth[2] ?? 0) + Math.ceil(open.size / longest),
      worth[3] ?? 0,
    ];
    if (open.size === 0 || !isLess(hope, best.worth) || work >= budget) return;
    const id = ids[at];
    if (id === undefined) return;
    if (open.has(id))
      for (const cycle of beginning.get(id) ?? []) {
        if (!alive(cycle)) continue;
        taken.push(cycle);
        for (const one of cycle.offerIds) gone.add(one);
        go(at + 1);
        for (const one of cycle.offerIds) gone.delete(one);
        taken.pop();
      }
    const wasGone = gone.has(id);
    gone.add(id);
    go(at + 1);
    if (!wasGone) gone.delete(id);
  };
  go(0);
  const matched = best.cycles.reduce((sum, { offerIds }) => sum + offerIds.length, 0);
  const isBest = work < budget;
  return { cycles: best.cycles, atMost: isBest ? matched : ids.length, isBest, work };
}

/** Smaller is better: offers matched (negative), cycles longer than two, cycles, months waited. */
const worthOf = (cycles: readonly SwapCycle[]): number[] => [
  -cycles.reduce((sum, { offerIds }) => sum + offerIds.length, 0),
  cycles.filter(({ offerIds }) => offerIds.length > 2).length,
  cycles.length,
  cycles.reduce((sum, { waited }) => sum + waited, 0),
];
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
