// Branches side by side: the union of what each says, and which of them say it.
import type { ChangeView, DesignFinding, Effect } from "../../data/types.ts";
import { weighty } from "./effect-model.ts";

export interface Branch {
  view: ChangeView;
  /** Null while it is worked out. */
  effect: Effect | null;
}
export interface Saying<Said> {
  key: string;
  /** What each branch says of it, in the order of the branches; null where it does not. */
  by: readonly (Said | null)[];
  /** The branches do not all say the same. */
  differs: boolean;
}

/** `keyOf` tells what is the same thing; `wordsOf` what is said of it. */
export function sayings<Said>(
  lists: readonly (readonly Said[])[],
  keyOf: (one: Said) => string,
  wordsOf: (one: Said) => string,
): Saying<Said>[] {
  const keys = [...new Set(lists.flatMap((list) => list.map(keyOf)))];
  const rows = keys.map((key) => {
    const by = lists.map((list) => list.find((one) => keyOf(one) === key) ?? null);
    const words = by.map((one) => (one === null ? null : wordsOf(one)));
    return { key, by, differs: words.some((one) => one !== words[0]) };
  });
  // What differs is why one compares.
  return rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));
}

export interface Comparison {
  edits: Saying<ChangeView["edits"][number]>[];
  appearing: Saying<DesignFinding>[];
  vanishing: Saying<DesignFinding>[];
  staffing: Saying<Effect["staffing"][number]>[];
  people: Saying<Effect["people"][number]>[];
  delegations: Saying<Effect["endingDelegations"][number]>[];
  /** Potential conflicts and gaps that each brings; null while unknown. */
  brings: readonly (number | null)[];
  /** The branch that brings fewest, where one alone does. */
  fewest: number | null;
}

export function compare(branches: readonly Branch[]): Comparison {
  const of = <Said>(pick: (effect: Effect) => readonly Said[]): (readonly Said[])[] =>
    branches.map(({ effect }) => (effect ? pick(effect) : []));
  const brings = branches.map(({ effect }) => (effect ? weighty(effect.appearing).length : null));
  const known = brings.filter((n) => n !== null);
  const least = Math.min(...known);
  const isAlone = known.length === branches.length && known.filter((n) => n === least).length === 1;
  return {
    edits: sayings(
      branches.map(({ view }) => view.edits),
      (line) => line.key,
      (line) => line.sentence.zh,
    ),
    appearing: sayings(
      of((effect) => weighty(effect.appearing)),
      (one) => one.key,
      (one) => one.sentence.zh,
    ),
    vanishing: sayings(
      of((effect) => weighty(effect.vanishing)),
      (one) => one.key,
      (one) => one.sentence.zh,
    ),
    staffing: sayings(
      of((effect) => effect.staffing),
      (one) => `${one.matterId} ${one.upTo}`,
      (one) => `${one.after} ${one.minimumAfter}`,
    ),
    people: sayings(
      of((effect) => effect.people),
      (one) => one.id,
      (one) => [one.gains, one.loses].map((lines) => lines.map(({ zh }) => zh).join("\n")).join("\n\n"),
    ),
    delegations: sayings(
      of((effect) => effect.endingDelegations),
      (one) => one.id,
      (one) => one.sentence.zh,
    ),
    brings,
    fewest: isAlone ? brings.indexOf(least) : null,
  };
}
