// Who heads a department on a day, and whom a move concerns beside the mover.
import { contains, type Day } from "../../domain/day.ts";
import type { NoticeRole } from "../../domain/handover.ts";
import { levelRank, type Post } from "../../domain/organisation.ts";
import type { Move } from "../../domain/rotation.ts";
import type { Facts } from "../../domain/world.ts";
import type { Leaving } from "./leavings.ts";

type Ground = Pick<Facts, "posts" | "departments" | "assignments">;
const holdersOn = (facts: Ground, postId: string, day: Day): string[] => [
  ...new Set(
    facts.assignments
      .filter((row) => row.postId === postId && contains(row, day))
      .map(({ personId }) => personId),
  ),
];

/** Holders of the department's highest post on the day, `except` left out; where that leaves nobody above the handlers, one department up. */
export function headsOf(facts: Ground, departmentId: string, day: Day, except: string | null): string[] {
  const seen = new Set<string>();
  let at: string | null = departmentId;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const here: string = at;
    const posts = facts.posts.filter(
      (post) => post.departmentId === here && contains(post, day) && post.level !== "handler",
    );
    const top = Math.max(0, ...posts.map(({ level }) => levelRank(level)));
    const people = posts
      .filter(({ level }) => levelRank(level) === top)
      .flatMap(({ id }) => holdersOn(facts, id, day))
      .filter((id) => id !== except);
    if (people.length > 0) return [...new Set(people)].sort();
    at = facts.departments.find(({ id }) => id === here)?.parentId ?? null;
  }
  return [];
}

/** Holders of the posts of the level of the head of the unit (主要负责人). */
export const unitHeads = (facts: Ground, day: Day): string[] =>
  [
    ...new Set(
      facts.posts
        .filter((post) => post.level === "head" && contains(post, day))
        .flatMap(({ id }) => holdersOn(facts, id, day)),
    ),
  ].sort();

export interface Recipient {
  personId: string;
  role: NoticeRole;
}
/** Mover, whoever leaves the place that the mover takes, the heads of both departments; each person once. */
export function recipientsOf(facts: Ground, move: Move, leavings: readonly Leaving[], day: Day): Recipient[] {
  const postOf = (id: string | null): Post | undefined => facts.posts.find((post) => post.id === id);
  const leaving = leavings.find(
    (one) => one.postId === move.toPostId && one.takerId === move.personId && one.from === move.day,
  );
  const headed = (id: string | null, role: NoticeRole): Recipient[] => {
    const post = postOf(id);
    return post
      ? headsOf(facts, post.departmentId, day, move.personId).map((personId) => ({ personId, role }))
      : [];
  };
  const all: Recipient[] = [
    { personId: move.personId, role: "mover" },
    ...(leaving ? [{ personId: leaving.giverId, role: "leaver" as const }] : []),
    ...headed(move.fromPostId, "head-from"),
    ...headed(move.toPostId, "head-to"),
  ];
  const seen = new Set<string>();
  return all.filter(({ personId }) => seen.size !== seen.add(personId).size);
}
