// Matter by tier: how many people carried its cases, and how many could; worked out in slices, kept while the world stays the same.
import type { GroupRow } from "../../../shared/contract/analysis.ts";
import type { Matter } from "../../../shared/domain/authority.ts";
import type { AmountRange } from "../../../shared/domain/money.ts";
import { amountIn, boundsReader, tiersOf } from "../../../shared/rules/analysis/amount-tiers.ts";
import { type Carried, carriedBy } from "../../../shared/rules/analysis/carried.ts";
import { type CouldCarry, couldCarry } from "../../../shared/rules/analysis/could-carry.ts";
import { type GroupAnswer, groupOf } from "../../../shared/rules/analysis/group-search.ts";
import { innerSteps, type Path, pathOf } from "../../../shared/rules/analysis/path.ts";
import type { View } from "../../../shared/rules/view.ts";
import type { Scene } from "./scene.ts";

export interface Could {
  path: Path;
  answer: CouldCarry;
}
/** One matter and tier: what was, and what could be (null: a tier of the past). */
export interface GroupLine {
  matter: Matter;
  tier: AmountRange;
  carried: Carried | null;
  could: Could | null;
}

const kept = new WeakMap<View, Map<string, Could>>();
function couldOf(scene: Scene, matter: Matter, tier: AmountRange): Could {
  const { view, binding, lens } = scene;
  const known = kept.get(view) ?? new Map<string, Could>();
  kept.set(view, known);
  const key = `${matter.id} ${tier.upTo}`;
  let could = known.get(key);
  if (!could) {
    const path = pathOf(view, matter, amountIn(tier), lens.day);
    could = { path, answer: couldCarry(view, binding, path) };
    known.set(key, could);
  }
  return could;
}

/** A line is worked out when it is asked for: the caller may breathe between two of them. `matterId`: of one matter alone. */
export function* groupLines(scene: Scene, matterId: string | null = null): Generator<GroupLine> {
  const { view, lens } = scene;
  const carried = new Map(
    carriedBy(view, scene.concentration().settled.cases).map((one) => [`${one.matterId} ${one.upTo}`, one]),
  );
  const boundsOf = boundsReader(view, lens.day);
  const governed = new Set(lens.world.authorities.map((row) => view.steps.get(row.stepId)?.matterId));
  const matters = lens.world.matters.filter(({ id }) => matterId === null || id === matterId);
  for (const matter of matters.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const isAsked = governed.has(matter.id) && innerSteps(view, matter.id).length > 0;
    for (const tier of isAsked ? tiersOf(boundsOf(matter.id)) : []) {
      const key = `${matter.id} ${tier.upTo}`;
      yield { matter, tier, carried: carried.get(key) ?? null, could: couldOf(scene, matter, tier) };
      carried.delete(key);
    }
    for (const [key, past] of carried)
      if (past.matterId === matter.id) {
        yield { matter, tier: { over: null, upTo: past.upTo }, carried: past, could: null };
        carried.delete(key);
      }
  }
}

const sizeOf = (answer: GroupAnswer | null): GroupRow["fewest"] =>
  answer && {
    people: answer.places ? groupOf(answer.places).length : null,
    isProved: answer.isProved,
    least: answer.least,
  };

export const groupRow = ({ matter, tier, carried, could }: GroupLine): GroupRow => ({
  matter,
  over: tier.over,
  upTo: tier.upTo,
  steps: could?.path.steps.length ?? 0,
  cases: carried?.cases ?? 0,
  sizes: carried?.sizes ?? [],
  nobodyFor: (could?.answer.nobodyFor ?? []).map(({ id, name }) => ({ id, name })),
  fewest: sizeOf(could?.answer.fewest ?? null),
  unflagged: sizeOf(could?.answer.unflagged ?? null),
  rules: could?.answer.demands.length ?? 0,
});
