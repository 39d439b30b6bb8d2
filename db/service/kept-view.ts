// The index over a world as of a day: kept while the world is the same object, that is until the next write.
import type { Day } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import type { View } from "../../shared/rules/view.ts";

const kept = new WeakMap<World, { day: Day; view: View }>();
export function viewOf(world: World, day: Day): View {
  const known = kept.get(world);
  if (known?.day === day) return known.view;
  const view = indexFacts(world, day);
  kept.set(world, { day, view });
  return view;
}
