// The tenure ledger: who sits on which key post since when, until when at the longest, and how near that is.
import { addMonths, contains, type Day, daysBetween } from "../domain/day.ts";
import type { Exemption, Tenure, TenureState } from "../domain/rotation.ts";
import {
  defaultGapMonths,
  exemptionOn,
  type TenureTerm,
  tenureLimitMonths,
  tenureTerms,
} from "../domain/tenure-term.ts";
import type { Facts } from "../domain/world.ts";

/** 预警 and 临期 begin this many days before the due day; 已轮岗 is shown as long after it (norms §4.2). */
const warningDays = 180;
const nearDays = 90;
const rotatedDays = 90;

/** A term as the ledger shows it on a day. */
export interface LedgerLine {
  term: TenureTerm;
  /** First day away, of a term left by a change; null: it goes on. */
  leftOn: Day | null;
  /** Null: neither the post nor its risk grade has a limit; then nothing is due. */
  limitMonths: number | null;
  dueOn: Day | null;
  state: TenureState;
  /** Negative once overdue; null where nothing is due any more. */
  daysLeft: number | null;
  exemption: Exemption | null;
  /** Served on the day, on the term's own post before others; in a gap, the last begun. */
  assignmentId: string;
}

/**
 * One line per person and term that contains `today`, or was left by a change within the last 90 days; soonest due
 * first, without a limit last. `gapMonths` is the tenure rule's parameter.
 */
export function ledgerLines(facts: Facts, today: Day, gapMonths: number = defaultGapMonths): LedgerLine[] {
  const postOf = new Map(facts.posts.map((post) => [post.id, post]));
  const leavesOn = new Map(facts.people.map((person) => [person.id, person.leavesOn]));
  return tenureTerms(facts, gapMonths)
    .flatMap((term): LedgerLine[] => {
      const post = postOf.get(term.postId);
      const isThere = contains(term, today);
      if (
        !post ||
        (!isThere && !isLeftByChange(term, post.until, leavesOn.get(term.personId) ?? null, today))
      )
        return [];
      const limitMonths = tenureLimitMonths(post, facts.tenurePolicies);
      const dueOn = limitMonths === null ? null : addMonths(term.from, limitMonths);
      const daysLeft = dueOn === null || !isThere ? null : daysBetween(today, dueOn);
      const exemption = isThere
        ? (exemptionOn(facts.exemptions, term.personId, term.family, today) ?? null)
        : null;
      const own = daysLeft === null ? "normal" : stateAt(daysLeft);
      return [
        {
          term,
          leftOn: isThere ? null : term.until,
          limitMonths,
          dueOn,
          state: !isThere ? "rotated" : exemption ? "exempt" : own,
          daysLeft,
          exemption,
          assignmentId: servingAssignmentId(term, today),
        },
      ];
    })
    .sort(
      (a, b) =>
        order(a.dueOn ?? "~", b.dueOn ?? "~") ||
        order(a.term.postId, b.term.postId) ||
        order(a.term.personId, b.term.personId),
    );
}

/** The lines of present holders whose post has a limit. */
export function tenureLedger(facts: Facts, today: Day, gapMonths: number = defaultGapMonths): Tenure[] {
  return ledgerLines(facts, today, gapMonths).flatMap(
    ({ term, limitMonths, dueOn, state, daysLeft, exemption, assignmentId }): Tenure[] =>
      limitMonths === null || dueOn === null || daysLeft === null
        ? []
        : [
            {
              personId: term.personId,
              postId: term.postId,
              assignmentId,
              startedOn: term.from,
              limitMonths,
              dueOn,
              state,
              daysLeft,
              exemptionId: exemption?.id ?? null,
            },
          ],
  );
}

/** The state of a term by the days to its due day; the due day itself is 到期, the next 超期. */
export const stateAt = (daysLeft: number): TenureState =>
  daysLeft < 0
    ? "overdue"
    : daysLeft === 0
      ? "due"
      : daysLeft <= nearDays
        ? "near"
        : daysLeft <= warningDays
          ? "warning"
          : "normal";

/**
 * Left lately by somebody who held the post in their own right or acting, the post and they themselves going on:
 * who leaves the unit, and whose post is abolished, has not rotated.
 */
function isLeftByChange(
  term: TenureTerm,
  postUntil: Day | null,
  personLeavesOn: Day | null,
  today: Day,
): boolean {
  const { until } = term;
  if (until === null || until > today || daysBetween(until, today) > rotatedDays) return false;
  if (postUntil !== null && postUntil <= until) return false;
  if (personLeavesOn !== null && personLeavesOn <= until) return false;
  return term.assignments.some(
    (it) => it.until === until && (it.kind === "substantive" || it.kind === "acting"),
  );
}

function servingAssignmentId(term: TenureTerm, today: Day): string {
  const begun = term.assignments.filter((it) => it.from <= today);
  const serving = begun.filter((it) => contains(it, today));
  const onPost = serving.filter((it) => it.postId === term.postId);
  return (onPost.at(-1) ?? serving.at(-1) ?? begun.at(-1) ?? term.assignments.at(-1))?.id ?? "";
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
