// The chains of a plan in the order in which places pass on: who comes from outside first, who goes outside last.
import type { Day } from "../../../shared/domain/day.ts";
import type { DraftMove } from "./hand-edits.ts";

export interface Chain {
  number: number;
  /** Each arrives where the next one leaves. */
  moves: readonly DraftMove[];
  /** The last one leaves for where the first one left: people change places with each other. */
  isCycle: boolean;
  personIds: ReadonlySet<string>;
  from: Day;
  until: Day;
}

/** Begins with a move whose place nobody of the chain fills; a cycle begins with its earliest move. */
function ordered(moves: readonly DraftMove[]): { moves: DraftMove[]; isCycle: boolean } {
  const left = [...moves].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
  const line: DraftMove[] = [];
  let isCycle = false;
  while (left.length > 0) {
    const start =
      left.find(
        (move) =>
          move.fromPostId === null || !left.some((one) => one !== move && one.toPostId === move.fromPostId),
      ) ?? left[0];
    if (!start) break;
    let move: DraftMove | undefined = start;
    let last = start;
    while (move) {
      const here: DraftMove = move;
      left.splice(left.indexOf(here), 1);
      line.push(here);
      last = here;
      move = here.toPostId === null ? undefined : left.find((one) => one.fromPostId === here.toPostId);
    }
    if (last !== start && last.toPostId !== null && last.toPostId === start.fromPostId) isCycle = true;
  }
  return { moves: line, isCycle };
}

/** In the order of their numbers. */
export function chainsOf(moves: readonly DraftMove[]): Chain[] {
  const of = new Map<number, DraftMove[]>();
  for (const move of moves) {
    const own = of.get(move.chain);
    if (own) own.push(move);
    else of.set(move.chain, [move]);
  }
  return [...of]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => {
      const days = own.map(({ day }) => day).sort();
      return {
        number,
        ...ordered(own),
        personIds: new Set(own.map(({ personId }) => personId)),
        from: days[0] ?? "",
        until: days.at(-1) ?? "",
      };
    });
}

/** Posts that a chain touches, in the order in which they stand under each other. */
export function postsOf(chain: Chain): string[] {
  const ids = chain.moves.flatMap((move) => [move.fromPostId, move.toPostId]);
  return [...new Set(ids.filter((id) => id !== null))];
}
