// The moves of a kept plan by ids alone.
import type { BareMove, Plan } from "../../../shared/contract/plan.ts";

export const bareMoves = ({ moves }: Pick<Plan, "moves">): BareMove[] =>
  moves.map(({ day, person, from, to }) => ({
    day,
    personId: person.id,
    fromPostId: from?.id ?? null,
    toPostId: to?.id ?? null,
  }));
