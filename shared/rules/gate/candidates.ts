// Who holds the authority of a step on a day, in whatever way and for whatever amount; and up to what.
import type { Authority } from "../../domain/authority.ts";
import { contains, type Day } from "../../domain/day.ts";
import type { Fen } from "../../domain/money.ts";
import type { Post } from "../../domain/organisation.ts";
import { sortedIds } from "../gather.ts";
import type { View } from "../view.ts";

export interface Candidate {
  readonly personId: string;
  /** Posts that grant it, or else all that the person holds that day. */
  readonly posts: readonly Post[];
  /** The highest ceiling in fen; null: none. */
  readonly upTo: Fen | null;
}

/** By id; people who have left or are system accounts hold nothing. */
export function candidatesFor(view: View, stepId: string, day: Day): Candidate[] {
  const holders = view.holdersOf.get(stepId);
  const lent = view.world.delegations.filter(
    (row) => contains(row, day) && view.authorities.get(row.authorityId)?.stepId === stepId,
  );
  const held = view.world.assignments.filter((row) => contains(row, day) && holders?.posts.has(row.postId));
  const ids = sortedIds([
    ...(holders?.people.keys() ?? []),
    ...held.map(({ personId }) => personId),
    ...lent.map(({ toPersonId }) => toPersonId),
  ]);
  return ids.flatMap((personId): Candidate[] => {
    const person = view.people.get(personId);
    if (!person || person.isSystem || (person.leavesOn !== null && person.leavesOn <= day)) return [];
    const own = (view.assignmentsOf.get(personId) ?? []).filter((row) => contains(row, day));
    const granting = own.filter(({ postId }) => holders?.posts.has(postId));
    const rows = [
      ...(holders?.people.get(personId) ?? []),
      ...granting.flatMap(({ postId }) => holders?.posts.get(postId) ?? []),
      ...lent.flatMap((row) =>
        row.toPersonId === personId ? (view.authorities.get(row.authorityId) ?? []) : [],
      ),
    ].filter((row) => contains(row, day));
    if (rows.length === 0) return [];
    const shown = granting.length > 0 ? granting : own;
    return [
      {
        personId,
        posts: sortedIds(shown.map(({ postId }) => postId)).flatMap((id) => view.posts.get(id) ?? []),
        upTo: highest(rows),
      },
    ];
  });
}

const highest = (rows: readonly Authority[]): Fen | null =>
  rows.some(({ upTo }) => upTo === null) ? null : Math.max(...rows.map(({ upTo }) => upTo ?? 0));
