// Numbers the chains of a plan: moves that hang together because one leaves the post that another takes.
import type { Day } from "../domain/day.ts";
import type { Move } from "../domain/rotation.ts";
import type { RotationProblem } from "./plan.ts";
import { workdayLineOf } from "./workday-line.ts";

/** In order of day and person. Who arrives at a key post and who leaves it `overlap` working days later are of one chain. */
export function numberChains(
  problem: Pick<RotationProblem, "posts" | "calendar" | "today" | "until">,
  moves: readonly Omit<Move, "chain">[],
): Move[] {
  const line = workdayLineOf(problem);
  const overlapOf = new Map(problem.posts.map((post) => [post.id, post.overlapDays]));
  const sorted = [...moves].sort((a, b) => (a.day + a.personId < b.day + b.personId ? -1 : 1));
  const parent = sorted.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const join = (a: number, b: number): void => {
    parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  };
  const leaving = new Map<string, number[]>();
  const at = (day: Day, postId: string): string => `${day} ${postId}`;
  sorted.forEach((move, index) => {
    if (move.fromPostId === null) return;
    const key = at(move.day, move.fromPostId);
    leaving.set(key, [...(leaving.get(key) ?? []), index]);
  });
  sorted.forEach((move, index) => {
    if (move.toPostId === null) return;
    const handed = line.plus(move.day, overlapOf.get(move.toPostId) ?? 0);
    for (const day of new Set([move.day, handed]))
      for (const other of leaving.get(at(day, move.toPostId)) ?? []) join(index, other);
  });
  const numbers = new Map<number, number>();
  return sorted.map((move, index) => {
    const root = find(index);
    const chain = numbers.get(root) ?? numbers.size + 1;
    numbers.set(root, chain);
    return { ...move, chain };
  });
}
