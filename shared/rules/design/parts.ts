// The design check part by part: what one person, matter, post, authority or delegation is told.
import type { Rule } from "../../domain/rule.ts";
import type { DesignFinding } from "./design-finding.ts";
import { endingAuthority, endingDelegation } from "./expiries.ts";
import { emptyPost, soleHolders, stepGaps } from "./gaps.ts";
import type { Ground } from "./ground.ts";
import { ladders } from "./ladders.ts";
import { conflictsReader, type HoldingRules } from "./potential-conflicts.ts";
import { relatedReader } from "./related-holders.ts";
import { splitReach, watchesAmong } from "./split-reach.ts";
import type { Told } from "./told.ts";
import type { Touched } from "./touched.ts";

/** Part → what it is told. A part without findings is not there. */
export type Parts = Map<string, readonly Told[]>;

export const personPart = (id: string): string => `person ${id}`;
export const matterPart = (id: string): string => `matter ${id}`;

type Named = { readonly [Kind in keyof Touched]: Iterable<string> };

export function partsOf(
  ground: Ground,
  asked: readonly Rule[],
  holding: HoldingRules,
  of: Named,
  withinDays: number,
): Parts {
  const parts: Parts = new Map();
  const put = (part: string, found: readonly Told[]): void => {
    if (found.length > 0) parts.set(part, found);
  };
  const plain = (findings: readonly DesignFinding[]): Told[] =>
    findings.map((finding) => ({ rule: null, finding }));
  const conflictsOf = conflictsReader(ground, holding);
  const relatedTo = relatedReader(ground, asked);
  const watches = watchesAmong(asked);
  for (const id of of.people) put(personPart(id), [...conflictsOf(id), ...relatedTo(id)]);
  for (const id of of.matters)
    put(
      matterPart(id),
      plain([
        ...stepGaps(ground, id),
        ...ladders(ground, id),
        ...soleHolders(ground, id),
        ...splitReach(ground, watches, id),
      ]),
    );
  for (const id of of.posts) put(`post ${id}`, plain(emptyPost(ground, id)));
  for (const id of of.authorities) {
    const row = ground.authorities.get(id);
    if (row) put(`authority ${id}`, plain(endingAuthority(ground, row, withinDays)));
  }
  for (const id of of.delegations) {
    const row = ground.delegations.get(id);
    if (row) put(`delegation ${id}`, plain(endingDelegation(ground, row, withinDays)));
  }
  return parts;
}

export const partNames = (of: Named): string[] => [
  ...[...of.people].map(personPart),
  ...[...of.matters].map(matterPart),
  ...[...of.posts].map((id) => `post ${id}`),
  ...[...of.authorities].map((id) => `authority ${id}`),
  ...[...of.delegations].map((id) => `delegation ${id}`),
];
