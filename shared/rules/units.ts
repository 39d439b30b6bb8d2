// Unit and rank of an act: from the post acted in, else from the posts that its actor holds that day.
import { contains } from "../domain/day.ts";
import { levelRank, type Post } from "../domain/organisation.ts";
import type { Act, View } from "./view.ts";

/** The post that the act names, or each that its actor holds that day; a system account holds nothing. */
function eachPost(view: View, act: Act, look: (post: Post) => void): void {
  const { postId } = act.approval;
  const lookAt = (id: string): void => {
    const post = view.posts.get(id);
    if (post) look(post);
  };
  if (postId !== null) lookAt(postId);
  else if (act.actorId !== null)
    for (const row of view.assignmentsOf.get(act.actorId) ?? [])
      if (contains(row, act.day)) lookAt(row.postId);
}

/** Department id, where all of its posts share one; else null. */
export function unitOf(view: View, act: Act): string | null {
  let unit: string | null = null;
  let isShared = true;
  eachPost(view, act, ({ departmentId }) => {
    if (unit !== null && unit !== departmentId) isShared = false;
    unit = departmentId;
  });
  return isShared ? unit : null;
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
  let highest = 0;
  eachPost(view, act, ({ level }) => {
    highest = Math.max(highest, levelRank(level));
  });
  return highest > 0 ? highest : null;
}
