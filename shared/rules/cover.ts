// Authority over one act: who is credited with it, and whether it was covered (docs/rules/kinds.md).
import type { Authority, Delegation } from "../domain/authority.ts";
import { contains, type Day } from "../domain/day.ts";
import { coversAmount, type Fen } from "../domain/money.ts";
import { sortedIds } from "./gather.ts";
import type { Act, Coverage, CoverageReason, View } from "./view.ts";

export const holdsPost = (view: View, personId: string, postId: string, day: Day): boolean =>
  view.assignmentsOf.get(personId)?.some((row) => row.postId === postId && contains(row, day)) ?? false;

/** Fen of an act: its own, else its case's, else unknown. */
export const amountOf = (act: Act): Fen | null => act.approval.amount ?? act.case.amount;
const covers = (authority: Authority, amount: Fen | null): boolean =>
  amount === null || coversAmount(authority, amount);

/** Authorities of the act's step that the person has in their own right by what they hold that day. */
function ownAuthorities(view: View, act: Act, personId: string): Authority[] {
  const holders = view.holdersOf.get(act.step.id);
  if (!holders) return [];
  const own = [...(holders.people.get(personId) ?? [])];
  const posts = new Set<string>();
  for (const row of view.assignmentsOf.get(personId) ?? []) {
    if (posts.has(row.postId) || !contains(row, act.day)) continue;
    posts.add(row.postId);
    own.push(...(holders.posts.get(row.postId) ?? []));
  }
  return own;
}

export interface Loan {
  delegation: Delegation;
  authority: Authority;
}
/** Delegations of the act's step given to the person, of any days. */
function loansOf(view: View, act: Act, personId: string): Loan[] {
  const loans: Loan[] = [];
  for (const delegation of view.delegationsTo.get(personId) ?? []) {
    const authority = view.authorities.get(delegation.authorityId);
    if (authority?.stepId === act.step.id) loans.push({ delegation, authority });
  }
  return loans;
}
const isLive = (loan: Loan, day: Day): boolean =>
  contains(loan.delegation, day) && contains(loan.authority, day);

/** Actor and principal of a deciding act; system accounts are nobody. */
export function creditedPersons(view: View, act: Act): readonly string[] {
  act.credited ??= creditOf(view, act);
  return act.credited;
}
function creditOf(view: View, act: Act): readonly string[] {
  const actor = act.actorId;
  const principal = act.approval.onBehalfOfId;
  if (principal !== null) {
    const isSystem = view.people.get(principal)?.isSystem === true;
    if (actor === null) return isSystem ? [] : [principal];
    return isSystem || principal === actor ? [actor] : [actor, principal];
  }
  if (actor === null) return [];
  const lent = borrowedFrom(view, act, actor);
  if (lent.length === 0) return [actor];
  const givers = lent
    .map((delegation) => delegation.fromPersonId)
    .filter((giver) => view.people.get(giver)?.isSystem !== true);
  return [...new Set([actor, ...givers])];
}

/** The delegations that cover an act whose actor has no covering authority in their own right. */
export function borrowedFrom(view: View, act: Act, actorId: string): readonly Delegation[] {
  if (!view.delegationsTo.has(actorId)) return [];
  const amount = amountOf(act);
  const hasOwn = ownAuthorities(view, act, actorId).some(
    (authority) => contains(authority, act.day) && covers(authority, amount),
  );
  if (hasOwn) return [];
  return loansOf(view, act, actorId)
    .filter((loan) => isLive(loan, act.day) && covers(loan.authority, amount))
    .map((loan) => loan.delegation);
}

/** Was the giver entitled to lend it that day? A chain is followed only through sub-delegable grants. */
export function isValidLoan(
  view: View,
  loan: Loan,
  day: Day,
  path: ReadonlySet<string> = new Set(),
): boolean {
  const { authority, delegation } = loan;
  const giver = delegation.fromPersonId;
  if (authority.personId === giver) return true;
  if (authority.postId !== null && holdsPost(view, giver, authority.postId, day)) return true;
  if (!authority.isSubDelegable) return false;
  const walked = new Set(path).add(delegation.id);
  return (view.delegationsTo.get(giver) ?? []).some(
    (next) =>
      next.authorityId === authority.id &&
      !walked.has(next.id) &&
      contains(next, day) &&
      isValidLoan(view, { authority, delegation: next }, day, walked),
  );
}

/** Whether an act of a named person was covered, and if not the first reason that fits. */
export function coverageOf(view: View, act: Act, actorId: string): Coverage {
  act.coverage ??= cover(view, act, actorId);
  return act.coverage;
}
function cover(view: View, act: Act, actorId: string): Coverage {
  const answer = (reason: CoverageReason | null, own: Authority[], loans: Loan[]): Coverage => ({
    reason,
    authorityIds:
      reason === null ? [] : sortedIds([...own, ...loans.map((loan) => loan.authority)].map((row) => row.id)),
    delegationIds: reason === null ? [] : sortedIds(loans.map((loan) => loan.delegation.id)),
  });
  const own = ownAuthorities(view, act, actorId);
  const loans = view.delegationsTo.has(actorId) ? loansOf(view, act, actorId) : [];
  if (own.length + loans.length === 0) {
    const isInPost = view.assignmentsOf.get(actorId)?.some((row) => contains(row, act.day)) ?? false;
    return answer(isInPost ? "no-authority" : "no-post", [], []);
  }
  const liveOwn = own.filter((authority) => contains(authority, act.day));
  const liveLoans = loans.filter((loan) => isLive(loan, act.day));
  if (liveOwn.length + liveLoans.length === 0) return answer("outside-days", own, loans);
  const amount = amountOf(act);
  const fitOwn = liveOwn.filter((authority) => covers(authority, amount));
  const fitLoans = liveLoans.filter((loan) => covers(loan.authority, amount));
  if (fitOwn.length + fitLoans.length === 0) return answer("over-amount", liveOwn, liveLoans);
  const validLoans = fitLoans.filter((loan) => isValidLoan(view, loan, act.day));
  if (fitOwn.length + validLoans.length === 0) return answer("sub-delegated", fitOwn, fitLoans);
  const left = [...fitOwn, ...validLoans.map((loan) => loan.authority)];
  if (!act.approval.docNo && left.every((authority) => authority.isCollective))
    return answer("no-collective", fitOwn, validLoans);
  return answer(null, [], []);
}

/**
 * Every way for a person to do the act that day: in their own right (null), or for a giver whose loan covers it.
 * Empty: there is none. Giver ids ascend.
 */
export function waysOf(view: View, act: Act, actorId: string): readonly (string | null)[] {
  const amount = amountOf(act);
  const isOnRecord = (authority: Authority): boolean =>
    Boolean(act.approval.docNo) || !authority.isCollective;
  const fits = (authority: Authority): boolean => covers(authority, amount) && isOnRecord(authority);
  const hasOwn = ownAuthorities(view, act, actorId).some((row) => contains(row, act.day) && fits(row));
  const givers = (view.delegationsTo.has(actorId) ? loansOf(view, act, actorId) : [])
    .filter((loan) => isLive(loan, act.day) && fits(loan.authority) && isValidLoan(view, loan, act.day))
    .map((loan) => loan.delegation.fromPersonId);
  return [...(hasOwn ? [null] : []), ...sortedIds(givers).filter((giver) => giver !== actorId)];
}
