// The ladders of the matters shown: per authorising step its tiers, with bounds being moved laid over them; pure.
import type { AmountRange, Fen } from "../../../shared/domain/money.ts";
import { type Level, levelRank } from "../../../shared/domain/organisation.ts";
import { type Ladder, ladderOf } from "../../../shared/rules/design/ladder.ts";
import { columnOf, type Scoped, type ViewCell, type ViewMatter, type ViewPost } from "./scope.ts";

/** Bounds by authority id; absent: as they are. */
export type Bounds = ReadonlyMap<string, AmountRange>;
export interface StepLadder {
  matter: ViewMatter;
  step: ViewMatter["steps"][number];
  /** Lowest first, as they were: a bound that is moved does not reorder the lines under the hand. */
  tiers: (ViewCell & { levelShown: Level | null; isChanged: boolean })[];
  ladder: Ladder;
}

export const laid = (cell: ViewCell, bounds: Bounds): ViewCell => ({
  ...cell,
  ...bounds.get(cell.authorityId),
});

/** Authorising steps with at least one bound. */
export function stepLadders(
  scoped: Scoped,
  posts: ReadonlyMap<string, ViewPost>,
  bounds: Bounds,
): StepLadder[] {
  return scoped.matters.flatMap((matter) =>
    matter.steps.flatMap((step) => {
      if (step.dutyType !== "authorise") return [];
      const own = scoped.cells
        .filter((cell) => cell.stepId === step.id)
        .map((cell) => ({
          cell,
          level: cell.postId === null ? null : (cell.level ?? posts.get(cell.postId)?.level ?? null),
        }))
        .toSorted(
          (a, b) =>
            (a.cell.over ?? 0) - (b.cell.over ?? 0) ||
            (a.level ? levelRank(a.level) : 9) - (b.level ? levelRank(b.level) : 9) ||
            (columnOf(a.cell) < columnOf(b.cell) ? -1 : 1),
        );
      const now = own.map(({ cell }) => laid(cell, bounds));
      const ladder = ladderOf(
        { posts },
        now.map((cell) => ({ ...cell, id: cell.authorityId })),
      );
      if (!ladder) return [];
      const tiers = now.map((cell, nth) => ({
        ...cell,
        levelShown: own[nth]?.level ?? null,
        isChanged: bounds.has(cell.authorityId),
      }));
      return [{ matter, step, tiers, ladder }];
    }),
  );
}

/** Moves one bound; where the neighbour met it exactly, the neighbour follows unless `alone`, so that no gap opens by the way. */
export function moved(
  step: StepLadder,
  id: string,
  bound: "over" | "upTo",
  amount: Fen | null,
  bounds: Bounds,
  alone = false,
): Bounds {
  const next = new Map(bounds);
  const tier = step.tiers.find(({ authorityId }) => authorityId === id);
  if (!tier) return bounds;
  const before = tier[bound];
  const set = (one: ViewCell, change: Partial<AmountRange>): void => {
    next.set(one.authorityId, { over: one.over, upTo: one.upTo, ...change });
  };
  const isEmpty = (range: AmountRange): boolean =>
    range.over !== null && range.upTo !== null && range.over >= range.upTo;
  const other = bound === "upTo" ? "over" : "upTo";
  // Who takes a bound away means this tier alone.
  const met =
    alone || amount === null
      ? []
      : step.tiers.filter((one) => one !== tier && before !== null && one[other] === before);
  const changed = [tier, ...met].map((one) => ({
    one,
    range: { over: one.over, upTo: one.upTo, [one === tier ? bound : other]: amount },
  }));
  // A tier is never pushed to nothing: the bound stops before.
  if (changed.some(({ range }) => isEmpty(range))) return bounds;
  for (const { one, range } of changed) set(one, range);
  return next;
}
