// sequence: steps out of order, missing, one before another that it needs, or written down long afterwards.
import type { Act } from "../view.ts";
import type { Closing, Context, Fold, KindModule } from "./kind.ts";
import { nothing } from "./kind.ts";
import { backDated } from "./sequence-back-dated.ts";
import { before } from "./sequence-before.ts";
import { missing } from "./sequence-missing.ts";
import { order } from "./sequence-order.ts";

/** A check of a sequence keeps its own state; from outside only the fold's shape is seen. */
interface State {
  step(act: Act): ReturnType<Fold<Act, State>["step"]>;
  finish(): Closing;
}

const enclose = <Inner>(fold: Fold<Act, Inner>): Fold<Act, State> => ({
  unmet: fold.unmet,
  groups: (touched) => fold.groups(touched),
  start(key) {
    const state = fold.start(key);
    return { step: (act) => fold.step(state, act), finish: () => fold.finish?.(state) ?? nothing };
  },
  step: (state, act) => state.step(act),
  finish: (state) => state.finish(),
});

export const sequence: KindModule<"sequence", Act, State> = (context: Context<"sequence">) => {
  const { parameters } = context.rule;
  switch (parameters.check) {
    case "order":
      return enclose(order(context));
    case "missing":
      return enclose(missing(context, parameters));
    case "before":
      return enclose(before(context, parameters));
    case "back-dated":
      return enclose(backDated(context, parameters));
  }
};
