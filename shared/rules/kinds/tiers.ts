// Tier of a dated case: the lowest bound among the unit's own authorities to authorise that its amount keeps to.

import type { Authority } from "../../domain/authority.ts";
import { contains } from "../../domain/day.ts";
import type { Fen } from "../../domain/money.ts";
import { gather } from "../gather.ts";
import type { View } from "../view.ts";
import type { PricedCase } from "./dated-cases.ts";

const isBounded = (row: Authority): row is Authority & { upTo: Fen } => row.upTo !== null;

type Bounds = ReadonlyMap<string, readonly (Authority & { upTo: Fen })[]>;
// The facts of a view never change: asked for every draft of the gate, worked out once.
const known = new WeakMap<readonly Authority[], Bounds>();

/** Authorities on authorising steps that have an upper bound, lowest first, by matter. */
export function boundsByMatter(view: View): Bounds {
  const made = known.get(view.world.authorities) ?? boundsIn(view);
  known.set(view.world.authorities, made);
  return made;
}
function boundsIn(view: View): Bounds {
  const bounds = view.world.authorities
    .filter(isBounded)
    .filter((row) => view.duties.get(view.steps.get(row.stepId)?.duty ?? "")?.type === "authorise")
    .sort((a, b) => a.upTo - b.upTo);
  return gather(bounds, (row) => view.steps.get(row.stepId)?.matterId ?? null);
}

/** What each case is measured against: the ceiling given, else its tier (fen; null: it has none). */
export function ceilingReader(view: View, ceiling: Fen | null): (one: PricedCase) => Fen | null {
  if (ceiling !== null) return () => ceiling;
  const bounds = boundsByMatter(view);
  return (one) =>
    bounds.get(one.case.matterId)?.find((row) => row.upTo >= one.amount && contains(row, one.day))?.upTo ??
    null;
}
