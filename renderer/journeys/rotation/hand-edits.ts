// A plan under the hand: its moves with stable names, and what can be done to them; every step answers a new state.
import { addDays, type Day, daysBetween } from "../../../shared/domain/day.ts";
import type { BareMove, Plan, PlanMove, Wishes } from "../../data/types.ts";

/** A move while it is edited: `key` stays when day or person change. */
export interface DraftMove extends BareMove {
  key: string;
  /** Moves of one chain share it. */
  chain: number;
}
export interface HandState {
  moves: readonly DraftMove[];
  wishes: Wishes;
}
type IsWorkday = (day: Day) => boolean;

const bare = ({ day, personId, fromPostId, toPostId }: BareMove): BareMove => ({
  day,
  personId,
  fromPostId,
  toPostId,
});
export const bareMoves = (moves: readonly BareMove[]): BareMove[] => moves.map(bare);
const isSame = (a: BareMove, b: BareMove): boolean =>
  a.day === b.day && a.personId === b.personId && a.fromPostId === b.fromPostId && a.toPostId === b.toPostId;

/** The name that a move of a plan keeps while it is edited. */
export const moveKey = (move: Pick<PlanMove, "day" | "person" | "to">): string =>
  `${move.person.id}.${move.day}.${move.to?.id ?? ""}`;
export const handStateOf = (plan: Pick<Plan, "moves" | "wishes">): HandState => ({
  moves: plan.moves.map((move) => ({
    key: moveKey(move),
    chain: move.chain,
    day: move.day,
    personId: move.person.id,
    fromPostId: move.from?.id ?? null,
    toPostId: move.to?.id ?? null,
  })),
  wishes: plan.wishes,
});

/** Working days between two days; `from` not counted. */
function workdaysBetween(isWorkday: IsWorkday, from: Day, until: Day): number {
  let count = 0;
  for (let day = from; day < until; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) count += 1;
  }
  return count;
}
function plusWorkdays(isWorkday: IsWorkday, from: Day, count: number): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}
const firstDay = (moves: readonly BareMove[]): Day =>
  moves.reduce((first, { day }) => (day < first ? day : first), "9999-12-31");

/** Brings the chain of a move to another change day; its moves keep their distance in working days. */
export function shiftChain(state: HandState, key: string, to: Day, isWorkday: IsWorkday): HandState {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return state;
  const chain = state.moves.filter((move) => move.chain === moved.chain);
  const from = firstDay(chain);
  if (from === to) return state;
  const dayOf = new Map(
    chain.map((move) => [move.key, plusWorkdays(isWorkday, to, workdaysBetween(isWorkday, from, move.day))]),
  );
  const shifted = state.moves.map((move) => ({ ...move, day: dayOf.get(move.key) ?? move.day }));
  // A locked move stays locked where it goes.
  const fixed = state.wishes.fixed.map((wish) => {
    const at = state.moves.findIndex((move) => isSame(move, wish));
    const now = shifted[at];
    return now ? bare(now) : wish;
  });
  return { moves: shifted, wishes: { ...state.wishes, fixed } };
}

/** The change day so many change days after (before, if negative) that of the move's chain. */
export function nextChangeDay(
  state: HandState,
  key: string,
  changeDays: readonly Day[],
  step: number,
): Day | null {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return null;
  const from = firstDay(state.moves.filter((move) => move.chain === moved.chain));
  const at =
    step > 0
      ? changeDays.findIndex((day) => day > from) + step - 1
      : changeDays.filter((day) => day < from).length + step;
  return changeDays[at] ?? null;
}

/** What fills, within the chain, the places that these moves leave: it is not needed once they do not leave. */
function fillersOf(moves: readonly DraftMove[], left: DraftMove): DraftMove[] {
  const found: DraftMove[] = [];
  const places = [left];
  for (let place = places.pop(); place; place = places.pop()) {
    const { fromPostId } = place;
    if (fromPostId === null) continue;
    const filler = moves.find(
      (move) =>
        move.chain === left.chain &&
        move.toPostId === fromPostId &&
        move.key !== left.key &&
        !found.includes(move),
    );
    if (!filler) continue;
    found.push(filler);
    places.push(filler);
  }
  return found;
}

/** Another person takes the move's place; whoever filled the first one's place stays where they are. */
export function swapPerson(
  state: HandState,
  key: string,
  person: { id: string; fromPostId: string | null },
): HandState {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return state;
  const freed = new Set(
    fillersOf(state.moves, moved)
      // In a swap of places the other still has to leave: that move fills nothing that is held again.
      .filter((move) => move.fromPostId !== moved.toPostId)
      .map((move) => move.key),
  );
  const fixed = state.wishes.fixed.filter(
    (wish) => !isSame(wish, moved) && !state.moves.some((move) => freed.has(move.key) && isSame(move, wish)),
  );
  return {
    moves: state.moves
      .filter((move) => !freed.has(move.key))
      .map((move) =>
        move.key === key ? { ...move, personId: person.id, fromPostId: person.fromPostId } : move,
      ),
    wishes: { ...state.wishes, fixed },
  };
}

/** Somebody more comes to a post. */
export function addMove(state: HandState, move: BareMove): HandState {
  const chain = Math.max(0, ...state.moves.map((one) => one.chain)) + 1;
  const key = `${move.personId}.${move.day}.${move.toPostId ?? ""}.${chain}`;
  return { ...state, moves: [...state.moves, { ...bare(move), key, chain }] };
}

/** `whole`: with every move of its chain. */
export function removeMove(state: HandState, key: string, whole = false): HandState {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return state;
  const isGone = (move: DraftMove): boolean => move.key === key || (whole && move.chain === moved.chain);
  const gone = state.moves.filter(isGone);
  return {
    moves: state.moves.filter((move) => !isGone(move)),
    wishes: {
      ...state.wishes,
      fixed: state.wishes.fixed.filter((wish) => !gone.some((move) => isSame(move, wish))),
    },
  };
}

export const isLocked = (state: HandState, move: BareMove): boolean =>
  state.wishes.fixed.some((wish) => isSame(wish, move));

export function lockedKeys(state: HandState): Set<string> {
  const named = (move: BareMove): string =>
    `${move.day}.${move.personId}.${move.fromPostId ?? ""}.${move.toPostId ?? ""}`;
  const fixed = new Set(state.wishes.fixed.map(named));
  return new Set(state.moves.filter((move) => fixed.has(named(move))).map(({ key }) => key));
}

export function toggleLock(state: HandState, key: string): HandState {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return state;
  const { fixed } = state.wishes;
  return {
    ...state,
    wishes: {
      ...state.wishes,
      fixed: isLocked(state, moved) ? fixed.filter((wish) => !isSame(wish, moved)) : [...fixed, bare(moved)],
    },
  };
}
/** Some move of its chain has had its day. */
export function isBegun({ moves }: HandState, key: string | null, today: Day): boolean {
  const chain = moves.find((move) => move.key === key)?.chain;
  return chain !== undefined && moves.some((move) => move.chain === chain && move.day <= today);
}
export const isPostLocked = ({ wishes }: HandState, postId: string): boolean =>
  wishes.lockedPosts.some((one) => one.postId === postId);
export const isPersonLocked = ({ wishes }: HandState, personId: string): boolean =>
  wishes.lockedPersonIds.includes(personId);

export function togglePostLock(state: HandState, postId: string): HandState {
  const { lockedPosts } = state.wishes;
  return {
    ...state,
    wishes: {
      ...state.wishes,
      lockedPosts: isPostLocked(state, postId)
        ? lockedPosts.filter((one) => one.postId !== postId)
        : [...lockedPosts, { postId, until: null }],
    },
  };
}
export function togglePersonLock(state: HandState, personId: string): HandState {
  const { lockedPersonIds } = state.wishes;
  return {
    ...state,
    wishes: {
      ...state.wishes,
      lockedPersonIds: isPersonLocked(state, personId)
        ? lockedPersonIds.filter((id) => id !== personId)
        : [...lockedPersonIds, personId],
    },
  };
}

/** The person shall not come to that post: kept as a wish, and the move goes. */
export function forbidMove(state: HandState, key: string): HandState {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return state;
  const without = removeMove(state, key);
  return {
    ...without,
    wishes: {
      ...without.wishes,
      forbidden: [
        ...without.wishes.forbidden,
        { personId: moved.personId, postId: moved.toPostId, from: null, until: null },
      ],
    },
  };
}

/** Keys of the moves that the plan itself does not have so: new, at another day, or of another person. */
export function touchedKeys(before: HandState, now: HandState): Set<string> {
  const was = new Map(before.moves.map((move) => [move.key, move]));
  return new Set(
    now.moves
      .filter((move) => {
        const old = was.get(move.key);
        return !old || !isSame(old, move);
      })
      .map(({ key }) => key),
  );
}
/** How many moves differ from the plan's own, those that are gone counted too. */
export function editCount(before: HandState, now: HandState): number {
  const kept = new Set(now.moves.map((move) => move.key));
  return touchedKeys(before, now).size + before.moves.filter((move) => !kept.has(move.key)).length;
}
/** The change day nearest to where the move's chain would begin so many days from now on. */
export function nearestChangeDay(
  state: HandState,
  key: string,
  changeDays: readonly Day[],
  days: number,
): Day | null {
  const moved = state.moves.find((move) => move.key === key);
  if (!moved) return null;
  const aim = addDays(firstDay(state.moves.filter((move) => move.chain === moved.chain)), days);
  return changeDays.reduce<Day | null>(
    (best, day) =>
      best === null || Math.abs(daysBetween(day, aim)) < Math.abs(daysBetween(best, aim)) ? day : best,
    null,
  );
}
