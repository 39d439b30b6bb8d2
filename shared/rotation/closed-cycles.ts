// Moves of one day in which each person takes a place that the next one leaves: the only leavings without overlap.
import type { Day } from "../domain/day.ts";
import type { Stint, Timetable } from "./timetable.ts";

interface Edge {
  left: Stint;
  from: string;
  to: string;
}

/** The service that ends in a closed cycle. */
export function leftInCycles(timetable: Timetable): ReadonlySet<Stint> {
  const days = new Map<Day, Edge[]>();
  for (const { move, left, arrived } of timetable.carried) {
    if (!left || !arrived) continue;
    const edge = { left, from: left.postId, to: arrived.postId };
    const own = days.get(move.day);
    if (own) own.push(edge);
    else days.set(move.day, [edge]);
  }
  const found = new Set<Stint>();
  for (const edges of days.values()) {
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
    for (const edge of edges) if (leads(next, edge.to, edge.from)) found.add(edge.left);
  }
  return found;
}

function leads(next: ReadonlyMap<string, readonly string[]>, start: string, goal: string): boolean {
  const seen = new Set([start]);
  // A set is walked in the order of insertion, members added on the way included.
  for (const at of seen) {
    if (at === goal) return true;
    for (const to of next.get(at) ?? []) seen.add(to);
  }
  return false;
}
