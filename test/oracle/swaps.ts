// The best matching of swap offers by trying every set of cycles, written from docs/swaps.md alone.
import type { OffersFile, SwapOffer } from "../../shared/domain/swap-offer.ts";

interface Going extends SwapOffer {
  file: string;
}
export interface Matching {
  cycles: { ids: string; month: string }[];
}

function mayTake(goer: Going, left: Going): boolean {
  if (goer.file === left.file) return false;
  if (goer.personLevel !== left.postLevel) return false;
  if (goer.accepts.length > 0 && !goer.accepts.some((one) => one === left.postClass)) return false;
  for (const need of left.postNeeds) if (!goer.personSkills.some((skill) => skill === need)) return false;
  return true;
}

const count = (month: string): number => Number(month.split("-")[0]) * 12 + Number(month.split("-")[1]);

function everyOrder(offers: readonly Going[]): Going[][] {
  const found: Going[][] = [];
  const more = (order: Going[]): void => {
    if (order.length >= 2) found.push(order);
    if (order.length === 4) return;
    for (const one of offers) if (!order.includes(one)) more([...order, one]);
  };
  more([]);
  return found;
}

export function bestMatching(files: readonly OffersFile[]): Matching {
  const offers = files.flatMap((file) => file.offers.map((one): Going => ({ ...one, file: file.fileId })));
  const cycles = everyOrder(offers).flatMap((order) => {
    const ids = order.map((one) => one.offerId);
    if (ids.some((id) => id < (ids[0] ?? ""))) return [];
    if (new Set(order.map((one) => one.file)).size < order.length) return [];
    if (!order.every((one, at) => mayTake(one, order[(at + 1) % order.length] as Going))) return [];
    const months = order
      .map((one) => one.fromMonth)
      .sort()
      .slice(-1)
      .filter((month) => order.every((one) => one.fromMonth <= month && month <= one.toMonth));
    const [month] = months;
    if (month === undefined) return [];
    const waited = order.reduce((sum, one) => sum + count(month) - count(one.fromMonth), 0);
    return [{ ids, words: ids.join(" "), month, waited }];
  });
  let best: { score: (number | string)[]; set: typeof cycles } | null = null;
  const choose = (at: number, set: typeof cycles): void => {
    const cycle = cycles[at];
    if (cycle === undefined) {
      const list = set.map((one) => one.words).sort();
      const score = [
        -set.reduce((sum, one) => sum + one.ids.length, 0),
        set.filter((one) => one.ids.length > 2).length,
        set.length,
        set.reduce((sum, one) => sum + one.waited, 0),
        ...list,
      ];
      if (best === null || isBefore(score, best.score)) best = { score, set };
      return;
    }
    choose(at + 1, set);
    if (!set.some((one) => one.ids.some((id) => cycle.ids.includes(id)))) choose(at + 1, [...set, cycle]);
  };
  choose(0, []);
  const found: typeof cycles = (best as { set: typeof cycles } | null)?.set ?? [];
  return {
    cycles: found
      .map((one) => ({ ids: one.words, month: one.month }))
      .sort((a, b) => (a.ids < b.ids ? -1 : 1)),
  };
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === y || x === undefined || y === undefined) continue;
    return x < y;
  }
  return false;
}
