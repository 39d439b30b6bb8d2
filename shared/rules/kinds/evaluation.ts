// A rule made ready over a view: its fold run group by group, with the fold's own types shut inside.
import type { Text } from "../../domain/text.ts";
import type { Touched } from "../view.ts";
import type { Breach, Fold } from "./kind.ts";

/** One group folded to its end. */
export interface Verdict {
  /** The group's key: a case id for the kinds that can be undecided. */
  readonly key: string;
  readonly breaches: readonly Breach[];
  readonly isUndecided: boolean;
}
export interface Evaluator {
  readonly unmet: Text | null;
  /** Folds group by group; stop asking and it stops working. */
  verdicts(touched: Touched | null): Generator<Verdict>;
}

export const evaluated = <Item, State>(fold: Fold<Item, State>): Evaluator => ({
  unmet: fold.unmet,
  *verdicts(touched) {
    for (const { key, items } of fold.groups(touched)) {
      const state = fold.start(key);
      let breaches: Breach[] | null = null;
      for (const item of items) {
        const completed = fold.step(state, item);
        if (completed.length > 0) breaches = [...(breaches ?? []), ...completed];
      }
      const closing = fold.finish?.(state);
      const all = closing?.breaches.length ? [...(breaches ?? []), ...closing.breaches] : (breaches ?? []);
      yield { key, breaches: all, isUndecided: closing?.isUndecided ?? false };
    }
  },
});
