// Every timetable of a tiny office, tried one after the other: what the planner is measured against.
import type { Day } from "../../../shared/domain/day.ts";
import { judge } from "../../../shared/rotation/cost.ts";
import type { RotationProblem } from "../../../shared/rotation/plan.ts";
import type { BareMove } from "../../../shared/rotation/timetable.ts";
import { validatePlan } from "../../../shared/rotation/validate.ts";
import { workdayLineOf } from "../../../shared/rotation/workday-line.ts";

export interface Optimum {
  arrivals: number;
  withoutOverlap: number;
  people: number;
}
interface Arrival {
  day: Day;
  postId: string;
  personId: string;
}

/** Whether the search below is complete for the problem: key posts alone, one holder a place at most. */
export const isPlain = (problem: RotationProblem): boolean =>
  problem.posts.every((post) => post.isKey && post.seats.length <= 1) &&
  problem.people.every((it) => it.alsoIds.length === 0);

/**
 * The fewest arrivals, then leavings without overlap, then people of any valid plan of a plain problem with at most `most` (two or fewer) arrivals;
 * null: there is none. With two arrivals nobody can come later in a month than one overlap after its change day.
 */
export function optimumOf(problem: RotationProblem, most: number): Optimum | null {
  const line = workdayLineOf(problem);
  const overlapOf = new Map(problem.posts.map((post) => [post.id, post.overlapDays]));
  const overlaps = new Set(overlapOf.values());
  const days = problem.changeDays.flatMap((day) => {
    const later = [...overlaps]
      .map((it) => line.plus(day, it))
      .filter((it) => it.startsWith(day.slice(0, 7)));
    return [...new Set([day, ...later])];
  });
  const arrivals = days.flatMap((day) =>
    problem.posts.flatMap((post) =>
      problem.people
        .map((person): Arrival => ({ day, postId: post.id, personId: person.id }))
        .filter((it) => isThinkable(problem, it)),
    ),
  );
  const handedOn = (day: Day, postId: string): Day => line.plus(day, overlapOf.get(postId) ?? 0);
  for (let count = 0; count <= most; count++) {
    let best: Optimum | null = null;
    for (const chosen of subsets(arrivals, count))
      for (const moves of movesOf(problem, chosen, handedOn)) {
        if (validatePlan(problem, { moves }).length > 0) continue;
        const { withoutOverlap, people } = judge(problem, moves).cost;
        const isBetter =
          best === null ||
          withoutOverlap < best.withoutOverlap ||
          (withoutOverlap === best.withoutOverlap && people < best.people);
        if (isBetter) best = { arrivals: count, withoutOverlap, people };
      }
    if (best) return best;
  }
  return null;
}

/** What no other move can mend is left out: the arrival alone breaks what is asked of the person. */
function isThinkable(problem: RotationProblem, { day, postId, personId }: Arrival): boolean {
  const fromPostId = problem.people.find((it) => it.id === personId)?.placeId ?? null;
  if (fromPostId === postId) return false;
  const alone = validatePlan(problem, { moves: [{ day, personId, fromPostId, toPostId: postId }] });
  return !alone.some((it) => ["presence", "qualification", "own-work"].includes(it.constraint));
}

function* subsets(list: readonly Arrival[], count: number): Generator<Arrival[]> {
  if (count === 0) yield [];
  for (let at = 0; at < list.length && count > 0; at++) {
    const first = list[at];
    if (!first) continue;
    for (const rest of subsets(list.slice(at + 1), count - 1)) yield [first, ...rest];
  }
}

/** Every way in which holders make room: the one followed moves when the overlap is over, or stays to the recorded end. */
function* movesOf(
  problem: RotationProblem,
  chosen: readonly Arrival[],
  handedOn: (day: Day, postId: string) => Day,
): Generator<BareMove[]> {
  const sorted = [...chosen].sort((a, b) => (a.day < b.day ? -1 : 1));
  const place = new Map(problem.people.map((it) => [it.id, it.placeId]));
  const holder = new Map(problem.posts.map((post) => [post.id, post.seats[0]?.personId]));
  const moves: BareMove[] = [];
  const leavers: BareMove[] = [];
  for (const { day, postId, personId } of sorted) {
    moves.push({ day, personId, fromPostId: place.get(personId) ?? null, toPostId: postId });
    place.set(personId, postId);
    const before = holder.get(postId);
    holder.set(postId, personId);
    const movesOn = sorted.some((it) => it.personId === before && it.day >= day);
    if (before === undefined || movesOn) continue;
    leavers.push({ day: handedOn(day, postId), personId: before, fromPostId: postId, toPostId: null });
  }
  for (let mask = 0; mask < 1 << leavers.length; mask++)
    yield [...moves, ...leavers.filter((_, at) => (mask >> at) & 1)];
}
