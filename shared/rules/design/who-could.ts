// Who may do a step at an amount on a day, each with the authority and the post or loan that makes it so.
import type { Authority } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import { coversAmount, type Fen } from "../../domain/money.ts";
import { holdsPost, isValidLoan } from "../cover.ts";
import type { View } from "../view.ts";
import { isThere } from "./standing.ts";

export interface Able {
  personId: string;
  authority: Authority;
  /** The lender; null: in the own right. */
  fromPersonId: string | null;
}
export interface WhoCould {
  able: Able[];
  /** Posts with authority at the amount that nobody holds that day. */
  emptyPostIds: string[];
}

/** In order of upper bound, then post or person; each person once, in the own right before by loan. */
export function whoCould(view: View, stepId: string, amount: Fen | null, day: Day): WhoCould {
  const covering = view.world.authorities
    .filter(
      (row) => row.stepId === stepId && contains(row, day) && (amount === null || coversAmount(row, amount)),
    )
    .toSorted((a, b) => (a.upTo ?? Number.MAX_SAFE_INTEGER) - (b.upTo ?? Number.MAX_SAFE_INTEGER));
  const able = new Map<string, Able>();
  const add = (personId: string, authority: Authority, fromPersonId: string | null): void => {
    const person = view.people.get(personId);
    if (!person || !isThere(person, day) || able.has(personId)) return;
    able.set(personId, { personId, authority, fromPersonId });
  };
  const emptyPostIds: string[] = [];
  for (const authority of covering) {
    if (authority.personId !== null) add(authority.personId, authority, null);
    const { postId } = authority;
    if (postId === null) continue;
    const before = able.size;
    const holders = view.world.people.filter((person) => holdsPost(view, person.id, postId, day));
    for (const person of holders) add(person.id, authority, null);
    if (able.size === before && !holders.some((person) => able.has(person.id))) emptyPostIds.push(postId);
  }
  for (const authority of covering) {
    for (const delegation of view.world.delegations) {
      if (delegation.authorityId !== authority.id || !contains(delegation, day)) continue;
      if (isValidLoan(view, { delegation, authority }, day))
        add(delegation.toPersonId, authority, delegation.fromPersonId);
    }
  }
  return { able: [...able.values()], emptyPostIds: [...new Set(emptyPostIds)] };
}
