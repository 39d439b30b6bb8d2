// The rows that a list of edits takes away and brings, found by laying the edits over those rows alone.
import type { Authority, Delegation, Matter, Step } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import type { Edit, SetKind } from "../../domain/edit.ts";
import { withEdits } from "../../domain/edited.ts";
import type { PostDuty } from "../../domain/organisation.ts";
import type { Facts } from "../../domain/world.ts";
import type { Lookup } from "../lookup.ts";
import type { GroundRows } from "./ground.ts";

export interface Changed<Row> {
  readonly gone: readonly Row[];
  readonly fresh: readonly Row[];
}
/** Tenure policies and exemptions are not asked by the design check; edits of assignments have it made anew. */
export interface RowChanges {
  readonly authorities: Changed<Authority>;
  readonly delegations: Changed<Delegation>;
  readonly postDuties: Changed<PostDuty>;
  readonly steps: Changed<Step>;
  readonly matters: Changed<Matter>;
}

const idsOf = (edits: readonly Edit[], kind: SetKind): Set<string> =>
  new Set(edits.flatMap((edit) => ("kind" in edit && edit.kind === kind ? [edit.id] : [])));

/** `facts`: whatever facts; only the rows named by the edits are taken, from the ground. */
export function rowChanges(facts: Facts, rows: GroundRows, edits: readonly Edit[], day: Day): RowChanges {
  const named = <Row>(of: Lookup<string, Row>, kind: SetKind): Row[] =>
    [...idsOf(edits, kind)].flatMap((id) => of.get(id) ?? []);
  const before = {
    authorities: named(rows.authorities, "authorities"),
    delegations: named(rows.delegations, "delegations"),
    postDuties: named(rows.postDuties, "post-duties"),
    steps: named(rows.steps, "steps"),
    matters: named(rows.matters, "matters"),
  };
  const after = withEdits(
    { ...facts, ...before, duties: [], tenurePolicies: [], exemptions: [], assignments: [] },
    edits,
    day,
  );
  return {
    authorities: changed(before.authorities, after.authorities),
    delegations: changed(before.delegations, after.delegations),
    postDuties: changed(before.postDuties, after.postDuties),
    steps: changed(before.steps, after.steps),
    matters: changed(before.matters, after.matters),
  };
}

function changed<Row>(before: readonly Row[], after: readonly Row[]): Changed<Row> {
  const [old, now] = [new Set(before), new Set(after)];
  return { gone: before.filter((row) => !now.has(row)), fresh: after.filter((row) => !old.has(row)) };
}

/** The same ground with these rows. */
export function withChanges(rows: GroundRows, changes: RowChanges): GroundRows {
  const { authorities, delegations, postDuties, steps, matters } = changes;
  return {
    ...rows,
    matters: reidentified(rows.matters, matters),
    steps: reidentified(rows.steps, steps),
    stepsOf: regathered(rows.stepsOf, (row) => row.matterId, steps),
    postDuties: reidentified(rows.postDuties, postDuties),
    postDutiesOf: regathered(rows.postDutiesOf, (row) => row.postId, postDuties),
    authorities: reidentified(rows.authorities, authorities),
    authoritiesOfPost: regathered(rows.authoritiesOfPost, (row) => row.postId, authorities),
    authoritiesOfPerson: regathered(rows.authoritiesOfPerson, (row) => row.personId, authorities),
    authoritiesOfStep: regathered(rows.authoritiesOfStep, (row) => row.stepId, authorities),
    delegations: reidentified(rows.delegations, delegations),
    delegationsTo: regathered(rows.delegationsTo, (row) => row.toPersonId, delegations),
    delegationsOf: regathered(rows.delegationsOf, (row) => row.authorityId, delegations),
  };
}

/** Few rows: the lookup asks these first. */
function reidentified<Row extends { id: string }>(
  base: Lookup<string, Row>,
  { gone, fresh }: Changed<Row>,
): Lookup<string, Row> {
  const changes = new Map<string, Row | undefined>(gone.map(({ id }) => [id, undefined]));
  for (const row of fresh) changes.set(row.id, row);
  return changes.size === 0 ? base : { get: (id) => (changes.has(id) ? changes.get(id) : base.get(id)) };
}

/** Rows by key, some gone and some new. */
function regathered<Row>(
  base: Lookup<string, readonly Row[]>,
  keyOf: (row: Row) => string | null,
  { gone, fresh }: Changed<Row>,
): Lookup<string, readonly Row[]> {
  const changes = new Map<string, readonly Row[]>();
  const rowsAt = (key: string): readonly Row[] => changes.get(key) ?? base.get(key) ?? [];
  for (const row of gone) {
    const key = keyOf(row);
    if (key !== null)
      changes.set(
        key,
        rowsAt(key).filter((one) => one !== row),
      );
  }
  for (const row of fresh) {
    const key = keyOf(row);
    if (key !== null) changes.set(key, [...rowsAt(key), row]);
  }
  return changes.size === 0 ? base : { get: (key) => changes.get(key) ?? base.get(key) };
}
