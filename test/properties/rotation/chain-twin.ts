// The inner loop of a chain once more, slow and to be read: may this person take the place that is freed, and at what price?
import { addMonths } from "../../../shared/domain/day.ts";
import {
  extraArrivals,
  type Goal,
  perChange,
  perLevel,
  perPerson,
  step,
} from "../../../shared/rotation/search/chain.ts";
import { never, slotOf } from "../../../shared/rotation/search/months.ts";
import type { Scene } from "../../../shared/rotation/search/scene.ts";
import { heldUntil } from "../../../shared/rotation/search/skills.ts";
import { leewayOf, offsetOf, reserve } from "../../../shared/rotation/search/state.ts";

/** The place that is freed, and what the way to it has used up. */
export interface Freed {
  post: number;
  isRoot: boolean;
  distance: number;
  handovers: number;
  least: number;
  most: number;
  isFresh: boolean;
}
/** `isEnd`: the chain ends with the person. Otherwise their own place has to be taken by somebody, under these bounds. */
export interface Taking {
  cost: number;
  isEnd: boolean;
  handovers: number;
  least: number;
  most: number;
  isFresh: boolean;
}

/** Null: the person cannot take the place in this chain. */
export function takingOf(scene: Scene, goal: Goal, freed: Freed, person: number): Taking | null {
  const { board, state, month } = scene;
  const { post } = freed;
  const isLeaver = person === goal.leaver;
  // Whoever leaves the first place may take the last one: a closed cycle, all on the change day, nobody having moved before.
  if (isLeaver && (freed.isRoot || !goal.withCycle || !freed.isFresh || freed.least > 0)) return null;
  const place = isLeaver ? reserve : (state.place[person] ?? reserve);
  const hasMoved = state.isNew[person] === 1;
  const isRelieved = place >= 0 && state.isRelieved[person] === 1;
  const isExpected = scene.comesTo[person] === post;
  if (place === post || (hasMoved && state.before[person] === post)) return null;
  if (scene.isKept[person] === 1 && !isExpected) return null;
  if (state.also.has(person) || !board.wishes.mayMove(person, month)) return null;
  // Whoever is relieved is free, once: a successor is there already. Others are bound by their minimum stay.
  if (isRelieved && (state.heir[person] ?? reserve) >= 0) return null;
  const sits = place >= 0 && !isRelieved && !hasMoved;
  if (sits && (state.stayFrom[person] ?? 0) > month) return null;
  const isSpare = sits && (state.held[place] ?? 0) > (board.requiredOf[place] ?? 0);
  const isEnd = place < 0 || isRelieved || isSpare;

  let cost = freed.distance;
  if (sits && !isSpare && board.isKey[place] === 1 && scene.isDue[person] !== 1) {
    // Their place changes before it must: at the price of the arrivals that this adds, if the share has room.
    const extra = Math.max(0, extraArrivals(board, state, person, month));
    if (extra > goal.maxExtra) return null;
    if (!scene.hasSpare(board.departmentOf[place] ?? 0, scene.isFrugal ? person : -1)) return null;
    cost += step * extra;
  }
  const isDueLater = scene.isFrugal && place >= 0 && (state.deadline[person] ?? never) < board.months.count;
  const isDisturbed = hasMoved || state.disturbed[person] === 1 || scene.isDue[person] === 1 || isDueLater;
  if (!isLeaver && !isExpected && !isDisturbed) cost += perPerson;
  if (board.wishes.isReplan && board.wishes.isNamed[person] !== 1) cost += perChange;
  const rank = board.rankOf[post] ?? 0;
  if (!isExpected) cost += perLevel * Math.abs((board.rankOfPerson[person] || rank) - rank);
  if (board.isKey[post] === 1) {
    const over = board.overBy(post, slotOf(month, 0));
    const gone = board.goneBy(person, post, slotOf(month, 0));
    // Somebody who leaves or loses a qualification before the limit has to be followed sooner.
    if (gone < over && board.months.lastStart(gone, board.overlapOf[post] ?? 0) <= month) return null;
    if (gone < over) cost += step * Math.max(0, board.needs.of(post, gone) - board.needs.of(post, over));
  }
  if (cost >= step * (goal.maxExtra + 1)) return null;

  if (isEnd) {
    const offset = hasMoved && !isLeaver ? offsetOf(board, state, person) : 0;
    const arrives = offset + freed.handovers;
    if (arrives < freed.least || arrives > freed.most) return null;
    if (!isFit(scene, person, post, offset > 0)) return null;
    return { cost, isEnd, handovers: 0, least: 0, most: 0, isFresh: false };
  }
  if (!isFit(scene, person, post, true)) return null;
  if (hasMoved) {
    // Somebody else takes the place that they took this month, as long as all behind them still go in time.
    const offset = offsetOf(board, state, person);
    const arrives = offset + freed.handovers;
    if (arrives < freed.least || arrives > freed.most || (state.forcedAt[person] ?? -1) >= 0) return null;
    const most = roomBehind(scene, person);
    return most < 0 ? null : { cost, isEnd, handovers: 0, least: 0, most, isFresh: false };
  }
  const handovers = freed.handovers + (board.overlapOf[place] ?? 0);
  const most = Math.min(freed.most, leewayOf(board, state, person, month) + freed.handovers);
  const isLate = (state.deadline[person] ?? never) < month;
  if (handovers > most) return null;
  return { cost, isEnd, handovers, least: freed.least, most, isFresh: freed.isFresh && !isLate };
}

/** The last offset at which another may come to the place that the person took this month. */
function roomBehind({ board, state, month }: Scene, person: number): number {
  const bounds = [board.months.rest[month] ?? 0];
  let served = board.overlapOf[state.place[person] ?? 0] ?? 0;
  bounds[0] = (bounds[0] ?? 0) - served;
  for (let at = state.ousts[person] ?? reserve; at >= 0; at = state.ousts[at] ?? reserve) {
    if ((state.forcedAt[at] ?? -1) >= 0 || state.isCyclic[at] === 1) return -1;
    bounds.push(leewayOf(board, state, at, month) - served);
    const next = state.place[at] ?? reserve;
    if (state.isNew[at] !== 1 || next < 0) break;
    served += board.overlapOf[next] ?? 0;
  }
  return Math.min(...bounds);
}

/** Whether the person may arrive, read off the rows of the problem: on the change day, or on any working day from it on. */
function isFit(scene: Scene, person: number, at: number, isWhole: boolean): boolean {
  const { board, state, month } = scene;
  const { problem, months } = board;
  const row = problem.people[person];
  const post = problem.posts[at];
  if (!row || !post || row.isLocked) return false;
  const day = months.dayOf(month);
  const end = months.endOf(month);
  const last = isWhole ? (months.rest[month] ?? 0) : 0;
  for (let offset = 0; offset <= last; offset++) {
    const then = months.dayAt(month, offset);
    if (row.joinedOn !== null && then < row.joinedOn) return false;
    if (row.leavesOn !== null && then >= row.leavesOn) return false;
    if (row.absences.some((it) => it.from <= then && (it.until === null || then < it.until))) return false;
  }
  if (post.qualifications.some((code) => heldUntil(row, code, day) === undefined)) return false;
  if (post.earliest === null || month < post.earliest) return false;
  if (post.until !== null && (post.until <= day || (isWhole && post.until < end))) return false;
  if (row.leavesOn !== null && row.leavesOn < addMonths(isWhole ? end : day, post.minStayMonths))
    return false;
  if (!board.wishes.mayArrive(person, at, month)) return false;
  if (scene.barred.has(person * board.posts.length + at)) return false;
  if (problem.blocks.some((it) => it.personId === row.id && it.postId === post.id && day < it.until))
    return false;
  if (post.isKey) {
    const before = problem.posts[state.before[person] ?? reserve];
    if (post.family !== null && before?.family === post.family) return false;
    const left = state.left.get(person * board.posts.length + (board.familyOf[at] ?? reserve));
    if (left !== undefined && board.returnFrom(at, left) > month) return false;
    const served = row.served.filter((it) => it.family === post.family).at(-1);
    if (served?.until === null) return false;
    if (served && (served.until > day || board.returnFrom(at, served.until) > month)) return false;
  }
  // Near relatives: where each was at the month's start, is now, or stays besides.
  return row.relativeIds.every((id) => {
    const relative = board.indexOfPerson.get(id) ?? reserve;
    const places = [
      state.place[relative] ?? reserve,
      state.before[relative] ?? reserve,
      ...(state.also.get(relative) ?? []).map((it) => it.post),
      ...(board.keptPosts[relative] ?? []),
    ];
    return places.every((other) => {
      const there = problem.posts[other];
      return there?.departmentId !== post.departmentId || !(post.isKey || there.isKey);
    });
  });
}
