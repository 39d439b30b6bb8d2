// Unit and rank of an act: from the post acted in, else from the posts that its actor holds that day.
import { contains } from "../domain/day.ts";
import { levelRank, type Post } from "../domain/organisation.ts";
import type { Act, View } from "./view.ts";

/** The post that the act names, or all that its actor holds that day; a system account holds nothing. */
function postsOf(view: View, act: Act): Post[] {
  const { postId } = act.approval;
  const ids =
    postId !== null
      ? [postId]
      : (view.assignmentsOf.get(act.actorId ?? "") ?? [])
          .filter((row) => contains(row, act.day))
          .map((row) => row.postId);
  return ids.map((id) => view.posts.get(id)).filter((post) => post !== undefined);
}

/** Department id, where all of its posts share one; else null. */
export function unitOf(view: View, act: Act): string | null {
  const [first, ...others] = postsOf(view, act).map((post) => post.departmentId);
  return first !== undefined && others.every((id) => id === first) ? first : null;
}

/** The topmost department above one, by parents: itself if it has none. */
export function organOf(view: View, departmentId: string): string {
  const passed = new Set<string>();
  let id = departmentId;
  // Parents that run in a circle have no top: the walk then ends before it repeats itself.
  for (let next: string | null = id; next !== null && !passed.has(next); ) {
    id = next;
    passed.add(id);
    next = view.departments.get(id)?.parentId ?? null;
  }
  return id;
}

/** Rank of the level acted on, 1 lowest; of several posts the highest; null where none is known. */
export function rankOf(view: View, act: Act): number | null {
  const ranks = postsOf(view, act).map((post) => levelRank(post.level));
  return ranks.length > 0 ? Math.max(...ranks) : null;
}
