// Fills one vacancy by the cheapest alternating chain: who comes leaves a place that the next one fills, until somebody comes whose place need not be filled.
import type { Board } from "./board.ts";
import { carryOut, type Link } from "./chain-links.ts";
import { isClearOfRelatives } from "./kinship.ts";
import { never, slotOf } from "./months.ts";
import type { Labels, Scene } from "./scene.ts";
import { leewayOf, offsetOf, reserve, roomOf, type State } from "./state.ts";

/** A vacancy: `leaver` makes it at `post` (-1: it is empty already). */
export interface Goal {
  post: number;
  leaver: number;
  /** Arrivals that were not needed and may be added. */
  maxExtra: number;
  /** The earliest offset at which the successor may arrive. */
  least: number;
  /** Whether a closed cycle on the change day will do. */
  withCycle: boolean;
}

/** Places looked at per chain; more has not helped on any size measured. */
const maxPlaces = 300;
/** Places still looked at for a chain that disturbs fewer people, once one is found. */
const placesAfterEnd = 6;
/** Distance = extra arrivals × step + people newly disturbed × perPerson + levels between a person and the place. */
export const step = 1024;
export const perPerson = 8;
export const perLevel = 2;
/** In a replan: a move of somebody of whom none was announced. */
export const perChange = 64;

/** Arrivals that changing this holder now, instead of at the deadline, adds to the rest of the horizon. */
export function extraArrivals(board: Board, state: State, person: number, month: number): number {
  const post = state.place[person] ?? reserve;
  const goneBy = state.goneBy[person] ?? never;
  return 1 + board.needs.of(post, board.overBy(post, slotOf(month, 0))) - board.needs.of(post, goneBy);
}

/** The same, never below 0, worked out once a month for whoever has not moved. */
function extraOf({ board, state, month, extra }: Scene, person: number): number {
  const known = extra[person] as number;
  if (known >= 0) return known;
  const found = Math.max(0, extraArrivals(board, state, person, month));
  extra[person] = found;
  return found;
}

/** Whether the person may arrive at the post this month, with everybody else where they are now. */
export function mayCome(scene: Scene, person: number, post: number, isWhole: boolean): boolean {
  const { board, state, month } = scene;
  const family = board.isKey[post] === 1 ? (board.familyOf[post] ?? -1) : -1;
  if (family >= 0) {
    const before = state.before[person] ?? reserve;
    if (before >= 0 && board.familyOf[before] === family) return false;
    const left = state.left.size === 0 ? undefined : state.left.get(person * board.posts.length + family);
    if (left !== undefined && board.returnFrom(post, left) > month) return false;
  }
  if (scene.barred.size > 0 && scene.barred.has(person * board.posts.length + post)) return false;
  return board.mayArrive(person, post, month, isWhole) && isClearOfRelatives(board, state, person, post);
}

/** Fills the vacancy: applies the chain to the state and answers true, or leaves the state as it was. */
export function fill(scene: Scene, goal: Goal): boolean {
  const { board, state, month, labels } = scene;
  const { post, leaver } = goal;
  if (board.isKey[post] === 1 && roomOf(state, board.departmentOf[post] ?? 0) < 1) return false;
  const root = board.people.length;
  const rest = board.months.rest[month] ?? 0;
  const overlap = board.overlapOf[post] ?? 0;
  const forced = leaver >= 0 ? (state.forcedAt[leaver] ?? -1) : -1;
  const leeway =
    forced >= 0 ? forced : leaver >= 0 ? Math.min(rest, leewayOf(board, state, leaver, month)) : rest;
  const most = leeway - overlap;
  const least = forced >= 0 ? most : goal.least;
  if (most < least || most < 0) return false;
  labels.round++;
  set(labels, root, 0, root, 0, least, most, 1);
  const buckets: number[][] = [[root]];
  const stays = leaver >= 0 ? (state.place[leaver] ?? reserve) : reserve;
  if (leaver >= 0) state.place[leaver] = reserve;
  let end: End | null = null;
  let places = 0;
  let placesLeft = placesAfterEnd;
  search: for (let reached = 0; reached < buckets.length; reached++) {
    // The bucket may grow while it is read: a chain through someone due costs nothing.
    for (let i = 0; i < (buckets[reached]?.length ?? 0); i++) {
      const node = buckets[reached]?.[i] ?? root;
      if (labels.distance[node] !== reached) continue;
      if (end && (end.distance <= reached || placesLeft-- <= 0)) break search;
      if (places >= maxPlaces) break search;
      places++;
      end = visit(scene, goal, node, reached, end, buckets);
    }
  }
  if (leaver >= 0) state.place[leaver] = stays;
  if (!end) return false;
  const links: Link[] = [];
  for (let person = end.person, node = end.at; ; ) {
    const isRoot = node === root;
    links.push({
      person,
      to: isRoot ? post : (state.place[node] ?? reserve),
      after: isRoot ? leaver : node,
    });
    if (isRoot) break;
    person = node;
    node = labels.from[node] ?? root;
  }
  return carryOut(scene, links, leaver, end.person === leaver);
}

export interface End {
  person: number;
  at: number;
  distance: number;
}

function set(
  labels: Labels,
  node: number,
  distance: number,
  from: number,
  handovers: number,
  least: number,
  most: number,
  isFresh: number,
): void {
  labels.stamp[node] = labels.round;
  labels.distance[node] = distance;
  labels.from[node] = from;
  labels.handovers[node] = handovers;
  labels.least[node] = least;
  labels.most[node] = most;
  labels.isFresh[node] = isFresh;
}

/**
 * Looks at everybody who could take the place that `node` frees; answers the best end known. Its slow and readable twin is
 * `test/properties/rotation/chain-twin.ts`.
 */
export function visit(
  scene: Scene,
  goal: Goal,
  node: number,
  reached: number,
  before: End | null,
  buckets: number[][],
): End | null {
  const { board, state, month, labels, isDue } = scene;
  const { leaver } = goal;
  // Read once: the loop below is where a search spends its time.
  const { isKept, comesTo, isFrugal } = scene;
  const { place: placeOf, isNew: isMoved, isRelieved, stayFrom, held, disturbed, also } = state;
  const { requiredOf, rankOfPerson, departmentOf } = board;
  const { isReplan, isNamed } = board.wishes;
  const isRoot = node === board.people.length;
  const vacancy = isRoot ? goal.post : (state.place[node] ?? reserve);
  const isKey = board.isKey[vacancy] === 1;
  const handovers = labels.handovers[node] ?? 0;
  const least = labels.least[node] ?? 0;
  const most = labels.most[node] ?? 0;
  const over = isKey ? board.overBy(vacancy, slotOf(month, 0)) : never;
  const needed = isKey ? board.needs.of(vacancy, over) : 0;
  const rank = board.rankOf[vacancy] ?? 0;
  const list = board.candidatesOf(vacancy);
  const offset = Math.floor(scene.random() * list.length);
  const ceiling = step * (goal.maxExtra + 1);
  let end = before;
  scene.units += list.length;
  for (let i = 0; i < list.length; i++) {
    const person = list[i + offset < list.length ? i + offset : i + offset - list.length] as number;
    const isCycle = person === leaver;
    if (isCycle && (isRoot || !goal.withCycle || labels.isFresh[node] !== 1 || least > 0)) continue;
    const place = isCycle ? reserve : (placeOf[person] as number);
    const isExpected = comesTo[person] === vacancy;
    if (place === vacancy || (isKept[person] === 1 && !isExpected)) continue;
    let cost = reached;
    let isEnd = place < 0;
    const isNew = isMoved[person] === 1;
    if (isNew && state.before[person] === vacancy) continue;
    if (place >= 0) {
      if (isRelieved[person] === 1) {
        if ((state.heir[person] as number) >= 0) continue;
        isEnd = true;
      } else if (!isNew) {
        if ((stayFrom[person] as number) > month) continue;
        isEnd = (held[place] as number) > (requiredOf[place] as number);
        if (!isEnd && board.isKey[place] === 1 && isDue[person] !== 1) {
          const extra = extraOf(scene, person);
          if (extra > goal.maxExtra || !scene.hasSpare(departmentOf[place] as number, isFrugal ? person : -1))
            continue;
          cost += step * extra;
        }
      }
    }
    if (!isCycle && !isExpected && !isNew && disturbed[person] !== 1 && isDue[person] !== 1) {
      // Whoever falls due within the horizon moves sooner or later.
      const moves = isFrugal && place >= 0 && (state.deadline[person] as number) < board.months.count;
      if (!moves) cost += perPerson;
    }
    if (isReplan && isNamed[person] !== 1) cost += perChange;
    if (!isExpected) cost += perLevel * Math.abs(((rankOfPerson[person] as number) || rank) - rank);
    if (isKey) {
      const gone = board.goneBy(person, vacancy, slotOf(month, 0));
      if (gone < over) {
        if (board.months.lastStart(gone, board.overlapOf[vacancy] as number) <= month) continue;
        cost += step * Math.max(0, board.needs.of(vacancy, gone) - needed);
      }
    }
    if (cost >= ceiling || (end && cost >= end.distance)) continue;
    // When the person moves: now that is known of those who end the chain and of those who move this month anyway.
    const isTimed = isEnd || isNew;
    const own = isTimed && isNew && !isCycle ? offsetOf(board, state, person) : 0;
    if (isTimed && (own + handovers < least || own + handovers > most)) continue;
    if (!isEnd && labels.stamp[person] === labels.round && (labels.distance[person] as number) <= cost)
      continue;
    if (also.size > 0 && also.has(person)) continue;
    if (!board.wishes.mayMove(person, month)) continue;
    if (isEnd) {
      if (!mayCome(scene, person, vacancy, own > 0)) continue;
      end = { person, at: node, distance: cost };
      if (cost === reached) return end;
      continue;
    }
    let spent = 0;
    let from = 0;
    // Whoever is late already may go by the month's end, but not in a closed cycle.
    const isInTime = !isNew && (state.deadline[person] as number) >= month;
    let to = 0;
    if (isNew) {
      if ((state.forcedAt[person] as number) >= 0) continue;
      to = roomAfter(scene, person);
    } else {
      const leeway = leewayOf(board, state, person, month);
      spent = handovers + (board.overlapOf[place] as number);
      from = least;
      to = Math.min(most, leeway + handovers);
    }
    if (spent > to || !mayCome(scene, person, vacancy, true)) continue;
    set(labels, person, cost, node, spent, from, to, isInTime ? (labels.isFresh[node] as number) : 0);
    const bucket = buckets[cost];
    if (bucket) bucket.push(person);
    else buckets[cost] = [person];
  }
  return end;
}

/** The last offset at which another person may come to the place that somebody has taken this month. */
function roomAfter({ board, state, month }: Scene, person: number): number {
  let spent = board.overlapOf[state.place[person] ?? 0] ?? 0;
  let most = (board.months.rest[month] ?? 0) - spent;
  for (let at = state.ousts[person] ?? reserve; at >= 0; at = state.ousts[at] ?? reserve) {
    if ((state.forcedAt[at] ?? -1) >= 0 || state.isCyclic[at] === 1) return -1;
    most = Math.min(most, leewayOf(board, state, at, month) - spent);
    const next = state.place[at] ?? reserve;
    if (state.isNew[at] !== 1 || next < 0) break;
    spent += board.overlapOf[next] ?? 0;
  }
  return most;
}
