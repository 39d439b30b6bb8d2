// What a person holds from day to day: standing duties, authorities and delegations, as duties with periods.
import type { Authority, Delegation, Step } from "../domain/authority.ts";
import type { Evidence } from "../domain/conflict.ts";
import { intersection, type Period } from "../domain/day.ts";
import type { Assignment, PostDuty } from "../domain/organisation.ts";
import { compareText } from "./gather.ts";
import type { Lookup } from "./lookup.ts";
import type { Holding } from "./view.ts";

type Rows = Partial<Pick<Holding, "assignmentId" | "postDutyId" | "authorityId" | "delegationId">>;
interface Sources {
  assignmentsOf: Lookup<string, readonly Assignment[]>;
  postDutiesOf: Lookup<string, readonly PostDuty[]>;
  authoritiesOfPost: Lookup<string, readonly Authority[]>;
  authoritiesOfPerson: Lookup<string, readonly Authority[]>;
  delegationsTo: Lookup<string, readonly Delegation[]>;
  authorities: Lookup<string, Authority>;
  steps: Lookup<string, Step>;
}

/** Every holding of a person with at least one day. A delegator keeps their own. */
export function holdingsOf(view: Sources, personId: string): Holding[] {
  const holdings: Holding[] = [];
  const add = (duty: string | undefined, days: Period | null, rows: Rows): void => {
    if (duty === undefined || days === null || (days.until !== null && days.until <= days.from)) return;
    holdings.push({
      duty,
      from: days.from,
      until: days.until,
      assignmentId: rows.assignmentId ?? null,
      postDutyId: rows.postDutyId ?? null,
      authorityId: rows.authorityId ?? null,
      delegationId: rows.delegationId ?? null,
    });
  };
  const dutyOf = (stepId: string): string | undefined => view.steps.get(stepId)?.duty;
  for (const assignment of view.assignmentsOf.get(personId) ?? []) {
    const assignmentId = assignment.id;
    for (const row of view.postDutiesOf.get(assignment.postId) ?? [])
      add(row.duty, intersection(assignment, row), { assignmentId, postDutyId: row.id });
    for (const row of view.authoritiesOfPost.get(assignment.postId) ?? [])
      add(dutyOf(row.stepId), intersection(assignment, row), { assignmentId, authorityId: row.id });
  }
  for (const row of view.authoritiesOfPerson.get(personId) ?? [])
    add(dutyOf(row.stepId), row, { authorityId: row.id });
  for (const row of view.delegationsTo.get(personId) ?? []) {
    const authority = view.authorities.get(row.authorityId);
    if (authority)
      add(dutyOf(authority.stepId), intersection(row, authority), {
        authorityId: authority.id,
        delegationId: row.id,
      });
  }
  return holdings;
}

/** The rows behind holdings, each once, by kind and id. */
export function holdingRows(holdings: readonly Holding[]): Evidence[] {
  const rows = (kind: Evidence["kind"], idOf: (row: Holding) => string | null): Evidence[] =>
    [...new Set(holdings.map(idOf))]
      .filter((id) => id !== null)
      .sort(compareText)
      .map((id) => ({ kind, id }));
  return [
    ...rows("assignment", (row) => row.assignmentId),
    ...rows("post-duty", (row) => row.postDutyId),
    ...rows("authority", (row) => row.authorityId),
    ...rows("delegation", (row) => row.delegationId),
  ];
}
