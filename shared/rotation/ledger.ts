// The tenure ledger: who sits on which key post since when, until when at the longest, and how near that is.
import { addMonths, contains, type Day, daysBetween } from "../domain/day.ts";
import type { Tenure, TenureState } from "../domain/rotation.ts";
import {
  defaultGapMonths,
  exemptionOn,
  type TenureTerm,
  tenureLimitMonths,
  tenureTerms,
} from "../domain/tenure-term.ts";
import type { Facts } from "../domain/world.ts";

/** 预警 and 临期 begin this many days before the due day (norms §4.2). */
const warningDays = 180;
const nearDays = 90;

/**
 * One line per person and term that contains `today`, soonest due first. A key post without a limit
 * (neither its own nor its risk grade's) has no line. `gapMonths` is the tenure rule's parameter.
 */
export function tenureLedger(facts: Facts, today: Day, gapMonths: number = defaultGapMonths): Tenure[] {
  const postOf = new Map(facts.posts.map((post) => [post.id, post]));
  return tenureTerms(facts, gapMonths)
    .filter((term) => contains(term, today))
    .flatMap((term): Tenure[] => {
      const post = postOf.get(term.postId);
      const limitMonths = post ? tenureLimitMonths(post, facts.tenurePolicies) : null;
      if (limitMonths === null) return [];
      const dueOn = addMonths(term.from, limitMonths);
      const daysLeft = daysBetween(today, dueOn);
      const exemption = exemptionOn(facts.exemptions, term.personId, term.family, today);
      return [
        {
          personId: term.personId,
          postId: term.postId,
          assignmentId: servingAssignmentId(term, today),
          startedOn: term.from,
          limitMonths,
          dueOn,
          state: exemption ? "exempt" : stateAt(daysLeft),
          daysLeft,
          exemptionId: exemption?.id ?? null,
        },
      ];
    })
    .sort((a, b) => order(a.dueOn, b.dueOn) || order(a.postId, b.postId) || order(a.personId, b.personId));
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

/** The assignment served today, on the term's own post before others; in a gap, the last begun; else the last. */
function servingAssignmentId(term: TenureTerm, today: Day): string {
  const begun = term.assignments.filter((it) => it.from <= today);
  const serving = begun.filter((it) => contains(it, today));
  const onPost = serving.filter((it) => it.postId === term.postId);
  return (onPost.at(-1) ?? serving.at(-1) ?? begun.at(-1) ?? term.assignments.at(-1))?.id ?? "";
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
