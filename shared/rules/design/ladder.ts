// The ladder of amounts of one step on a day, proved: every amount lies in exactly one piece, and each piece says who covers it.
import type { Authority } from "../../domain/authority.ts";
import type { Fen } from "../../domain/money.ts";
import { type Level, levels } from "../../domain/organisation.ts";
import { sortedIds } from "../gather.ts";

/** `(over, upTo]`: the first begins at 0, the last has no end, each begins where the one before it ends. */
export interface LadderPiece {
  over: Fen;
  upTo: Fen | null;
  /** covered: by one level (or by personal grants alone); gap: by nobody; overlap: by more than one level. */
  is: "covered" | "gap" | "overlap";
  /** Lowest first; personal grants stand beside the ladder and name no level. */
  levels: Level[];
  authorityIds: string[];
}
export interface Ladder {
  pieces: LadderPiece[];
  /** Neither gap nor overlap in any piece. */
  isSound: boolean;
}

/** What a ladder is made of: amounts and holders; the posts say their level where the row does not. */
export type LadderRow = Pick<Authority, "id" | "over" | "upTo" | "postId" | "level">;
export interface LadderView {
  posts: { get: (id: string) => { level: Level } | undefined };
}

const levelOf = (view: LadderView, row: LadderRow): Level | null =>
  row.postId === null ? null : (row.level ?? view.posts.get(row.postId)?.level ?? null);

/** Of the rows in force; null where none has a bound, for then there are no tiers. */
export function ladderOf(view: LadderView, rows: readonly LadderRow[]): Ladder | null {
  if (!rows.some((row) => row.over !== null || row.upTo !== null)) return null;
  const cuts = new Set<Fen>([0]);
  for (const { over, upTo } of rows)
    for (const bound of [over, upTo]) if (bound !== null && bound > 0) cuts.add(bound);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: LadderPiece[] = [];
  for (const [nth, over] of edges.entries()) {
    const upTo = edges[nth + 1] ?? null;
    const covering = rows.filter(
      (row) => (row.over ?? 0) <= over && (row.upTo === null || (upTo !== null && row.upTo >= upTo)),
    );
    const authorityIds = sortedIds(covering.map((row) => row.id));
    const held = new Set(covering.map((row) => levelOf(view, row)));
    const own = levels.filter((level) => held.has(level));
    const last = pieces.at(-1);
    if (last && last.authorityIds.join() === authorityIds.join()) last.upTo = upTo;
    else
      pieces.push({
        over,
        upTo,
        is: covering.length === 0 ? "gap" : own.length > 1 ? "overlap" : "covered",
        levels: own,
        authorityIds,
      });
  }
  return { pieces, isSound: pieces.every((piece) => piece.is === "covered") };
}
