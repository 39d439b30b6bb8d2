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
 * Matches month by month; the first short set found, and of those of its month the one with the fewest places.
 * `bodyOf` joins people of whom one at most can serve on these posts. `posts`: indices of the places asked about.
 * The set of places reached by alternating paths from a place left over is contained in every short set that contains it.
 */
export function shortSet(
  reach: Reach,
  posts: readonly number[],
  bodyOf: (person: number) => number = (person) => person,
): ShortSet | null {
  const { months, problem } = reach;
  const everybody = problem.people.map((_, person) => person);
  for (let month = 0; month < months.count; month++) {
    const places = posts.flatMap((post) =>
      Array.from({ length: reach.needed(post, month) }, () => ({ post, own: reach.stays(post, month) })),
    );
    const known = new Map<number, number[]>();
    const candidates = (post: number): number[] => {
      const list = known.get(post) ?? everybody.filter((person) => reach.mayCount(person, post, month));
      known.set(post, list);
      return list;
    };
    const placeOf = new Map<number, number>();
    const augment = (at: number, seen: Set<number>, visited: Set<number>): boolean => {
      visited.add(at);
      const place = places[at];
      if (!place) return false;
      const take = (list: readonly number[]): boolean => {
        const free = list.find((person) => !placeOf.has(bodyOf(person)));
        if (free === undefined) return false;
        placeOf.set(bodyOf(free), at);
        return true;
      };
      // A holder who may stay is the cheapest answer, and mostly the right one.
      if (take(place.own) || take(candidates(place.post))) return true;
      for (const person of [...place.own, ...candidates(place.post)]) {
        const body = bodyOf(person);
        if (seen.has(body)) continue;
        seen.add(body);
        const other = placeOf.get(body);
        if (other === undefined || augment(other, seen, visited)) {
          placeOf.set(body, at);
          return true;
        }
      }
      return false;
    };
    let best: number[] | null = null;
    for (let at = 0; at < places.length; at++) {
      const visited = new Set<number>();
      if (augment(at, new Set(), visited)) continue;
      if (best === null || visited.size < best.length) best = [...visited];
    }
    if (best) {
      const set = best.flatMap((at) => places[at] ?? []);
      const people = new Set(set.flatMap((it) => [...it.own, ...candidates(it.post)]));
      return {
        month,
        places: set.map((it) => it.post),
        people: [...people].sort((a, b) => a - b),
      };
    }
  }
  return null;
}
