// Changes of holders on record: those to come, which a plan leaves alone, and those just past, which count for the share.
import { addMonths, type Day } from "../domain/day.ts";
import type { Assignment } from "../domain/organisation.ts";
import type { Facts } from "../domain/world.ts";
import type { ProblemDepartment, ProblemPost } from "./plan.ts";
import { push } from "./problem-index.ts";
import { isCounted } from "./problem-posts.ts";

/** Counted service that goes on from no earlier service of the person on the post. */
function beginnings(facts: Facts): Assignment[] {
  const own = new Map<string, Assignment[]>();
  const key = (it: Assignment): string => JSON.stringify([it.personId, it.postId]);
  for (const it of facts.assignments) push(own, key(it), it);
  return facts.assignments.filter(
    (it) =>
      isCounted(it) &&
      !own
        .get(key(it))
        ?.some((before) => before.from < it.from && (before.until === null || before.until >= it.from)),
  );
}

/** Posts and people with a change on record after today: it is decided already, so the plan leaves them alone. */
export function decidedAhead(
  facts: Facts,
  today: Day,
  until: Day,
  ids: ReadonlySet<string>,
): { postIds: string[]; personIds: string[] } {
  const ahead = beginnings(facts).filter((it) => ids.has(it.personId) && it.from > today && it.from < until);
  const personIds = new Set(ahead.map((it) => it.personId));
  const left = facts.assignments.filter((it) => personIds.has(it.personId) && it.from <= today);
  const postIds = new Set([...ahead, ...left].map((it) => it.postId));
  return { postIds: [...postIds].sort(), personIds: [...personIds].sort() };
}

/** Departments with key posts, by id: their share of arrivals, and what of it the months before have taken. */
export function departmentsOf(
  facts: Facts,
  posts: readonly ProblemPost[],
  today: Day,
  windowMonths: number,
  share: { of: number; in: number },
): ProblemDepartment[] {
  const since = addMonths(`${today.slice(0, 8)}01`, 1 - windowMonths);
  const keyPosts = new Map<string, ProblemPost[]>();
  for (const post of posts) if (post.isKey) push(keyPosts, post.departmentId, post);
  const departmentOf = new Map(
    posts.filter((post) => post.isKey).map((post) => [post.id, post.departmentId]),
  );
  const arrivals = new Map<string, Day[]>();
  for (const it of beginnings(facts)) {
    const department = departmentOf.get(it.postId);
    if (department !== undefined && it.from >= since && it.from <= today) push(arrivals, department, it.from);
  }
  return [...keyPosts.keys()].sort().map((id) => {
    const own = keyPosts.get(id) ?? [];
    return {
      id,
      name: own[0]?.departmentName ?? id,
      cap: Math.max(1, Math.floor((own.length * share.of) / share.in)),
      pastArrivals: (arrivals.get(id) ?? []).sort(),
    };
  });
}
