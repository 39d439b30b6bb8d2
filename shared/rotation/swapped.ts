// The moves of a plan with another person coming to a post on a day, and everything that follows from it carried along.
import type { Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { Stint } from "./timetable.ts";

type BareMove = Omit<Move, "chain">;

/** Who comes to the post that day by these moves; null: nobody. */
export const arrivalAt = (moves: readonly BareMove[], postId: string, day: Day): BareMove | null =>
  moves.find((move) => move.toPostId === postId && move.day === day) ?? null;

/**
 * `personId` comes instead, from `fromPostId`. Whoever was to come stays where they were; their later moves from the
 * post become the newcomer's, the newcomer's own later moves from the place that they have left fall away.
 */
export function swappedIn(
  moves: readonly BareMove[],
  {
    postId,
    day,
    personId,
    fromPostId,
  }: { postId: string; day: Day; personId: string; fromPostId: string | null },
): BareMove[] {
  const before = arrivalAt(moves, postId, day);
  return [
    ...moves.flatMap((move): BareMove[] => {
      if (move === before) return [];
      if (before && move.personId === before.personId && move.fromPostId === postId && move.day > day)
        return [{ ...move, personId }];
      const isLeftAlready = move.personId === personId && move.fromPostId === fromPostId && move.day >= day;
      return isLeftAlready ? [] : [move];
    }),
    { day, personId, fromPostId, toPostId: postId },
  ];
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
