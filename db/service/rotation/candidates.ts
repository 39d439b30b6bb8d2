// Who could come to a post on a day of a plan instead, best first, each with what it would break.
import type { BareMove } from "../../../shared/contract/plan.ts";
import type { Day } from "../../../shared/domain/day.ts";
import { levelRank } from "../../../shared/domain/organisation.ts";
import type { Breach } from "../../../shared/rotation/constraints/breach.ts";
import type { ProblemPerson, ProblemPost, RotationProblem } from "../../../shared/rotation/plan.ts";
import { arrivalAt, placeOn, waysToSwap } from "../../../shared/rotation/swapped.ts";
import { replay, type Timetable } from "../../../shared/rotation/timetable.ts";
import { breachesOf, chained } from "./judged.ts";

/** Tried with the validator, after a ranking by what can be told at a glance. */
const triedAtMost = 12;
/** So many who break nothing are choice enough. */
const cleanAtMost = 6;
export interface Candidate {
  personId: string;
  fromPostId: string | null;
  /** What the swap breaks that the moves did not break before. */
  breaches: Breach[];
  /** The moves with the swap made. */
  moves: BareMove[];
}

/** `breathe` runs after each that was tried. */
export async function candidatesFor(
  problem: RotationProblem,
  moves: readonly BareMove[],
  asked: { postId: string; day: Day },
  breathe: () => Promise<void>,
): Promise<Candidate[]> {
  const timetable = replay(problem, chained(moves));
  const post = timetable.postOf.get(asked.postId);
  if (!post) return [];
  const now = arrivalAt(moves, asked.postId, asked.day)?.personId;
  const ranked = problem.people
    .filter(({ id, isLocked }) => id !== now && !isLocked && !holds(timetable, id, asked))
    .map((person) => {
      const fromPostId = placeOn(
        timetable.byPerson.get(person.id) ?? [],
        asked.day,
        (id) => timetable.postOf.get(id)?.isKey ?? false,
        person.keptIds,
      );
      return { person, fromPostId, rank: rankOf(timetable, person, fromPostId, post, asked.day) };
    })
    .sort((a, b) => a.rank - b.rank || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, triedAtMost);
  const before = new Set(breachesOf(problem, moves).map(nameOf));
  const newIn = (judgedBy: RotationProblem, swapped: readonly BareMove[]): Breach[] =>
    breachesOf(judgedBy, swapped).filter((breach) => !before.has(nameOf(breach)));
  // Staffing every matter again is the dear part: the ways are told apart without it, the best is judged with it.
  const withoutMatters: RotationProblem = { ...problem, matters: [] };
  const tried: Candidate[] = [];
  for (const { person, fromPostId } of ranked) {
    let best: { moves: BareMove[]; found: number } | null = null;
    for (const swapped of waysToSwap(moves, { ...asked, personId: person.id, fromPostId })) {
      const found = newIn(withoutMatters, swapped).length;
      if (!best || found < best.found) best = { moves: swapped, found };
      if (best.found === 0) break;
    }
    await breathe();
    if (best)
      tried.push({
        personId: person.id,
        fromPostId,
        breaches: newIn(problem, best.moves),
        moves: best.moves,
      });
    await breathe();
    if (tried.filter(({ breaches }) => breaches.length === 0).length === cleanAtMost) break;
  }
  // The sort is stable: among equals the first ranking stands.
  return tried.sort((a, b) => a.breaches.length - b.breaches.length);
}

const nameOf = ({ constraint, postId, personId, sentence }: Breach): string =>
  JSON.stringify([constraint, postId, personId, sentence.en]);

const holds = (
  { byPerson }: Timetable,
  personId: string,
  { postId, day }: { postId: string; day: Day },
): boolean =>
  (byPerson.get(personId) ?? []).some((it) => it.postId === postId && it.from < day && day <= it.until);

/** Smaller is likelier: qualified and there, leaving no key post and no thin post, near the post's level. */
function rankOf(
  { byPost, postOf }: Timetable,
  person: ProblemPerson,
  fromPostId: string | null,
  post: ProblemPost,
  day: Day,
): number {
  const isQualified = post.qualifications.every((code) =>
    person.qualifications.some(
      (it) => it.code === code && it.from <= day && (it.until === null || day < it.until),
    ),
  );
  const isThere =
    (person.joinedOn === null || person.joinedOn <= day) &&
    (person.leavesOn === null || day < person.leavesOn) &&
    !person.absences.some((it) => it.from <= day && (it.until === null || day < it.until));
  const from = fromPostId === null ? null : postOf.get(fromPostId);
  const beside = (byPost.get(fromPostId ?? "") ?? []).filter((it) => it.from <= day && day < it.until);
  const leavesGap = from ? (from.isKey ? 2 : beside.length <= from.required ? 1 : 0) : 0;
  const apart = person.level === null ? 3 : Math.abs(levelRank(person.level) - levelRank(post.level));
  return (isThere ? 0 : 1000) + (isQualified ? 0 : 500) + leavesGap * 100 + apart;
}
