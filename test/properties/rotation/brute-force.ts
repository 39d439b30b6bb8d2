// Every timetable of a tiny office, tried one after the other: what the planner is measured against.
import type { Move } from "../../../shared/domain/rotation.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";

/** The fewest arrivals of any valid plan with at most `most` of them, by trying every timetable; null: none. */
export function fewestArrivals(problem: RotationProblem, most: number): number | null {
  const keys = problem.posts.filter((post) => post.isKey);
  const choices = problem.changeDays.flatMap((day) =>
    keys.flatMap((post) => problem.people.map((person) => ({ day, post: post.id, person: person.id }))),
  );
  const movesOf = (chosen: typeof choices): Move[] | null => {
    const holder = new Map(
      keys.flatMap((post) => post.seats.map((seat) => [post.id, seat.personId] as const)),
    );
    const endsOn = new Map(problem.people.map((person) => [person.id, person.leavesOn]));
    const moves: Move[] = [];
    for (const day of new Set(chosen.map((it) => it.day))) {
      const todays = chosen.filter((it) => it.day === day);
      const postOf = new Map([...holder].map(([post, person]) => [person, post]));
      const arriving = new Map(todays.map((it) => [it.person, it.post]));
      for (const it of todays) {
        const leaver = holder.get(it.post);
        const isGone = leaver !== undefined && (endsOn.get(leaver) ?? "9") <= day;
        if (leaver !== undefined && !arriving.has(leaver) && !isGone) {
          moves.push({ day, personId: leaver, fromPostId: it.post, toPostId: null, chain: 1 });
        }
        const from = postOf.get(it.person) ?? null;
        // A key post left must be taken by somebody the same day.
        if (from !== null && !todays.some((other) => other.post === from)) return null;
        moves.push({ day, personId: it.person, fromPostId: from, toPostId: it.post, chain: 1 });
      }
      for (const it of todays) holder.set(it.post, it.person);
    }
    return moves;
  };
  const search = (start: number, left: number, chosen: typeof choices): boolean => {
    if (left === 0) {
      const moves = movesOf(chosen);
      return moves !== null && validatePlan(problem, { moves }).length === 0;
    }
    for (let at = start; at < choices.length; at++) {
      const next = choices[at];
      if (
        !next ||
        chosen.some((it) => it.day === next.day && (it.post === next.post || it.person === next.person))
      )
        continue;
      if (search(at + 1, left - 1, [...chosen, next])) return true;
    }
    return false;
  };
  for (let count = 0; count <= most; count++) if (search(0, count, [])) return count;
  return null;
}
