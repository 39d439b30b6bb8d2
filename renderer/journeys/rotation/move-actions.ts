// What can be done to moves by hand, each named so that it can be taken back by name.
import { useMemo } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import { useWords } from "../../parts/words.tsx";
import {
  forbidMove,
  isLocked,
  isPersonLocked,
  isPostLocked,
  nextChangeDay,
  removeMove,
  shiftChain,
  toggleLock,
  togglePersonLock,
  togglePostLock,
} from "./hand-edits.ts";
import type { Names } from "./names.ts";
import type { Hand } from "./use-hand.ts";

export interface MoveActions {
  /** So many change days later (earlier, if negative), with its chain. */
  shift(key: string, step: number): void;
  /** Dragged so many days from where it was; null: given up. */
  drag(key: string, days: number | null, isDone: boolean): void;
  lock(key: string): void;
  forbid(key: string): void;
  remove(key: string, whole: boolean): void;
  swap(key: string, at: { x: number; y: number }): void;
  lockPost(postId: string): void;
  lockPerson(personId: string): void;
}

export function useMoveActions(
  hand: Hand,
  names: Names,
  changeDays: readonly Day[],
  isWorkday: (day: Day) => boolean,
  openSwap: (key: string, at: { x: number; y: number }) => void,
  nearestTo: (key: string, days: number) => Day | null,
): MoveActions {
  const { rotation } = useWords();
  return useMemo((): MoveActions => {
    const now = hand.settled;
    const nameOf = (key: string): string => {
      const move = now.moves.find((one) => one.key === key);
      const person = move ? (names.people.get(move.personId)?.name ?? "") : "";
      const post = move?.toPostId ? (names.posts.get(move.toPostId)?.name ?? "") : rotation.reserve;
      return `${person} → ${post}`;
    };
    return {
      shift: (key, step) => {
        const to = nextChangeDay(now, key, changeDays, step);
        if (to)
          hand.apply(shiftChain(now, key, to, isWorkday), rotation.didShift(nameOf(key), to.slice(0, 7)));
      },
      drag: (key, days, isDone) => {
        const to = days === null ? null : nearestTo(key, days);
        if (to === null) return hand.tryOut(null);
        const next = shiftChain(now, key, to, isWorkday);
        if (isDone) hand.apply(next, rotation.didShift(nameOf(key), to.slice(0, 7)));
        else hand.tryOut(next);
      },
      lock: (key) => {
        const move = now.moves.find((one) => one.key === key);
        if (!move) return;
        const say = isLocked(now, move) ? rotation.didUnlock : rotation.didLock;
        hand.apply(toggleLock(now, key), say(nameOf(key)));
      },
      forbid: (key) => hand.apply(forbidMove(now, key), rotation.didForbid(nameOf(key))),
      remove: (key, whole) => hand.apply(removeMove(now, key, whole), rotation.didRemove(nameOf(key))),
      swap: openSwap,
      lockPost: (id) => {
        const say = isPostLocked(now, id) ? rotation.didUnlock : rotation.didLock;
        hand.apply(togglePostLock(now, id), say(names.posts.get(id)?.name ?? id));
      },
      lockPerson: (id) => {
        const say = isPersonLocked(now, id) ? rotation.didUnlock : rotation.didLock;
        hand.apply(togglePersonLock(now, id), say(names.people.get(id)?.name ?? id));
      },
    };
  }, [hand, names, changeDays, isWorkday, openSwap, nearestTo, rotation]);
}
