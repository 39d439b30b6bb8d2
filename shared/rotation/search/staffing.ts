// Whether every matter can be staffed on the days of a month on which somebody comes or goes, asked again only where somebody is missing.
import type { Day } from "../../domain/day.ts";
import { decidingOn, isThereOn } from "../deciders.ts";
import type { PlannedLeave, RotationProblem } from "../plan.ts";
import type { ProblemMatter } from "../problem-matter.ts";
import { staffMatter, stillStands } from "../staffable.ts";
import { type Deciding, type SeatTaker, takersOn } from "../staffing-on.ts";
import { replay } from "../timetable.ts";
import type { Board } from "./board.ts";
import { offsetOf, reserve, type State } from "./state.ts";

/** Kept through a whole search: what was asked once is not asked again. */
export interface StaffingMemory {
  /** Matters that lack people on some day of a leave placed already, whoever moves: not the search's to mend. */
  lackingOnLeave: ReadonlySet<number>;
  /** By matter: the witness for those who decide (null: none), by who may take its seats. */
  answers: Map<string, SeatTaker[] | null>[];
}
export const staffingMemory = (board: Board): StaffingMemory => ({
  answers: board.problem.matters.map(() => new Map()),
  lackingOnLeave: lackingOnLeave(board.problem),
});

function lackingOnLeave(problem: RotationProblem): Set<number> {
  const { placed = [], matters, today } = problem;
  const found = new Set<number>();
  if (placed.length === 0) return found;
  const timetable = replay(problem, []);
  for (const { from } of placed) {
    const deciding = decidingOn(timetable, from > today ? from : today, placed);
    matters.forEach((matter, at) => {
      if (staffMatter(matter, deciding).status !== "staffed") found.add(at);
    });
  }
  return found;
}

/**
 * Looks at the month as the state has it; `witnesses`, by matter, are those of the day before and are brought up to date.
 * Answers the matters that cannot be staffed on some day of the month.
 */
export function unstaffedIn(
  board: Board,
  state: State,
  month: number,
  memory: StaffingMemory,
  witnesses: (SeatTaker[] | null)[],
): number[] {
  const { matters } = board.problem;
  if (matters.length === 0) return [];
  const found = new Set<number>();
  const deciders = decidersIn(board, state, month);
  const witnessOf = (at: number, matter: ProblemMatter, deciding: Deciding): SeatTaker[] | null => {
    const key = JSON.stringify(
      takersOn(matter, deciding).map((own) => own.map((it) => [it.personId, it.postId])),
    );
    const known = memory.answers[at];
    let witness = known?.get(key);
    if (witness === undefined) {
      witness = staffMatter(matter, deciding).witness;
      known?.set(key, witness);
    }
    return witness;
  };
  for (const day of deciders.days) {
    const deciding = deciders.on(day);
    matters.forEach((matter, at) => {
      const before = witnesses[at];
      if (before && stillStands(matter, before, deciding)) return;
      const witness = witnessOf(at, matter, deciding);
      witnesses[at] = witness;
      if (!witness) found.add(at);
    });
    const running = (board.problem.placed ?? []).filter((it) => it.from <= day && day < it.until);
    if (running.length === 0) continue;
    const onLeave = deciders.on(day, running);
    matters.forEach((matter, at) => {
      if (!memory.lackingOnLeave.has(at) && !witnessOf(at, matter, onLeave)) found.add(at);
    });
  }
  return [...found];
}

/** The days of the month that are looked at, and who decides on one: what `deciders.ts` reads off a timetable (properties compare them). */
export function decidersIn(
  board: Board,
  state: State,
  month: number,
): { days: Day[]; on: (day: Day, running?: readonly PlannedLeave[]) => Deciding } {
  const scene = sceneOf(board, state, month);
  return {
    days: turningDays(board, month, scene),
    on: (day, running) => decidingAt(board, scene, day, running),
  };
}

interface Stay {
  person: number;
  from: Day | null;
  until: Day | null;
  isNew: boolean;
}
interface Scene {
  /** By post: who holds it on some day of the month. */
  stays: Map<number, Stay[]>;
  keepers: Map<number, number[]>;
}

function sceneOf(board: Board, state: State, month: number): Scene {
  const stays = new Map<number, Stay[]>();
  const add = (post: number, stay: Stay): void => {
    const own = stays.get(post);
    if (own) own.push(stay);
    else stays.set(post, [stay]);
  };
  const keepers = new Map<number, number[]>();
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    const place = state.place[person] ?? reserve;
    const isMoved = before !== place;
    const moved = isMoved ? board.months.dayAt(month, offsetOf(board, state, person)) : null;
    if (before >= 0)
      add(before, { person, from: null, until: moved ?? state.endsOn[person] ?? null, isNew: false });
    if (isMoved && place >= 0) add(place, { person, from: moved, until: null, isNew: true });
    for (const post of board.keptPosts[person] ?? [])
      keepers.set(post, [...(keepers.get(post) ?? []), person]);
  }
  for (const [person, seats] of state.also)
    for (const it of seats) add(it.post, { person, from: null, until: it.endsOn, isNew: false });
  return { stays, keepers };
}

/** From the change day to the next one: the days of moves, of leavings by record, and of forced leaves that begin or end. */
function turningDays(board: Board, month: number, { stays }: Scene): Day[] {
  const { months, problem } = board;
  const first = months.dayOf(month);
  const next = month + 1 < months.count ? months.dayOf(month + 1) : problem.until;
  const days = new Set<Day>();
  for (const own of stays.values())
    for (const it of own) {
      if (it.from !== null) days.add(it.from);
      if (it.until !== null && it.until < next) days.add(it.until);
    }
  for (const { from, until } of problem.placed ?? []) days.add(from).add(until);
  return [...days].filter((day) => day >= first && day < next).sort();
}

/** `running`: forced leaves of the day; the stand-in decides in the person's place, and the person nowhere. */
function decidingAt(
  board: Board,
  { stays, keepers }: Scene,
  day: Day,
  running: readonly PlannedLeave[] = [],
): Deciding {
  const { people, posts, problem } = board;
  const away = new Set(running.map(({ personId }) => personId));
  const isThere = (personId: string): boolean =>
    !away.has(personId) && isThereOn(people[board.indexOfPerson.get(personId) ?? -1], day);
  const known = new Map<string, string[]>();
  return {
    isThere,
    at: (postId) => {
      const before = known.get(postId);
      if (before) return before;
      const q = board.indexOfPost.get(postId) ?? -1;
      const post = posts[q];
      const held = (stays.get(q) ?? []).filter(
        (it) => (it.from === null || it.from <= day) && (it.until === null || day < it.until),
      );
      const isShort = post === undefined || held.length <= post.required;
      const overlap = board.overlapOf[q] ?? 0;
      const deciding = held.filter((it) => {
        if (!it.isNew || isShort || overlap === 0 || it.from === null) return true;
        const handed = board.months.lastSlot(it.from) + overlap;
        return board.months.lastSlot(day) >= handed && day < problem.until;
      });
      const isGone = post?.until !== null && post?.until !== undefined && post.until <= day;
      const kept = isGone ? [] : (keepers.get(q) ?? []);
      const standIns = running.filter((it) => it.postId === postId).map(({ standInId }) => standInId);
      const all = new Set([
        ...[...deciding.map((it) => it.person), ...kept].flatMap((it) => people[it]?.id ?? []),
        ...standIns,
      ]);
      const list = isGone ? [] : [...all].filter(isThere).sort();
      known.set(postId, list);
      return list;
    },
  };
}

/**
 * Rules the moves of the month out that may be to blame for the matters: arrivals at their posts (pairs of person and
 * post, into `barred`), and leavings from them that nobody forced (people, into `isKept`).
 */
export function blame(
  board: Board,
  state: State,
  matters: readonly number[],
  isDue: Uint8Array,
  barred: Set<number>,
  isKept: Uint8Array,
): void {
  const posts = postsOf(board, matters);
  for (let person = 0; person < board.people.length; person++) {
    const before = state.before[person] ?? reserve;
    const place = state.place[person] ?? reserve;
    if (before === place) continue;
    if (place >= 0 && posts.has(place)) barred.add(person * board.posts.length + place);
    if (before >= 0 && posts.has(before) && isDue[person] !== 1) isKept[person] = 1;
  }
}

/** The posts by which somebody may take a seat of the matters. */
export function postsOf(board: Board, matters: readonly number[]): Set<number> {
  const posts = new Set<number>();
  for (const at of matters)
    for (const { postIds } of board.problem.matters[at]?.seats ?? [])
      for (const id of postIds) {
        const post = board.indexOfPost.get(id);
        if (post !== undefined) posts.add(post);
      }
  return posts;
}
