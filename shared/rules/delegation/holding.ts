// Whether somebody holds an authority of their own, or may lend it on: the days on which they do not.
import type { Authority } from "../../domain/authority.ts";
import { addDays, type Day, type Period } from "../../domain/day.ts";
import type { DelegationGround } from "./delegation.ts";

/** The first day of the span on which none of the periods runs; null: covered throughout. `span.until` is a day. */
export function firstUncovered(span: { from: Day; until: Day }, periods: readonly Period[]): Day | null {
  let reached = span.from;
  for (const { from, until } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached) break;
    if (until === null) return null;
    if (until > reached) reached = until;
  }
  return reached < span.until ? reached : null;
}

/** When the person holds the authority in their own right: a grant to them, or in its post. */
export const ownDays = (ground: DelegationGround, authority: Authority, personId: string): Period[] =>
  authority.personId === personId
    ? [authority]
    : ground.assignments.filter(
        (row) => row.personId === personId && authority.postId !== null && row.postId === authority.postId,
      );

/** Days on which the person may lend it: their own, and through loans of it where it may be lent on. */
export function lendableDays(
  ground: DelegationGround,
  authority: Authority,
  personId: string,
  seen: ReadonlySet<string> = new Set(),
): Period[] {
  const own = ownDays(ground, authority, personId);
  if (!authority.isSubDelegable) return own;
  const walked = new Set(seen).add(personId);
  const lent = ground.delegations
    .filter((row) => row.authorityId === authority.id && row.toPersonId === personId)
    .filter((row) => !walked.has(row.fromPersonId))
    .flatMap((row) =>
      lendableDays(ground, authority, row.fromPersonId, walked).flatMap((days) => meet(days, row)),
    );
  return [...own, ...lent];
}

function meet(a: Period, b: Period): Period[] {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until;
  return until === null || from < until ? [{ from, until }] : [];
}

/** Whether somebody has it on loan on some day of the span. */
export const hasOnLoan = (
  ground: DelegationGround,
  authorityId: string,
  personId: string,
  span: { from: Day; until: Day },
): boolean =>
  ground.delegations.some(
    (row) =>
      row.authorityId === authorityId &&
      row.toPersonId === personId &&
      row.from < span.until &&
      (row.until ?? addDays(span.until, 1)) > span.from,
  );
