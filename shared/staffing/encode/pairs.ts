// "Rising" and "unrelated" as clauses: what two slots ask of each other.
import type { StaffingBound } from "../../domain/staffing.ts";
import type { Choices } from "./choices.ts";

type Rising = Extract<StaffingBound, { type: "rising" }>;
type Unrelated = Extract<StaffingBound, { type: "unrelated" }>;

/** By rank that an earlier slot can have: at least that rank there and at most that rank later is only for one and the same person. */
export function addRising(choices: Choices, bound: Rising): void {
  const { cnf, problem } = choices;
  for (const earlier of new Set(bound.earlier))
    for (const later of new Set(bound.later)) {
      if (earlier >= later) continue;
      const ranks = new Set(
        problem.allowed[earlier]!.flatMap((taker) => {
          const rank = bound.rank[taker] ?? null;
          return rank === null ? [] : [rank];
        }),
      );
      for (const rank of ranks) {
        const isLow = choices.where(later, (it) => {
          const own = bound.rank[it] ?? null;
          return own !== null && own <= rank;
        });
        const isHigh = choices.where(earlier, (it) => (bound.rank[it] ?? null) === rank);
        cnf.add(-isHigh, -isLow, choices.person.isSame(earlier, later));
      }
    }
}

export function addUnrelated(choices: Choices, bound: Unrelated): void {
  const { cnf } = choices;
  const involved = new Set(bound.related.flat());
  const left = creditedOn(choices, bound.left, involved);
  const right = creditedOn(choices, bound.right, involved);
  for (const [a, b] of bound.related) {
    if (a === b) continue;
    for (const [mine, theirs] of [
      [a, b],
      [b, a],
    ] as const) {
      const one = left.get(mine);
      const other = right.get(theirs);
      if (one !== undefined && other !== undefined) cnf.add(-one, -other);
    }
  }
}

/** By person of these: holds where they are credited on some of the slots. */
function creditedOn(
  choices: Choices,
  slots: readonly number[],
  people: ReadonlySet<number>,
): Map<number, number> {
  const literals = new Map<number, number[]>();
  for (const slot of new Set(slots))
    for (const [taker, literal] of choices.takersOf(slot))
      for (const person of choices.problem.takers[taker]!.credited) {
        if (!people.has(person)) continue;
        const list = literals.get(person);
        if (list) list.push(literal);
        else literals.set(person, [literal]);
      }
  return new Map([...literals].map(([person, list]) => [person, choices.cnf.any(list)]));
}
