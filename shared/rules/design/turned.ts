// What may be told something else on a later day because rows begin or end in between; whatever is not named here is told the same.
import { addDays, addYears, contains, type Day, type Period } from "../../domain/day.ts";
import type { Assignment } from "../../domain/organisation.ts";
import type { Rule } from "../../domain/rule.ts";
import type { Facts } from "../../domain/world.ts";
import { gather } from "../gather.ts";
import type { GroundRows } from "./ground.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** From the day after `after` to `upTo`. */
export interface Span {
  readonly after: Day;
  readonly upTo: Day;
}
const isIn = ({ after, upTo }: Span, day: Day | null): boolean => day !== null && after < day && day <= upTo;
const turns = (span: Span, row: Period): boolean => isIn(span, row.from) || isIn(span, row.until);

/** A rule comes into force or goes: everything may be told something else. */
export const rulesTurn = (rules: readonly Rule[], span: Span): boolean =>
  rules.some(({ inForce }) => isIn(span, inForce.from) || isIn(span, inForce.until));

/**
 * Reader of what turns in a span: people with what is theirs, matters with their staffing, posts, and authorities and
 * delegations whose end is told `withinDays` ahead. `rows` are those of the facts, of whatever day.
 */
export function turnedReader(
  rows: GroundRows,
  facts: Facts,
  rules: readonly Rule[],
  withinDays: number,
): (span: Span) => Touched {
  const givenBy = gather(facts.delegations, (row) => row.fromPersonId);
  const lookbacks = new Set(
    rules.flatMap((rule) => (rule.kind === "relation" ? [rule.parameters.lookbackYears] : [])),
  );
  return (span) => {
    const touched = nothingTouched();
    const counts = (row: Assignment): boolean => contains(row, span.after) || contains(row, span.upTo);
    const touchStep = (stepId: string | undefined): void => {
      const step = rows.steps.get(stepId ?? "");
      if (step) touched.matters.add(step.matterId);
    };
    const touchStepOf = (authorityId: string): void => touchStep(rows.authorities.get(authorityId)?.stepId);
    const whole = new Set<string>();
    const touchPerson = (id: string): void => {
      if (whole.has(id)) return;
      whole.add(id);
      touched.people.add(id);
      for (const row of rows.assignmentsOf.get(id) ?? []) {
        if (!counts(row)) continue;
        touched.posts.add(row.postId);
        for (const { stepId } of rows.authoritiesOfPost.get(row.postId) ?? []) touchStep(stepId);
      }
      for (const { stepId } of rows.authoritiesOfPerson.get(id) ?? []) touchStep(stepId);
      for (const loan of [...(rows.delegationsTo.get(id) ?? []), ...(givenBy.get(id) ?? [])])
        touchStepOf(loan.authorityId);
      // Two related people are told of together.
      for (const tie of rows.relationsOf.get(id) ?? []) {
        touched.people.add(tie.personId);
        if (tie.otherPersonId !== null) touched.people.add(tie.otherPersonId);
      }
    };
    const touchPost = (postId: string): void => {
      touched.posts.add(postId);
      for (const row of rows.assignmentsOfPost.get(postId) ?? []) if (counts(row)) touchPerson(row.personId);
    };
    const isTold = ({ until }: Period): boolean =>
      until !== null && span.after < until && until <= addDays(span.upTo, withinDays);

    for (const { id, joinedOn, leavesOn } of facts.people)
      if (isIn(span, joinedOn) || isIn(span, leavesOn)) touchPerson(id);
    for (const row of [...facts.assignments, ...facts.absences, ...facts.qualifications])
      if (turns(span, row)) touchPerson(row.personId);
    for (const row of facts.relations) {
      const { until } = row;
      const isTurned =
        turns(span, row) ||
        (until !== null && [...lookbacks].some((years) => isIn(span, addYears(until, years))));
      if (!isTurned) continue;
      touchPerson(row.personId);
      if (row.otherPersonId !== null) touchPerson(row.otherPersonId);
    }
    for (const row of facts.posts) if (turns(span, row)) touched.posts.add(row.id);
    for (const row of facts.postDuties) if (turns(span, row)) touchPost(row.postId);
    for (const row of facts.authorities) {
      // How many days are left is told anew each day.
      if (isTold(row)) touched.authorities.add(row.id);
      if (!turns(span, row)) continue;
      touched.authorities.add(row.id);
      touchStep(row.stepId);
      if (row.postId !== null) touchPost(row.postId);
      if (row.personId !== null) touchPerson(row.personId);
      for (const loan of rows.delegationsOf.get(row.id) ?? []) {
        touchPerson(loan.toPersonId);
        touchPerson(loan.fromPersonId);
      }
    }
    for (const row of facts.delegations) {
      if (isTold(row)) touched.delegations.add(row.id);
      if (!turns(span, row)) continue;
      touched.delegations.add(row.id);
      touchPerson(row.toPersonId);
      touchPerson(row.fromPersonId);
      touchStepOf(row.authorityId);
    }
    return touched;
  };
}
