// The moves of a plan by ids alone, and what one list of them has that another lacks.
import type { BareMove, Plan } from "../../../shared/contract/plan.ts";

export const bareMoves = ({ moves }: Pick<Plan, "moves">): BareMove[] =>
  moves.map(({ day, person, from, to }) => ({
    day,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));

const nameOf = ({ day, personId, fromPostId, toPostId }: BareMove): string =>
  JSON.stringify([day, personId, fromPostId, toPostId]);

export function changesBetween(
  before: readonly BareMove[],
  after: readonly BareMove[],
): { removes: BareMove[]; adds: BareMove[] } {
  const had = new Set(before.map(nameOf));
  const has = new Set(after.map(nameOf));
  return {
    removes: before.filter((move) => !has.has(nameOf(move))),
    adds: after.filter((move) => !had.has(nameOf(move))),
  };
}
