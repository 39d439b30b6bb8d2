// A matching as people read it, and as the answer to one of its files.
import type { SwapMatchingView } from "../../../shared/contract/swaps.ts";
import type { Day } from "../../../shared/domain/day.ts";
import type { ProposalsFile } from "../../../shared/domain/swap-offer.ts";
import {
  fits,
  matchSwaps,
  type Offered,
  offered,
  type SwapMatching,
} from "../../../shared/rotation/swap-matching.ts";
import type { ReadOffers } from "./offer-files.ts";

interface Matched {
  files: readonly ReadOffers[];
  offers: readonly Offered[];
  matching: SwapMatching;
}

export function matched(files: readonly ReadOffers[]): Matched {
  const plain = files.map(({ file }) => file);
  return { files, offers: offered(plain), matching: matchSwaps(plain) };
}

export function matchingView({ files, offers, matching }: Matched): SwapMatchingView {
  const offerOf = new Map(offers.map((offer) => [offer.offerId, offer]));
  const fileOf = new Map(files.map(({ file }, at) => [file.fileId, at]));
  const inCycles = new Set(matching.cycles.flatMap(({ offerIds }) => offerIds));
  return {
    files: files.map(({ name, file }) => ({
      name,
      label: file.label,
      offers: file.offers.length,
      matched: file.offers.filter(({ offerId }) => inCycles.has(offerId)).length,
    })),
    cycles: matching.cycles.map(({ month, offerIds }) => ({
      month,
      stops: offerIds.flatMap((id) => {
        const offer = offerOf.get(id);
        return offer
          ? [
              {
                offerId: id,
                file: fileOf.get(offer.fileId) ?? -1,
                postClass: offer.postClass,
                level: offer.postLevel,
                needs: offer.postNeeds,
              },
            ]
          : [];
      }),
    })),
    offers: offers.length,
    matched: inCycles.size,
    atMost: matching.atMost,
    isBest: matching.isBest,
  };
}

/** The answer to one file: what concerns its own offers, and nothing of the others beyond what a swap needs. */
export function proposalsFor(
  { offers, matching }: Matched,
  { file, sha256 }: ReadOffers,
  madeOn: Day,
): ProposalsFile {
  const offerOf = new Map(offers.map((offer) => [offer.offerId, offer]));
  const proposals = file.offers.flatMap(({ offerId }): ProposalsFile["proposals"] => {
    const cycle = matching.cycles.find(({ offerIds }) => offerIds.includes(offerId));
    if (!cycle) return [];
    const ids = cycle.offerIds;
    const at = ids.indexOf(offerId);
    const next = offerOf.get(ids[(at + 1) % ids.length] ?? "");
    const before = offerOf.get(ids[(at + ids.length - 1) % ids.length] ?? "");
    if (!next || !before) return [];
    return [
      {
        offerId,
        month: cycle.month,
        cycleLength: ids.length,
        goesTo: {
          offerId: next.offerId,
          postClass: next.postClass,
          postLevel: next.postLevel,
          postNeeds: next.postNeeds,
        },
        comes: {
          offerId: before.offerId,
          personLevel: before.personLevel,
          personSkills: before.personSkills,
        },
      },
    ];
  });
  const answered = new Set(proposals.map(({ offerId }) => offerId));
  return {
    format: "quanheng-swap-proposals",
    version: 1,
    fileId: file.fileId,
    offersSha256: sha256,
    madeOn,
    isBest: matching.isBest,
    proposals,
    unmatched: file.offers.flatMap(({ offerId }) => {
      const own = offerOf.get(offerId);
      if (!own || answered.has(offerId)) return [];
      return [
        {
          offerId,
          fitsTo: offers.filter((other) => fits(own, other)).length,
          fitsFrom: offers.filter((other) => fits(other, own)).length,
        },
      ];
    }),
  };
}
