// How one plan's moves differ from another's: the same, another day, another person, or in one alone.
import type { Move } from "../domain/rotation.ts";

type BareMove = Omit<Move, "chain">;
export type DifferenceKind = "same" | "day" | "person" | "only-a" | "only-b";
/** Places in the two lists of moves; null: none there. */
export interface Difference {
  kind: DifferenceKind;
  a: number | null;
  b: number | null;
}

const monthsApart = (a: string, b: string): number =>
  Math.abs(
    (Number(a.slice(0, 4)) - Number(b.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(b.slice(5, 7)),
  );

/**
 * Pairs each move with at most one of the other plan: first the very same, then the same person to the same post on
 * another day, then another person to the same post (nearest month first, at most half a year apart).
 */
export function differencesOf(a: readonly BareMove[], b: readonly BareMove[]): Difference[] {
  const leftB = new Set(b.keys());
  const kinds = new Map<number, { kind: DifferenceKind; b: number }>();
  const pair = (kind: DifferenceKind, key: (move: BareMove) => string | null, mostApart: number): void => {
    const byKey = new Map<string, number[]>();
    for (const at of leftB) {
      const move = b[at];
      const name = move ? key(move) : null;
      if (name !== null) byKey.set(name, [...(byKey.get(name) ?? []), at]);
    }
    a.forEach((move, at) => {
      const name = kinds.has(at) ? null : key(move);
      if (name === null) return;
      const near = (byKey.get(name) ?? [])
        .filter((other) => leftB.has(other))
        .map((other) => ({ other, apart: monthsApart(move.day, b[other]?.day ?? move.day) }))
        .filter(({ apart }) => apart <= mostApart)
        .sort((x, y) => x.apart - y.apart || x.other - y.other)[0];
      if (!near) return;
      leftB.delete(near.other);
      kinds.set(at, { kind, b: near.other });
    });
  };
  pair("same", (it) => JSON.stringify([it.day, it.personId, it.fromPostId, it.toPostId]), 0);
  pair("day", (it) => JSON.stringify([it.personId, it.fromPostId, it.toPostId]), Number.POSITIVE_INFINITY);
  pair("day", (it) => JSON.stringify([it.personId, it.toPostId]), Number.POSITIVE_INFINITY);
  pair("person", (it) => it.toPostId, 6);
  const ofA = a.map((_, at): Difference => {
    const found = kinds.get(at);
    return found ? { kind: found.kind, a: at, b: found.b } : { kind: "only-a", a: at, b: null };
  });
  return [
    ...ofA,
    ...[...leftB].sort((x, y) => x - y).map((at): Difference => ({ kind: "only-b", a: null, b: at })),
  ];
}
