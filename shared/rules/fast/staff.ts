// People, posts and departments in numbers: who held which post, and from which unit and rank somebody acted.
import { dayNumber, type Period } from "../../domain/day.ts";
import { levelRank } from "../../domain/organisation.ts";
import { type NumberOf, noDay } from "../../domain/packed-log.ts";
import type { View } from "../view.ts";
import { type Dense, denseOf } from "./lookup.ts";

/** Half-open days in numbers. */
export interface Span {
  readonly from: number;
  readonly until: number;
}
export const spanOf = (period: Period): Span => ({
  from: dayNumber(period.from),
  until: period.until === null ? noDay : dayNumber(period.until),
});
export const isWithin = (span: Span, day: number): boolean => span.from <= day && day < span.until;

export interface Seat extends Span {
  readonly post: number;
}
export interface Staff {
  readonly people: Dense;
  readonly posts: Dense;
  readonly departments: Dense;
  readonly isSystem: Uint8Array;
  /** Assignments of a person. */
  readonly seats: readonly (readonly Seat[])[];
  /** Of a post: its department and that department's organ; -1 unknown. */
  readonly department: Int32Array;
  readonly organ: Int32Array;
  /** The unit (department or organ) acted from; -1 unknown. */
  unitOf(units: Int32Array, person: number, post: number, day: number): number;
  /** The rank acted in; 0 unknown. */
  rankOf(person: number, post: number, day: number): number;
}

export function staffOf(view: View, numberOf: NumberOf, largest: number): Staff {
  const { world } = view;
  const people = denseOf(world.people, numberOf, largest);
  const posts = denseOf(world.posts, numberOf, largest);
  const departments = denseOf(world.departments, numberOf, largest);
  const seats: Seat[][] = world.people.map(() => []);
  for (const row of world.assignments) {
    const post = posts.of(row.postId);
    if (post >= 0) seats[people.of(row.personId)]?.push({ post, ...spanOf(row) });
  }
  const department = Int32Array.from(world.posts, (post) => departments.of(post.departmentId));
  const organOf = world.departments.map((_row, index) => topOf(view, departments, index));
  const organ = department.map((index) => organOf[index] ?? -1);
  const rank = Uint8Array.from(world.posts, (post) => levelRank(post.level));
  return {
    people,
    posts,
    departments,
    isSystem: Uint8Array.from(world.people, (person) => Number(person.isSystem)),
    seats,
    department,
    organ,
    unitOf(units, person, post, day) {
      if (post >= 0) return units[post] ?? -1;
      let unit = -1;
      for (const seat of person < 0 ? [] : seats[person]!) {
        if (!isWithin(seat, day)) continue;
        const own = units[seat.post]!;
        if (own < 0 || (unit >= 0 && unit !== own)) return -1;
        unit = own;
      }
      return unit;
    },
    rankOf(person, post, day) {
      if (post >= 0) return rank[post] ?? 0;
      let highest = 0;
      for (const seat of person < 0 ? [] : seats[person]!)
        if (isWithin(seat, day)) highest = Math.max(highest, rank[seat.post]!);
      return highest;
    },
  };
}

/** The topmost department above; a circle of parents ends where it closes. */
function topOf(view: View, departments: Dense, index: number): number {
  const seen = new Set<number>();
  let at = index;
  while (!seen.has(at)) {
    seen.add(at);
    const parent = departments.of(view.world.departments[at]?.parentId ?? null);
    if (parent < 0) return at;
    at = parent;
  }
  return at;
}
