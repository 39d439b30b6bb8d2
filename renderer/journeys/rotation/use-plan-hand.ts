// The hand over one plan: what it has changed, what the validator says of that, and everything that it can do.
import { useCallback, useMemo, useState } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import type { Answered } from "../../data/names.ts";
import type { Plan } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import type { StripMonth, TenureRow } from "../../parts/tenure-row.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import { type Breaches, readBreaches } from "./breaches.ts";
import { addMove, isBegun, nearestChangeDay, swapPerson } from "./hand-edits.ts";
import { type MoveActions, useMoveActions } from "./move-actions.ts";
import { type Names, namesOf, noNames, useAllNames } from "./names.ts";
import { useStrip } from "./strip-months.ts";
import type { Candidate } from "./swap-card.tsx";
import { type Hand, useHand } from "./use-hand.ts";
import { type Tried, useTried } from "./use-tried.ts";
import { changeDaysOf, useIsWorkday } from "./workdays.ts";

/** A place to fill: by another person for a move, or by a new move (`key` null). */
export interface Place {
  key: string | null;
  postId: string;
  day: Day;
  at: { x: number; y: number };
}
export interface PlanHand {
  hand: Hand;
  names: Names;
  /** The validator's answer to what is under the hand; null: not asked, or not yet. */
  tried: Tried | null;
  isAsking: boolean;
  breaches: Breaches;
  strip: readonly StripMonth[] | null;
  actions: MoveActions;
  canEdit: boolean;
  /** The first day of its chain has come: it is carried out, and changed only by what comes up. */
  isBegun(key: string | null): boolean;
  filling: Place | null;
  fill(place: Place | null): void;
  /** Fills the place with this person. */
  choose(candidate: Candidate): void;
  idOf(row: TenureRow): string;
  isPost(row: TenureRow): boolean;
  /** Locks the post or person of a row, or unlocks it. */
  lockRow(row: TenureRow): void;
}
const noDays: readonly Day[] = [];
/** A row's own id, whatever chain it stands in: "post.person", or a person. */
const idOf = (row: TenureRow): string => row.id.split("@")[0]?.split(".")[0] ?? "";

export function usePlanHand(plan: Plan | null, timeline: Answered<"rotation.timeline">): PlanHand {
  const { rotation } = useWords();
  const say = useText();
  const readOnly = useReadOnly("rotation.plan");
  const isWorkday = useIsWorkday();
  const [filling, fill] = useState<Place | null>(null);
  const [candidates, setCandidates] = useState<Names>(noNames);
  const all = useAllNames();
  const names = useMemo(
    () =>
      namesOf(timeline, plan, {
        people: new Map([...all.people, ...candidates.people]),
        posts: new Map([...all.posts, ...candidates.posts]),
      }),
    [timeline, plan, candidates, all],
  );
  const hand = useHand(plan);
  const changeDays = useMemo(() => (plan ? changeDaysOf(plan, isWorkday) : noDays), [plan, isWorkday]);
  const isTried = plan !== null && (hand.edits > 0 || hand.isTrying || plan.breaches.length > 0);
  const { tried, isAsking } = useTried(isTried ? plan.id : null, hand.now.moves);
  const breaches = useMemo(() => readBreaches(tried?.breaches ?? [], say), [tried, say]);
  const strip = useStrip(tried?.strip ?? plan?.strip ?? null, hand.now.moves);

  const openSwap = useCallback(
    (key: string, at: { x: number; y: number }): void => {
      const move = hand.settled.moves.find((one) => one.key === key);
      if (move?.toPostId) fill({ key, postId: move.toPostId, day: move.day, at });
    },
    [hand.settled],
  );
  const nearestTo = useCallback(
    (key: string, days: number) => nearestChangeDay(hand.settled, key, changeDays, days),
    [hand.settled, changeDays],
  );
  const actions = useMoveActions(hand, names, changeDays, isWorkday, openSwap, nearestTo);
  const choose = ({ person, from }: Candidate): void => {
    if (!filling) return;
    setCandidates({
      people: new Map([...candidates.people, [person.id, person]]),
      posts: from ? new Map([...candidates.posts, [from.id, from]]) : candidates.posts,
    });
    const { key, postId, day } = filling;
    const fromPostId = from?.id ?? null;
    hand.apply(
      key === null
        ? addMove(hand.settled, { day, personId: person.id, fromPostId, toPostId: postId })
        : swapPerson(hand.settled, key, { id: person.id, fromPostId }),
      rotation.didSwap(person.name, names.posts.get(postId)?.name ?? ""),
    );
    fill(null);
  };
  const isPost = (row: TenureRow): boolean => names.posts.has(idOf(row));
  return {
    hand,
    names,
    tried,
    isAsking,
    breaches,
    strip,
    actions,
    canEdit: plan !== null && readOnly === null,
    isBegun: (key) => isBegun(hand.settled, key, timeline.day),
    filling,
    fill,
    choose,
    idOf,
    isPost,
    lockRow: (row) => (isPost(row) ? actions.lockPost(idOf(row)) : actions.lockPerson(idOf(row))),
  };
}
