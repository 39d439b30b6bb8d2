// Hall's condition on the places of one month: a smallest set that contains a place left over, with fewer holders than places.
import type { Reach } from "./reach.ts";

/** Places (a post once for each) and the people who alone may hold any of them: fewer than the places. */
export interface ShortSet {
  month: number;
  /** Indices of posts, one for each place. */
  places: number[];
  /** Indices of people. */
  people: number[];
}

/**
 * Matches month by month, each from the matching of the one before; the first short set found, and of those of its month
 * the one with the fewest places. `bodyOf` joins people of whom one at most can serve on these posts. `posts`: indices of
 * the posts asked about. The set of places reached by alternating paths from a place left over lies within every short set
 * that contains it.
 */
export function shortSet(
  reach: Reach,
  posts: readonly number[],
  bodyOf: (person: number) => number = (person) => person,
): ShortSet | null {
  const everybody = reach.problem.people.map((_, person) => person);
  let matching = new Map<number, Held[]>();
  for (let month = 0; month < reach.months.count; month++) {
    const matched = matchedIn({ reach, month, posts, bodyOf, everybody }, matching);
    matching = matched.matching;
    if (matched.short) return matched.short;
  }
  return null;
}

interface Held {
  person: number;
  body: number;
}
interface Asked {
  reach: Reach;
  month: number;
  posts: readonly number[];
  bodyOf: (person: number) => number;
  everybody: readonly number[];
}

/** `before`: by post, who held its places the month before. */
function matchedIn(
  { reach, month, posts, bodyOf, everybody }: Asked,
  before: ReadonlyMap<number, readonly Held[]>,
): { matching: Map<number, Held[]>; short: ShortSet | null } {
  const may = (person: number, post: number): boolean =>
    reach.staysTo(person, post) >= month || reach.mayCount(person, post, month);
  const places: number[] = [];
  const holderOf: (Held | null)[] = [];
  const placeOf = new Map<number, number>();
  const put = (at: number, person: number): void => {
    const body = bodyOf(person);
    holderOf[at] = { person, body };
    placeOf.set(body, at);
  };
  for (const post of posts) {
    const kept = (before.get(post) ?? []).filter((it) => may(it.person, post));
    for (let count = reach.needed(post, month); count > 0; count--) {
      const held = kept.pop();
      holderOf[places.length] = null;
      if (held) put(places.length, held.person);
      places.push(post);
    }
  }
  const free = (): number[] => everybody.filter((person) => !placeOf.has(bodyOf(person)));
  const known = new Map<number, number[]>();
  const candidates = (post: number): number[] => {
    const list = known.get(post) ?? everybody.filter((person) => may(person, post));
    known.set(post, list);
    return list;
  };
  const augment = (at: number, seen: Set<number>, visited: Set<number>, idle: readonly number[]): boolean => {
    visited.add(at);
    const post = places[at] ?? -1;
    const next = idle.find((person) => !placeOf.has(bodyOf(person)) && may(person, post));
    if (next !== undefined) {
      put(at, next);
      return true;
    }
    for (const person of candidates(post)) {
      const body = bodyOf(person);
      if (seen.has(body)) continue;
      seen.add(body);
      const other = placeOf.get(body);
      if (other === undefined || augment(other, seen, visited, idle)) {
        put(at, person);
        return true;
      }
    }
    return false;
  };
  let best: number[] | null = null;
  for (let at = 0; at < places.length; at++) {
    if (holderOf[at]) continue;
    // A holder of the start who may stay is the cheapest answer, and mostly the right one.
    const own = reach.stays(places[at] ?? -1, month).find((person) => !placeOf.has(bodyOf(person)));
    if (own !== undefined) {
      put(at, own);
      continue;
    }
    const visited = new Set<number>();
    if (augment(at, new Set(), visited, free())) continue;
    if (best === null || visited.size < best.length) best = [...visited];
  }
  const matching = new Map<number, Held[]>();
  places.forEach((post, at) => {
    const held = holderOf[at];
    if (held) matching.set(post, [...(matching.get(post) ?? []), held]);
  });
  if (!best) return { matching, short: null };
  const set = best.flatMap((at) => places[at] ?? []);
  const people = new Set(set.flatMap(candidates));
  return { matching, short: { month, places: set, people: [...people].sort((a, b) => a - b) } };
}
