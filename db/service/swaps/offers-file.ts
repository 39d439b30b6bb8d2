// What goes out: offers without any name, under the ids that they have been given for it (docs/swaps.md).
import type { OffersFile } from "../../../shared/domain/swap-offer.ts";
import type { Desk } from "../desk.ts";
import { labelsOf } from "../labels.ts";
import { type StoredOffer, skillsOn } from "./stored-offers.ts";

export function offersFile(
  desk: Desk,
  fileId: string,
  label: string | null,
  offers: readonly StoredOffer[],
): OffersFile {
  const world = desk.world();
  const labels = labelsOf(world);
  return {
    format: "quanheng-swap-offers",
    version: 1,
    fileId,
    label: label === null || label.trim() === "" ? null : label.trim(),
    madeOn: desk.today(),
    // In order of the random ids, which is no order at all.
    offers: offers
      .toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1))
      .map(({ offerId, personId, postId, body }) => {
        const post = labels.post(postId);
        const level = post?.level ?? "handler";
        return {
          offerId,
          postClass: body.postClass,
          postLevel: level,
          postNeeds: [...new Set(post?.qualifications ?? [])].sort(),
          personLevel: level,
          personSkills: skillsOn(world, personId, desk.today()),
          accepts: [...body.accepts],
          fromMonth: body.fromMonth,
          toMonth: body.toMonth,
        };
      }),
  };
}
