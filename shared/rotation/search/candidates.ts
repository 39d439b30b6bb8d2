// Who may ever come to a post; posts that ask for the same qualifications, level and separation share one list.
import { levelRank } from "../../domain/organisation.ts";
import type { RotationProblem } from "../plan.ts";
import { isSeparated } from "../separation.ts";

/** Answers, by post, people who may ever arrive there: nearest level first, then by index. */
export function candidateLists(
  problem: RotationProblem,
  rankOf: Int32Array,
  everHolds: (person: number, post: number) => boolean,
): (post: number) => readonly number[] {
  const { people, posts, separations } = problem;
  const ranks = people.map((person) => (person.level === null ? null : levelRank(person.level)));
  const lists = new Map<string, number[]>();
  const listOf = posts.map((post, q) => {
    const bits = separations.map((rule) => rule.byPost[post.id] ?? 0);
    const key = JSON.stringify([post.qualifications, post.level, bits]);
    const found = lists.get(key);
    if (found) return found;
    const rank = rankOf[q] ?? 0;
    const list = people
      .map((_, p) => p)
      .filter((p) => everHolds(p, q) && people[p] && isSeparated(problem, people[p], post))
      .map((p) => ({ p, distance: Math.abs((ranks[p] ?? rank) - rank) }))
      .sort((a, b) => a.distance - b.distance || a.p - b.p)
      .map((it) => it.p);
    lists.set(key, list);
    return list;
  });
  return (post) => listOf[post] ?? [];
}
