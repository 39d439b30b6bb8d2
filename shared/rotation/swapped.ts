// The moves of a plan with another person coming to a post on a day, and ways to carry along what follows from it.
import type { Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { Stint } from "./timetable.ts";

type BareMove = Omit<Move, "chain">;
export interface Swap {
  postId: string;
  day: Day;
  personId: string;
  /** The place that they leave for it; null: reserve. */
  fromPostId: string | null;
}

/** Who comes to the post that day by these moves; null: nobody. */
export const arrivalAt = (moves: readonly BareMove[], postId: string, day: Day): BareMove | null =>
  moves.find((move) => move.toPostId === postId && move.day === day) ?? null;

/**
 * Ways for `personId` to come instead, the simplest first. In each, whoever was to come (if anybody) does not, their
 * later move from the post becomes the newcomer's, and the newcomer's own later moves from the place left fall away.
 * Whoever was to come stays where they were, and either nobody follows them there (the rest of their chain is taken
 * back), or all others move as before; or they leave all the same, to reserve or for the place that the newcomer leaves.
 */
export function waysToSwap(moves: readonly BareMove[], swap: Swap): BareMove[][] {
  const before = arrivalAt(moves, swap.postId, swap.day);
  const arrival: BareMove = {
    day: swap.day,
    personId: swap.personId,
    fromPostId: swap.fromPostId,
    toPostId: swap.postId,
  };
  const rest = moves.flatMap((move): BareMove[] => {
    if (move === before) return [];
    const isLater = move.day > swap.day || (move.day === swap.day && move.personId === swap.personId);
    if (before && isLater && move.personId === before.personId && move.fromPostId === swap.postId)
      return [{ ...move, personId: swap.personId }];
    return isLater && move.personId === swap.personId && move.fromPostId === swap.fromPostId ? [] : [move];
  });
  const kept = [...rest, arrival];
  if (!before) return [kept];
  const upstream = followers(rest, before);
  const ways = upstream.size > 0 ? [[...rest.filter((move) => !upstream.has(move)), arrival], kept] : [kept];
  const elsewhere = [null, swap.fromPostId].filter(
    (postId, at, all) => postId !== before.fromPostId && all.indexOf(postId) === at,
  );
  return [...ways, ...elsewhere.map((toPostId) => [...kept, { ...before, toPostId }])];
}

/** Who comes because of the move: the last arrival at the place that it leaves, at whose place another arrives, and so on. */
function followers(moves: readonly BareMove[], of: BareMove): Set<BareMove> {
  const found = new Set<BareMove>();
  let move: BareMove | undefined = of;
  while (move?.fromPostId) {
    const { fromPostId, day }: BareMove = move;
    const month: string = day.slice(0, 7);
    const next: BareMove | undefined = moves.find(
      (it) => it.toPostId === fromPostId && it.day <= day && it.day.slice(0, 7) === month && !found.has(it),
    );
    if (next) found.add(next);
    move = next;
  }
  return found;
}

/** The place that a move takes somebody from: the key post they then hold, else the latest other; null: reserve. */
export function placeOn(
  stints: readonly Stint[],
  day: Day,
  isKey: (postId: string) => boolean,
  kept: readonly string[],
): string | null {
  const held = stints
    .filter(
      (it) =>
        it.from < day && day <= it.until && (it.until > day || it.isLeftByMove) && !kept.includes(it.postId),
    )
    .sort((x, y) => Number(isKey(y.postId)) - Number(isKey(x.postId)) || (x.from < y.from ? 1 : -1));
  return held[0]?.postId ?? null;
}
