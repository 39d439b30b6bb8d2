// What changed rows can touch: the parts of a design check that must be worked out again, and no fewer.
import type { Authority } from "../../domain/authority.ts";
import type { Ground } from "./ground.ts";
import type { RowChanges } from "./row-changes.ts";

/** Ids; a part is what one of them is told. */
export interface Touched {
  readonly people: Set<string>;
  readonly matters: Set<string>;
  readonly posts: Set<string>;
  readonly authorities: Set<string>;
  readonly delegations: Set<string>;
}

export const nothingTouched = (): Touched => ({
  people: new Set(),
  matters: new Set(),
  posts: new Set(),
  authorities: new Set(),
  delegations: new Set(),
});

/** `after`: the ground with the changes. People, posts and who sits where are the same in both. */
export function touchedBy(before: Ground, after: Ground, changes: RowChanges): Touched {
  const touched = nothingTouched();
  const grounds = [before, after];
  const touchStep = (stepId: string): void => {
    for (const { steps } of grounds) {
      const step = steps.get(stepId);
      if (step) touched.matters.add(step.matterId);
    }
  };
  const touchPost = (postId: string): void => {
    touched.posts.add(postId);
    for (const { personId } of before.sitting(postId)) touched.people.add(personId);
  };
  const touchAuthority = (row: Authority): void => {
    touched.authorities.add(row.id);
    touchStep(row.stepId);
    if (row.postId !== null) touchPost(row.postId);
    if (row.personId !== null) touched.people.add(row.personId);
    for (const { delegationsOf } of grounds)
      for (const loan of delegationsOf.get(row.id) ?? []) {
        touched.delegations.add(loan.id);
        touched.people.add(loan.toPersonId);
      }
  };
  const touchAuthoritiesOn = (stepId: string): void => {
    touchStep(stepId);
    for (const { authoritiesOfStep } of grounds)
      for (const row of authoritiesOfStep.get(stepId) ?? []) touchAuthority(row);
  };

  for (const row of [...changes.authorities.gone, ...changes.authorities.fresh]) {
    touchAuthority(row);
    // It may be, or may have been, the renewal of another one of the same holder.
    for (const { authoritiesOfStep } of grounds)
      for (const other of authoritiesOfStep.get(row.stepId) ?? [])
        if (other.postId === row.postId && other.personId === row.personId) touched.authorities.add(other.id);
  }
  for (const row of [...changes.delegations.gone, ...changes.delegations.fresh]) {
    touched.delegations.add(row.id);
    touched.people.add(row.toPersonId);
    for (const { authorities } of grounds) {
      const authority = authorities.get(row.authorityId);
      if (authority) touchStep(authority.stepId);
    }
  }
  for (const row of [...changes.postDuties.gone, ...changes.postDuties.fresh]) touchPost(row.postId);
  for (const row of [...changes.steps.gone, ...changes.steps.fresh]) {
    touched.matters.add(row.matterId);
    touchAuthoritiesOn(row.id);
  }
  for (const row of [...changes.matters.gone, ...changes.matters.fresh]) {
    touched.matters.add(row.id);
    for (const { stepsOf } of grounds)
      for (const step of stepsOf.get(row.id) ?? []) touchAuthoritiesOn(step.id);
  }
  // A finding about two related people is told of the one with the smaller id.
  for (const personId of [...touched.people])
    for (const row of before.relationsOf.get(personId) ?? []) {
      touched.people.add(row.personId);
      if (row.otherPersonId !== null) touched.people.add(row.otherPersonId);
    }
  return touched;
}
