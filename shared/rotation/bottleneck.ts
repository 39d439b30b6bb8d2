// Why nothing fits: a set of key posts that need more distinct holders by a day than there are people for them.
import type { Day } from "../domain/day.ts";
import type { Text } from "../domain/text.ts";
import type { Bottleneck, RotationProblem } from "./plan.ts";
import { type Board, boardOf } from "./search/board.ts";
import { never } from "./search/months.ts";
import { startOf } from "./search/state.ts";

/** One place of a key post that must be held. */
interface Place {
  post: number;
  people: number[];
}

/**
 * Hall's condition, day by day: on each change day every required key place has its own holder, either the first one
 * (while allowed to stay) or somebody who may have arrived by then. Fewer people than places is a proof that no plan
 * exists. Posts whose department may have run out of its share are taken to keep their first holder, so the proof errs
 * on the safe side. Without a proof: the places named in `stuckPostIds`, and who could ever come there.
 */
export function findBottleneck(problem: RotationProblem, stuckPostIds: readonly string[]): Bottleneck | null {
  const board = boardOf(problem);
  const arrivable = board.posts.map(() => new Map<number, number>());
  const first = new Map<number, number>();
  for (let month = 0; month < board.months.count; month++) {
    board.posts.forEach((post, q) => {
      if (!post.isKey) return;
      for (const person of board.candidatesOf(q)) {
        if (board.mayArrive(person, q, month) && isNewcomer(board, person, q, month, first)) {
          const known = arrivable[q];
          if (known && !known.has(person)) known.set(person, month);
        }
      }
    });
    const places = placesAt(board, month, arrivable);
    const short = shortSet(places, board.people.length);
    if (short) return described(board, board.months.dayOf(month), short, true);
  }
  const stuck = board.posts.flatMap((post, q) => (post.isKey && stuckPostIds.includes(post.id) ? [q] : []));
  if (stuck.length === 0) return null;
  const last = board.months.dayOf(board.months.count - 1);
  const tight = stuck
    .map((post) => ({ post, people: [...(arrivable[post]?.keys() ?? [])] }))
    .sort((a, b) => a.people.length - b.people.length || a.post - b.post);
  return described(board, last, tight.slice(0, 1), false);
}

/** A first holder returns only after leaving on a change day and sitting out the cooling-off. */
function isNewcomer(
  board: Board,
  person: number,
  post: number,
  month: number,
  first: Map<number, number>,
): boolean {
  const place = board.placeOf[person] ?? -1;
  const family = board.familyOf[post];
  const seats = [
    place,
    ...(board.people[person]?.alsoIds ?? []).map((id) => board.posts.findIndex((it) => it.id === id)),
  ];
  if (!seats.some((it) => it >= 0 && board.familyOf[it] === family)) return true;
  const back = first.get(post) ?? board.returnFrom(post, 0);
  first.set(post, back);
  return back <= month;
}

function placesAt(board: Board, month: number, arrivable: readonly Map<number, number>[]): Place[] {
  const state = startOf(board);
  const lenient = departmentsShortOfShare(board, month);
  const seats = board.posts.map(() => [] as { person: number; deadline: number; endsAt: number }[]);
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? -1;
    seats[place]?.push({
      person,
      deadline: state.deadline[person] ?? never,
      endsAt: state.endsAt[person] ?? never,
    });
    for (const it of state.also[person] ?? [])
      seats[it.post]?.push({ person, deadline: it.deadline, endsAt: it.endsAt });
  }
  return board.posts.flatMap((post, q): Place[] => {
    const ends = post.until !== null && post.until <= board.months.dayOf(month);
    // People on several key posts would count once for two places that they may keep: left out.
    const own = seats[q] ?? [];
    const isShared = own.some((it) => (board.people[it.person]?.alsoIds.length ?? 0) > 0);
    if (!post.isKey || ends || isShared || (board.earliest[q] ?? never) > month) return [];
    const isLenient = lenient.has(board.departmentOf[q] ?? -1);
    if (isLenient && own.some((it) => it.endsAt <= month)) return [];
    const staying = own
      .filter((it) => it.endsAt > month && (it.deadline > month || isLenient))
      .map((it) => it.person);
    const people = [...new Set([...staying, ...(arrivable[q]?.keys() ?? [])])].filter((person) => {
      const leavesOn = board.people[person]?.leavesOn ?? null;
      return leavesOn === null || leavesOn > board.months.dayOf(month);
    });
    return Array.from({ length: post.required }, () => ({ post: q, people }));
  });
}

/** Departments with more places due by a month than their share can ever have let in by then. */
function departmentsShortOfShare(board: Board, month: number): Set<number> {
  const state = startOf(board);
  const due = board.capOf.map(() => 0);
  for (let person = 0; person < board.people.length; person++) {
    const place = state.place[person] ?? -1;
    if (place < 0 || !board.posts[place]?.isKey) continue;
    const department = board.departmentOf[place] ?? 0;
    // Successors fall due too: their arrivals also take from the share.
    for (let at = state.deadline[person] ?? never; at <= month; ) {
      due[department] = (due[department] ?? 0) + 1;
      const next = board.limitDeadline(place, at);
      if (next <= at) break;
      at = next;
    }
  }
  const short = new Set<number>();
  due.forEach((count, department) => {
    // One window's share is always there once the past has run out of it: more than that is left to the search.
    const free = (board.capOf[department] ?? never) - board.pastCount(department, 0);
    if (count > free) short.add(department);
  });
  return short;
}

/** An irreducible set of places with fewer people than places, by augmenting paths; null when all can be matched. */
function shortSet(places: readonly Place[], people: number): Place[] | null {
  const holderOf = new Int32Array(people).fill(-1);
  const assign = (at: number, seen: Set<number>, visited: Set<number>): boolean => {
    visited.add(at);
    for (const person of places[at]?.people ?? []) {
      if (seen.has(person)) continue;
      seen.add(person);
      const other = holderOf[person] ?? -1;
      if (other < 0 || assign(other, seen, visited)) {
        holderOf[person] = at;
        return true;
      }
    }
    return false;
  };
  for (let at = 0; at < places.length; at++) {
    const visited = new Set<number>();
    if (assign(at, new Set(), visited)) continue;
    let set = [...visited].flatMap((it) => places[it] ?? []);
    for (const place of set) {
      const rest = set.filter((it) => it !== place);
      if (distinct(rest).length < rest.length) set = rest;
    }
    return set;
  }
  return null;
}

const distinct = (places: readonly Place[]): number[] => [...new Set(places.flatMap((it) => it.people))];

function described(board: Board, day: Day, places: readonly Place[], isProof: boolean): Bottleneck {
  const people = distinct(places).flatMap((it) => board.people[it] ?? []);
  const posts = places.flatMap((it) => board.posts[it.post] ?? []);
  const names = (list: readonly { name: string }[], join: string, none: string): string =>
    list.length === 0 ? none : list.map((it) => it.name).join(join);
  const sentence: Text = {
    zh: `到 ${day}，${names(posts, "、", "—")} 共需 ${posts.length} 名不同的任职人，符合条件的只有 ${people.length} 人：${names(people, "、", "无")}。`,
    en: `By ${day}, ${names(posts, ", ", "—")} need ${posts.length} distinct holder(s); ${people.length} qualify: ${names(people, ", ", "nobody")}.`,
  };
  if (!isProof) {
    sentence.zh = `未能在期限内为 ${names(posts, "、", "—")} 排定接任人；计划期内曾符合条件的有 ${people.length} 人：${names(people, "、", "无")}。尚不能证明无解。`;
    sentence.en = `No successor could be placed in time at ${names(posts, ", ", "—")}; ${people.length} could come at some time: ${names(people, ", ", "nobody")}. That no plan exists is not proved.`;
  }
  return {
    day,
    postIds: posts.map((it) => it.id).sort(),
    personIds: people.map((it) => it.id).sort(),
    isProof,
    sentence,
  };
}
