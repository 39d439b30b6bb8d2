// Who decides at a post on a day of a plan: its holders, but a newcomer at a key post only once the overlap is over or the post depends on them.
import type { Day } from "../domain/day.ts";
import type { PlannedLeave, ProblemPerson } from "./plan.ts";
import type { Deciding } from "./staffing-on.ts";
import { holdsOn, type Timetable } from "./timetable.ts";

/** Planned absences are passed over unless no end is known (docs/staffing.md). */
export const isThereOn = (person: ProblemPerson | undefined, day: Day): boolean =>
  person !== undefined &&
  (person.joinedOn === null || person.joinedOn <= day) &&
  (person.leavesOn === null || day < person.leavesOn) &&
  !person.absences.some((it) => it.until === null && it.from <= day);

/** `leaves`: forced leaves; on their days the stand-in decides in the person's place, and the person nowhere. */
export function decidingOn(timetable: Timetable, day: Day, leaves: readonly PlannedLeave[] = []): Deciding {
  const { byPost, postOf, personOf, index } = timetable;
  const running = leaves.filter((it) => it.from <= day && day < it.until);
  const away = new Set(running.map(({ personId }) => personId));
  const isThere = (id: string): boolean => !away.has(id) && isThereOn(personOf.get(id), day);
  const known = new Map<string, string[]>();
  return {
    isThere,
    at: (postId) => {
      let people = known.get(postId);
      if (!people) {
        const post = postOf.get(postId);
        const held = (byPost.get(postId) ?? []).filter((it) => holdsOn(it, day));
        const isShort = post === undefined || held.length <= post.required;
        const overlap = post?.isKey ? post.overlapDays : 0;
        const deciding = held.filter(
          (it) => it.seat !== null || isShort || index.line.plus(it.from, overlap) <= day,
        );
        const isGone = post?.until !== null && post?.until !== undefined && post.until <= day;
        const kept = isGone ? [] : (index.keepersOf.get(postId) ?? []);
        const standIns = running.filter((it) => it.postId === postId).map(({ standInId }) => standInId);
        people = [...new Set([...deciding.map(({ personId }) => personId), ...kept, ...standIns])]
          .filter(isThere)
          .sort();
        known.set(postId, people);
      }
      return people;
    },
  };
}

/**
 * Days after today on which who decides may change, ascending: at a post, or (null) anywhere, because somebody joins,
 * leaves or falls away without a known end, or a post ends that somebody keeps.
 */
export function decidingChanges(timetable: Timetable): { day: Day; postId: string | null }[] {
  const { problem, stints, postOf, index } = timetable;
  const changes: { day: Day | null; postId: string | null }[] = [];
  for (const { from, until, postId, seat } of stints) {
    const post = postOf.get(postId);
    changes.push({ day: from, postId }, { day: until, postId });
    if (seat === null && post?.isKey) changes.push({ day: index.line.plus(from, post.overlapDays), postId });
  }
  for (const { joinedOn, leavesOn, absences } of problem.people) {
    changes.push({ day: joinedOn, postId: null }, { day: leavesOn, postId: null });
    for (const { from, until } of absences) if (until === null) changes.push({ day: from, postId: null });
  }
  for (const postId of index.keepersOf.keys())
    changes.push({ day: postOf.get(postId)?.until ?? null, postId: null });
  return changes
    .flatMap(({ day, postId }) => (day !== null && day > problem.today ? [{ day, postId }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
