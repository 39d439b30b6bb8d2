// The timeline as it is shown: rows by post or person, filtered and grouped, with the moves as they stand under the hand.
import { useMemo } from "react";
import { addMonths, type Day } from "../../../shared/domain/day.ts";
import type { Answered } from "../../data/names.ts";
import type { TenureRow as LedgerRow, Plan } from "../../data/types.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { Breaches } from "./breaches.ts";
import { type Chain, chainsOf } from "./chains.ts";
import { type HandState, lockedKeys, touchedKeys } from "./hand-edits.ts";
import { useLeftWords } from "./left-words.ts";
import type { Names } from "./names.ts";
import { movesByPost, type PostLine, seatsOf } from "./seats.ts";
import { isShown, type TimelineFilter } from "./timeline-filter.ts";
import { type Axis, type Grouped, type Grouping, groupRows } from "./timeline-groups.ts";
import { type PersonSpan, personRow, postRows, type RowFacts } from "./timeline-rows.ts";

interface ModelInput {
  timeline: Answered<"rotation.timeline">;
  ledger: readonly LedgerRow[];
  /** The plan as it was kept, and as it is under the hand. */
  base: HandState;
  hand: HandState;
  breaches: Breaches;
  differing: ReadonlySet<string>;
  leaves: Plan["leaves"];
  /** What has come in between, as the plan takes it. */
  surprises: Plan["surprises"];
  names: Names;
  axis: Axis;
  grouping: Grouping;
  filter: TimelineFilter;
}
export interface TimelineModel extends Grouped {
  chains: readonly Chain[];
  rows: number;
  shown: number;
  departments: readonly string[];
}

export function useTimelineModel(input: ModelInput): TimelineModel {
  const { timeline, ledger, base, hand, breaches, differing, leaves, surprises, names } = input;
  const { axis, grouping, filter } = input;
  const { rotation, common } = useWords();
  const formats = useFormats();
  const left = useLeftWords();
  const facts = useMemo((): RowFacts => {
    const { wishes } = hand;
    return {
      day: timeline.day,
      ledger: new Map(ledger.map((row) => [`${row.person.id}.${row.post.id}`, row])),
      cycles: new Set(chainsOf(hand.moves).flatMap(({ number, isCycle }) => (isCycle ? [number] : []))),
      touched: new Set([...differing, ...touchedKeys(base, hand)]),
      locked: lockedKeys(hand),
      lockedPosts: new Set(wishes.lockedPosts.map(({ postId }) => postId)),
      lockedPeople: new Set(wishes.lockedPersonIds),
      breaches,
      leaves: new Map(
        leaves.map(({ person, post, standIn, from, until }) => [
          `${person.id}.${post.id}`,
          [
            {
              from,
              until,
              words: rotation.leaveWords(person.name, formats.period({ from, until }), standIn.name),
            },
          ],
        ]),
      ),
      words: {
        since: rotation.since,
        arrives: rotation.arrives,
        vacant: rotation.vacant,
        notKey: rotation.reserve,
        empty: rotation.emptyPlace,
        noLimit: rotation.noLimit,
        mustPlan: rotation.mustPlan,
        exemptUntil: rotation.exemptUntil,
        note: ({ post, riskGrade, limitMonths }: PostLine) =>
          limitMonths === null
            ? post.department
            : rotation.limitNote(
                post.department,
                riskGrade ? common.risk[riskGrade] : "",
                formats.count(limitMonths),
              ),
        left,
      },
    };
  }, [timeline.day, ledger, base, hand, breaches, differing, leaves, rotation, common, formats, left]);

  const all = useMemo(() => {
    const byPost = movesByPost(hand.moves);
    const nameOf = (id: string): string => names.people.get(id)?.name ?? id;
    const leavingDays = new Map(
      surprises.flatMap((one) => (one.type === "leaves" ? [[one.personId, one.on] as const] : [])),
    );
    const seats = timeline.posts.map((line) => {
      const dueOf = (from: Day): Day | null =>
        line.limitMonths === null ? null : addMonths(from, line.limitMonths);
      return { line, seats: seatsOf(line, byPost, timeline.day, nameOf, dueOf, leavingDays) };
    });
    if (axis === "posts") return seats.flatMap(({ line, seats: own }) => postRows(line, own, facts));
    const spans = new Map<string, PersonSpan[]>();
    const add = (span: PersonSpan): void => {
      const own = spans.get(span.term.personId);
      if (own) own.push(span);
      else spans.set(span.term.personId, [span]);
    };
    for (const { line, seats: own } of seats)
      for (const seat of own)
        for (const term of [...seat.past, ...(seat.present ? [seat.present] : []), ...seat.next])
          add({
            term,
            postId: line.post.id,
            postName: line.post.name,
            department: line.post.department,
          });
    // Places that are no key posts are drawn where a move leads to one.
    const isKey = new Set(timeline.posts.map(({ post }) => post.id));
    for (const move of hand.moves) {
      const { toPostId } = move;
      if (toPostId === null || isKey.has(toPostId)) continue;
      const post = names.posts.get(toPostId);
      const ends =
        hand.moves.find(
          (one) => one.personId === move.personId && one.fromPostId === toPostId && one.day > move.day,
        ) ?? null;
      add({
        term: {
          personId: move.personId,
          name: nameOf(move.personId),
          from: move.day,
          until: ends?.day ?? null,
          dueOn: null,
          exempt: null,
          isOnRecord: false,
          begins: move,
          ends,
        },
        postId: toPostId,
        postName: post?.name ?? rotation.reserve,
        department: post?.department ?? "",
      });
    }
    const isOfInterest = (own: readonly PersonSpan[]): boolean =>
      own.some(({ term }) => term.begins !== null || term.until === null || term.until > timeline.day);
    return [...spans]
      .filter(([, own]) => isOfInterest(own))
      .map(([id, own]) => personRow(id, nameOf(id), own, facts));
  }, [timeline, hand.moves, surprises, names, axis, facts, rotation]);

  // Nothing moves under the cursor: chains keep the order of the plan, whatever the hand does to their days.
  const chains = useMemo(() => chainsOf(hand.moves), [hand.moves]);

  return useMemo((): TimelineModel => {
    const shown = all.filter((row) => isShown(row, filter));
    const post = (id: string | null): string =>
      id === null ? rotation.reserve : (names.posts.get(id)?.name ?? id);
    const person = (id: string): string => names.people.get(id)?.name ?? id;
    return {
      ...groupRows(shown, chains, grouping, axis, {
        chain: (chain) => ({
          words: chain.isCycle ? rotation.cycle : rotation.chainWord,
          note: rotation.chainNote(
            formats.count(chain.personIds.size),
            chain.from,
            chain.until.startsWith(chain.from.slice(0, 5)) ? chain.until.slice(5) : chain.until,
            chain.from === chain.until,
          ),
          story: chain.moves
            .map((move, at) => {
              const before = chain.moves[at - 1];
              const joins = before !== undefined && before.toPostId === move.fromPostId;
              return `${joins ? "" : `${at > 0 ? rotation.storyBreak : ""}${post(move.fromPostId)} `}${rotation.storyStep(person(move.personId))} ${post(move.toPostId)}`;
            })
            .join(" "),
        }),
        still: chains.length > 0 ? rotation.still : rotation.all,
        count: (n) =>
          axis === "posts" ? rotation.stillNote(formats.count(n)) : common.people(formats.count(n)),
        state: (state) => common.tenure[state],
        comesFrom: (move) => rotation.comesFrom(person(move.personId), post(move.fromPostId)),
        goesTo: (move) => rotation.goesTo(person(move.personId), post(move.toPostId)),
      }),
      chains,
      rows: all.length,
      shown: shown.length,
      departments: [...new Set(all.map(({ department }) => department))]
        .filter((one) => one !== "")
        .sort((a, b) => a.localeCompare(b, "zh")),
    };
  }, [all, chains, filter, grouping, axis, names, rotation, common, formats]);
}
