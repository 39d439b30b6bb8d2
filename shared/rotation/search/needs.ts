// How many arrivals a place needs to the end of the horizon when its holder must be gone by a slot, each as late as any plan could have it.
import type { ProblemPost } from "../plan.ts";
import { type Months, monthOfSlot, never, offsetOfSlot, slotOf, slotsPerMonth } from "./months.ts";

export interface Needs {
  /** The fewest arrivals that a place of the post needs once its holder must be gone by the slot; 0 for `never`. */
  of(post: number, slot: number): number;
  /** By when whoever follows such a holder must be gone, at the latest. */
  renewed(post: number, slot: number): number;
  /** The first offset above 0 at which somebody can arrive, 0 without any overlap. */
  staggered: number;
}

export function needsOf(months: Months, posts: readonly ProblemPost[]): Needs {
  const reach = reachableOffsets(posts.filter((post) => post.isKey).map((post) => post.overlapDays));
  const tables = new Map<string, Table>();
  const of = posts.map(({ limitMonths, overlapDays, isKey }) => {
    const key = `${isKey ? limitMonths : null} ${overlapDays}`;
    const table = tables.get(key) ?? tableOf(months, reach, isKey ? limitMonths : null, overlapDays);
    tables.set(key, table);
    return table;
  });
  return {
    of: (post, slot) => (slot >= never ? 0 : (of[post]?.need(slot) ?? 0)),
    renewed: (post, slot) => (slot >= never ? never : (of[post]?.renewed(slot) ?? never)),
    staggered: Math.max(0, reach.indexOf(true, 1)),
  };
}

interface Table {
  need(slot: number): number;
  renewed(slot: number): number;
}

/** Offsets at which somebody can arrive: the change day, and after any handovers of one month, one after the other. */
function reachableOffsets(overlaps: readonly number[]): boolean[] {
  const spans = [...new Set(overlaps)].filter((it) => it > 0);
  const reach = Array.from({ length: slotsPerMonth }, (_, offset) => offset === 0);
  for (let offset = 1; offset < slotsPerMonth; offset++)
    reach[offset] = spans.some((span) => span <= offset && reach[offset - span]);
  return reach;
}

function tableOf(months: Months, reach: readonly boolean[], limit: number | null, overlap: number): Table {
  const known = new Int32Array(months.count * slotsPerMonth).fill(-1);
  /** The latest arrival after which a leaver is gone by the slot; the change day of the first month if there is none. */
  const latest = (slot: number): number => {
    for (let month = monthOfSlot(slot); month >= 0; month--) {
      const rest = months.rest[month] ?? 0;
      const next = months.calendarOf[month + 1];
      // A leaver may also go on the next change day, where that is the next working day.
      const isNear = next !== undefined && next === (months.calendarOf[month] ?? 0) + 1;
      const room =
        month === monthOfSlot(slot)
          ? offsetOfSlot(slot)
          : isNear && slot >= slotOf(month + 1, 0)
            ? rest + 1
            : rest;
      for (let offset = Math.min(room - overlap, rest); offset >= 0; offset--)
        if (reach[offset]) return slotOf(month, offset);
    }
    return 0;
  };
  const after = new Int32Array(months.count * slotsPerMonth).fill(-1);
  const renewed = (slot: number): number => {
    if (slot >= never || limit === null || months.count === 0) return never;
    const at = Math.max(0, slot);
    const before = after[at] ?? -1;
    if (before >= 0) return before;
    const over = months.overAt(latest(at), limit);
    // A limit so short that nobody could follow in time asks for nothing that could be counted.
    const found = over <= at ? never : over;
    after[at] = found;
    return found;
  };
  const need = (slot: number): number => {
    if (slot >= never || months.count === 0) return 0;
    const at = Math.max(0, slot);
    const before = known[at] ?? -1;
    if (before >= 0) return before;
    const count = 1 + need(renewed(at));
    known[at] = count;
    return count;
  };
  return { need, renewed };
}
