// split-amount: cases kept below a threshold that together exceed it, by the statutory or a behavioural test.
import type { Fold, KindModule } from "./kind.ts";
import { behavioural } from "./split-behavioural.ts";
import type { DatedCase } from "./split-cases.ts";
import { statutory } from "./split-statutory.ts";

interface State {
  step(item: DatedCase): ReturnType<Fold<DatedCase, State>["step"]>;
}

const enclose = <Inner>(fold: Fold<DatedCase, Inner>): Fold<DatedCase, State> => ({
  unmet: fold.unmet,
  groups: (touched) => fold.groups(touched),
  start(key) {
    const state = fold.start(key);
    return { step: (item) => fold.step(state, item) };
  },
  step: (state, item) => state.step(item),
});

export const splitAmount: KindModule<"split-amount", DatedCase, State> = (context) => {
  const { parameters } = context.rule;
  return parameters.test === "statutory"
    ? enclose(statutory(context, parameters))
    : enclose(behavioural(context, parameters));
};
