// Wishes as the search sees them: moves that are given by month, and who may not go or come when.
import type { Day } from "../../domain/day.ts";
import type { Move } from "../../domain/rotation.ts";
import type { RotationProblem } from "../plan.ts";
import { type Months, monthOfSlot, never, offsetOfSlot } from "./months.ts";

/** A move that is to be carried out: post indices, -1 for reserve. */
export interface Given {
  person: number;
  from: number;
  to: number;
  month: number;
  offset: number;
  /** False: announced before, kept where that can be. */
  isFixed: boolean;
}

export const inOrder = (a: Given, b: Given): number =>
  a.month - b.month || a.offset - b.offset || a.person - b.person;

export interface Wishes {
  /** In order of month. */
  given: readonly Given[];
  /** Null: the move is of nobody or nothing here, or on no day of a change month. */
  asGiven(move: Omit<Move, "chain">): Given | null;
  /** Whether moves were announced before, so that other people's moves count as changes. */
  isReplan: boolean;
  /** 1: a move of the person is announced or fixed. */
  isNamed: Uint8Array;
  mayArrive(person: number, post: number, month: number): boolean;
  /** Whether the person may be moved in the month at all. */
  mayMove(person: number, month: number): boolean;
}

export function wishesOf(
  problem: RotationProblem,
  months: Months,
  indexOfPost: ReadonlyMap<string, number>,
  indexOfPerson: ReadonlyMap<string, number>,
): Wishes {
  const { fixed, forbidden, announced } = problem.wishes;
  const key = (it: { personId: string; day: Day }): string => `${it.personId} ${it.day}`;
  const isFixed = new Set(fixed.map(key));
  const moves = [...fixed, ...(announced ?? []).filter((it) => !isFixed.has(key(it)))];
  const place = (id: string | null): number => (id === null ? -1 : (indexOfPost.get(id) ?? never));
  const asGiven = (move: Omit<Move, "chain">): Given | null => {
    const slot = months.slotOn(move.day);
    const person = indexOfPerson.get(move.personId) ?? -1;
    const from = place(move.fromPostId);
    const to = place(move.toPostId);
    if (slot < 0 || person < 0 || from === never || to === never) return null;
    const month = monthOfSlot(slot);
    return { person, from, to, month, offset: offsetOfSlot(slot), isFixed: isFixed.has(key(move)) };
  };
  const given = moves.flatMap((move) => asGiven(move) ?? []);
  given.sort(inOrder);
  const isNamed = new Uint8Array(problem.people.length);
  for (const it of given) isNamed[it.person] = 1;
  const bans = new Map<number, { post: number; from: Day | null; until: Day | null }[]>();
  for (const it of forbidden) {
    const person = indexOfPerson.get(it.personId) ?? -1;
    const post = it.postId === null ? -1 : (indexOfPost.get(it.postId) ?? never);
    bans.set(person, [...(bans.get(person) ?? []), { post, from: it.from, until: it.until }]);
  }
  const isBanned = (person: number, post: number, month: number): boolean =>
    bans
      .get(person)
      ?.some(
        (it) =>
          it.post === post &&
          (it.from === null || it.from < months.endOf(month)) &&
          (it.until === null || it.until > months.dayOf(month)),
      ) ?? false;
  return {
    given,
    asGiven,
    isReplan: announced !== null,
    isNamed,
    mayArrive: (person, post, month) =>
      bans.size === 0 || !(isBanned(person, post, month) || isBanned(person, -1, month)),
    mayMove: (person, month) => bans.size === 0 || !isBanned(person, -1, month),
  };
}
