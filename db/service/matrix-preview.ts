// What edits would do to the design check of a day, asked while somebody types: the check is made once for a head and day.
import type { MatrixPreview } from "../../shared/contract/design.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Edit } from "../../shared/domain/edit.ts";
import type { World } from "../../shared/domain/world.ts";
import { type PreparedDesign, prepareDesign, recheck } from "../../shared/rules/design/recheck.ts";
import type { StoredRule } from "../queries/rules.ts";
import type { Desk, Lens } from "./desk.ts";

/** Today, and the days of drafts that lie open. */
const mostDays = 4;
const kept = new WeakMap<World, Map<Day, { rules: readonly StoredRule[]; prepared: PreparedDesign }>>();

/** Of the lens's facts and rules: kept while both are the same objects, until the next write. */
export function designOf({ world, rules, day }: Pick<Lens, "world" | "rules" | "day">): PreparedDesign {
  const days = kept.get(world) ?? new Map();
  kept.set(world, days);
  const old = days.get(day);
  const prepared =
    old?.rules === rules
      ? old.prepared
      : prepareDesign(
          world,
          rules.map(({ rule }) => rule),
          day,
        );
  // The day asked for last stands last; the one asked for longest ago goes.
  days.delete(day);
  days.set(day, { rules, prepared });
  for (const longAgo of [...days.keys()].slice(0, -mostDays)) days.delete(longAgo);
  return prepared;
}

export function previewOf(desk: Desk, { day, edits }: { day: Day; edits: readonly Edit[] }): MatrixPreview {
  const { appearing, vanishing, remaining } = recheck(designOf(desk.lens(day, null)), edits);
  return { headSeq: desk.head().seq, appearing, vanishing, remaining };
}
