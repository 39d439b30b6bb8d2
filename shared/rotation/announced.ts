// Moves of an approved plan whose day has not come: taken out of the facts, so that a replan may change them.
import type { Day } from "../domain/day.ts";
import type { Assignment } from "../domain/organisation.ts";
import type { Move } from "../domain/rotation.ts";
import type { Facts } from "../domain/world.ts";
import { isCounted } from "./problem-posts.ts";

type BareMove = Omit<Move, "chain">;

const begins = (move: BareMove, row: Assignment): boolean =>
  isCounted(row) && row.personId === move.personId && row.postId === move.toPostId && row.from === move.day;
const ends = (move: BareMove, row: Assignment): boolean =>
  isCounted(row) &&
  row.personId === move.personId &&
  row.postId === move.fromPostId &&
  row.until === move.day;

/** Those of the moves after today that stand in the facts: as an assignment that begins or ends on their day. */
export const onRecord = (facts: Facts, moves: readonly BareMove[], today: Day): BareMove[] =>
  moves.filter(
    (move) =>
      move.day > today &&
      facts.assignments.some((row) => (move.toPostId === null ? ends(move, row) : begins(move, row))),
  );

/**
 * The facts without these moves: what they begin is gone, what they end goes on to `endBefore` (the end that the
 * assignment had before; null: open).
 */
export function withoutMoves(
  facts: Facts,
  moves: readonly BareMove[],
  endBefore: (assignmentId: string) => Day | null,
): Facts {
  if (moves.length === 0) return facts;
  const of = new Map<string, BareMove[]>();
  for (const move of moves) of.set(move.personId, [...(of.get(move.personId) ?? []), move]);
  return {
    ...facts,
    assignments: facts.assignments.flatMap((row) => {
      const own = of.get(row.personId) ?? [];
      if (own.some((move) => begins(move, row))) return [];
      return own.some((move) => ends(move, row)) ? [{ ...row, until: endBefore(row.id) }] : [row];
    }),
  };
}
