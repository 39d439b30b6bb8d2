// The unit from which an act comes and the rank at which it was done, as docs/rules/kinds.md defines them.
import { type Level, levelRank } from "../../shared/domain/organisation.ts";
import type { UnitScope } from "../../shared/domain/rule-kinds.ts";
import { type Act, distinct, type Ground, humanActor, one, postsHeld } from "./ground.ts";

/** The posts that say where an act comes from: the one named, else those its actor held that day. */
function postsOf(ground: Ground, act: Act): string[] {
  if (act.postId !== null) return [act.postId];
  const actor = humanActor(ground, act);
  return actor === null ? [] : postsHeld(ground, actor, act.day);
}

function topmost(ground: Ground, departmentId: string): string {
  const { parentId } = one(ground.world.departments, departmentId);
  return parentId === null ? departmentId : topmost(ground, parentId);
}

/** null: unknown. */
export function unitOf(ground: Ground, act: Act, scope: UnitScope): string | null {
  const departments = distinct(
    postsOf(ground, act).map((postId) => one(ground.world.posts, postId).departmentId),
  );
  if (departments.length !== 1) return null;
  return scope === "organ" ? topmost(ground, departments[0]!) : departments[0]!;
}

/** null: unknown. */
export function rankOf(ground: Ground, act: Act): number | null {
  const levels = postsOf(ground, act).map((postId): Level => one(ground.world.posts, postId).level);
  return levels.length === 0 ? null : Math.max(...levels.map(levelRank));
}
