// The index over a world as of a day, one for all who ask: kept while the world is the same object, until the next write.
import type { Day } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import type { View } from "../../shared/rules/view.ts";

/** Today, and one other day that is looked back to. */
const mostDays = 2;
const kept = new WeakMap<World, Map<Day, View>>();
export function viewOf(world: World, day: Day): View {
  const views = kept.get(world) ?? new Map<Day, View>();
  kept.set(world, views);
  const view = views.get(day) ?? indexFacts(world, day);
  // The day asked for last stands last; the one asked for longest ago goes.
  views.delete(day);
  views.set(day, view);
  for (const old of [...views.keys()].slice(0, -mostDays)) views.delete(old);
  return view;
}
