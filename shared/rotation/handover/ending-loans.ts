// Loans that end with a post: given of its authorities, or received in its matters (docs/handover.md).
import type { Delegation } from "../../domain/authority.ts";
import { contains, type Day, overlaps } from "../../domain/day.ts";
import type { Move } from "../../domain/rotation.ts";
import type { Facts } from "../../domain/world.ts";
import { inOrder } from "./leavings.ts";

/** Matters in which the post has an authority on some day from the given one on. */
export function mattersOfPost(facts: Facts, postId: string, from: Day): Set<string> {
  const matterOf = new Map(facts.steps.map((step) => [step.id, step.matterId]));
  const found = new Set<string>();
  for (const row of facts.authorities) {
    const matterId = matterOf.get(row.stepId);
    if (row.postId === postId && matterId !== undefined && overlaps(row, { from, until: null }))
      found.add(matterId);
  }
  return found;
}

/** Matters of the post that the person leaves with it: those of the posts that they hold on the day left out. */
export function mattersLeft(facts: Facts, personId: string, postId: string, day: Day): Set<string> {
  const left = mattersOfPost(facts, postId, day);
  for (const row of facts.assignments)
    if (row.personId === personId && row.postId !== postId && contains(row, day))
      for (const matterId of mattersOfPost(facts, row.postId, day)) left.delete(matterId);
  return left;
}

/** Loans in force on or after the day that the person has by virtue of the post. */
export function loansByVirtue(facts: Facts, personId: string, postId: string, day: Day): Delegation[] {
  const lent = new Map(facts.authorities.map((row) => [row.id, row]));
  const matterOf = new Map(facts.steps.map((step) => [step.id, step.matterId]));
  const left = mattersLeft(facts, personId, postId, day);
  return facts.delegations.filter((row) => {
    if (row.until !== null && row.until <= day) return false;
    const authority = lent.get(row.authorityId);
    if (!authority) return false;
    if (row.fromPersonId === personId) return authority.postId === postId;
    return row.toPersonId === personId && left.has(matterOf.get(authority.stepId) ?? "");
  });
}

/** The loans that the moves end, each once, with the first day on which it no longer runs; null: it would begin later, and goes. */
export function endingLoans(facts: Facts, moves: readonly Move[]): { row: Delegation; until: Day | null }[] {
  const found = new Map<string, { row: Delegation; until: Day | null }>();
  for (const move of inOrder(moves)) {
    if (move.fromPostId === null) continue;
    for (const row of loansByVirtue(facts, move.personId, move.fromPostId, move.day))
      if (!found.has(row.id)) found.set(row.id, { row, until: row.from < move.day ? move.day : null });
  }
  return [...found.values()];
}
