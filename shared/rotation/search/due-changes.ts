// Fills what has fallen due, the cheapest way first.

import { fill, type Goal } from "./chain.ts";
import { isNeeded } from "./month-work.ts";
import { never, offsetOfSlot, slotOf } from "./months.ts";
import type { Due } from "./open-seats.ts";
import type { Scene } from "./scene.ts";
import { endsByRecord, reserve, type State } from "./state.ts";

/** Fills one due vacancy; false where nobody was found. */
export function changeDue(scene: Scene, due: Due): boolean {
  const { board, state, month } = scene;
  const { person, post } = due;
  if (person < 0) return (state.held[post] ?? 0) >= (board.requiredOf[post] ?? 0) || fillBest(scene, due);
  if (state.also.has(person) && state.place[person] !== post && !bringForward(state, person, post))
    return false;
  if (state.place[person] !== post || state.isNew[person] === 1 || state.isRelieved[person] === 1)
    return true;
  if (isNeeded(board, state, due)) return fillBest(scene, due);
  // Others hold the post in sufficient number: nobody need follow.
  if (!board.wishes.mayMove(person, month)) return false;
  state.held[post] = (state.held[post] ?? 0) - 1;
  if (endsByRecord(board, state, person)) state.isRelieved[person] = 1;
  else {
    state.place[person] = reserve;
    state.isNew[person] = 1;
  }
  return true;
}

/** Of several key posts held, the one to be given up becomes the place; false if that cannot be this month. */
function bringForward(state: State, person: number, post: number): boolean {
  const also = state.also.get(person) ?? [];
  const at = also.findIndex((it) => it.post === post);
  const seat = also[at];
  if (!seat || state.isNew[person] === 1 || state.isRelieved[person] === 1) return false;
  also[at] = {
    post: state.place[person] ?? reserve,
    stayFrom: state.stayFrom[person] ?? 0,
    goneBy: state.goneBy[person] ?? never,
    deadline: state.deadline[person] ?? never,
    endsAt: state.endsAt[person] ?? never,
    endsOn: state.endsOn[person] ?? null,
  };
  state.place[person] = post;
  state.before[person] = post;
  state.stayFrom[person] = seat.stayFrom;
  state.goneBy[person] = seat.goneBy;
  state.deadline[person] = seat.deadline;
  state.endsAt[person] = seat.endsAt;
  state.endsOn[person] = seat.endsOn;
  return true;
}

/** Tries the cheapest ways first: no arrival that was not needed, if need be in a closed cycle, then with more of them. */
function fillBest(scene: Scene, due: Due): boolean {
  const { board, state, month } = scene;
  const { post, person } = due;
  const goal: Goal = { post, leaver: person, maxExtra: 0, least: 0, withCycle: false };
  const least = Math.max(due.least, worthwhileOffset(scene, post));
  if (least > 0 && fill(scene, { ...goal, least })) return true;
  const mayCycle =
    person >= 0 && due.last >= month && board.isKey[post] === 1 && !endsByRecord(board, state, person);
  const isPressing = person < 0 || (state.deadline[person] ?? never) <= month;
  // The second look starts elsewhere in the lists.
  if (fill(scene, goal) || fill(scene, goal)) return true;
  // Where nobody was found at the last moment a closed cycle will do before it.
  if (!isPressing && mayCycle && (scene.leads[post] ?? 0) > 0)
    return fill(scene, { ...goal, withCycle: true });
  const extras = isPressing ? [0, 1, 3] : [];
  return extras.some(
    (maxExtra) =>
      (maxExtra > 0 && fill(scene, { ...goal, maxExtra })) ||
      (mayCycle && fill(scene, { ...goal, maxExtra, withCycle: true })),
  );
}

/** The earliest offset that saves an arrival at the end of the horizon, against arriving on the change day; 0: none does. */
function worthwhileOffset({ board, month }: Scene, post: number): number {
  const needed = (offset: number): number => board.needs.of(post, board.overBy(post, slotOf(month, offset)));
  const now = needed(0);
  const last = (board.months.rest[month] ?? 0) - (board.overlapOf[post] ?? 0);
  if (now === 0 || last <= 0 || needed(offsetOfSlot(last)) >= now) return 0;
  let offset = 1;
  while (needed(offset) >= now) offset++;
  return offset;
}
