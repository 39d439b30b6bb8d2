// Fills one vacancy by the cheapest alternating chain: who comes leaves a place that the next one fills, until somebody comes whose place need not be filled.
import type { Board } from "./board.ts";
import { never } from "./months.ts";
import { reserve, roomOf, type State } from "./state.ts";

/** The month a chain is sought in. */
export interface Scene {
  board: Board;
  state: State;
  month: number;
  /** 1: must change this month anyway, so a chain through this person costs nothing. */
  isDue: Uint8Array;
  /** Whether the department can take an arrival at a post that is not due. */
  hasSpare(department: number): boolean;
  random(): number;
  /** People looked at so far: the work units. */
  units: number;
}

/** Places looked at per chain; more has not helped on any size measured. */
const maxPlaces = 300;
/** Places still looked at for a chain that disturbs fewer people, once one is found. */
const placesAfterEnd = 6;
/** Distance = extra arrivals × step + people newly disturbed. */
const step = 64;
/** Each level between a candidate and the place counts as this many people more: nobody is sent far up or down at ease. */
const perLevel = 4;

/** Arrivals that changing this holder now, instead of at the deadline, adds to the rest of the horizon. */
export function extraArrivals(board: Board, state: State, person: number, month: number): number {
  const post = state.place[person] ?? reserve;
  return (
    1 +
    board.changesFrom(post, board.limitDeadline(post, month)) -
    board.changesFrom(post, state.deadline[person] ?? never)
  );
}

/** Whether the person may arrive at the post this month, with everybody else where they are now. */
export function mayCome(scene: Scene, person: number, post: number): boolean {
  const { board, state, month } = scene;
  const family = board.familyOf[post] ?? -1;
  if (family >= 0) {
    const before = state.before[person] ?? reserve;
    if (before >= 0 && board.familyOf[before] === family) return false;
    if (state.also[person]?.some((it) => board.familyOf[it.post] === family)) return false;
    const left = state.left.get(person * board.posts.length + family);
    if (left !== undefined && board.returnFrom(post, left) > month) return false;
  }
  return board.mayArrive(person, post, month) && isClearOfRelatives(board, state, person, post);
}

export function isClearOfRelatives(board: Board, state: State, person: number, post: number): boolean {
  const department = board.departmentOf[post];
  const isKey = board.posts[post]?.isKey ?? false;
  const clashes = (other: number): boolean =>
    other >= 0 && board.departmentOf[other] === department && (isKey || (board.posts[other]?.isKey ?? false));
  return !(board.relatives[person] ?? []).some(
    (relative) =>
      clashes(state.place[relative] ?? reserve) ||
      state.also[relative]?.some((it) => clashes(it.post)) ||
      board.keptPosts[relative]?.some(clashes),
  );
}

/**
 * Fills the vacancy that `leaver` makes at `post` (`leaver` -1: it is empty already), adding at most `maxExtra` arrivals
 * that were not needed. Applies the chain to the state and answers true, or leaves the state as it was.
 */
export function fill(scene: Scene, post: number, leaver: number, maxExtra: number): boolean {
  const { board, state, month } = scene;
  const isKeyPost = board.posts[post]?.isKey ?? false;
  if (isKeyPost && roomOf(board, state, board.departmentOf[post] ?? 0) < 1) return false;
  const root = board.people.length;
  const distance = new Map<number, number>([[root, 0]]);
  const from = new Map<number, number>();
  const buckets: number[][] = [[root]];
  const seenPosts = new Set<number>();
  const vacancyOf = (node: number): number => (node === root ? post : (state.place[node] ?? reserve));
  const staysHolder = leaver >= 0 ? state.place[leaver] : undefined;
  if (leaver >= 0) state.place[leaver] = reserve;
  let end: { person: number; at: number; distance: number } | null = null;
  let places = 0;
  let placesLeft = placesAfterEnd;

  const visit = (node: number, reached: number): void => {
    const vacancy = vacancyOf(node);
    const limit = board.limitDeadline(vacancy, month);
    const isKey = board.posts[vacancy]?.isKey ?? false;
    const rank = board.rankOf[vacancy] ?? 0;
    const list = board.candidatesOf(vacancy);
    const offset = Math.floor(scene.random() * list.length);
    for (let i = 0; i < list.length; i++) {
      const person = list[(i + offset) % list.length] as number;
      scene.units++;
      const place = state.place[person] ?? reserve;
      if (person === leaver && node === root) continue;
      if (place === vacancy || (state.also[person]?.length ?? 0) > 0) continue;
      let cost = reached;
      let isEnd = place < 0;
      if (place >= 0) {
        const isNew = state.isNew[person] === 1;
        if (!isNew && (state.stayFrom[person] ?? 0) > month) continue;
        isEnd = (state.held[place] ?? 0) > (board.posts[place]?.required ?? 0);
        if (!isEnd && board.posts[place]?.isKey && !isNew && scene.isDue[person] !== 1) {
          if (!scene.hasSpare(board.departmentOf[place] ?? 0)) continue;
          cost += step * Math.max(0, extraArrivals(board, state, person, month));
        }
      }
      if (person !== leaver && state.disturbed[person] !== 1 && scene.isDue[person] !== 1) cost++;
      cost += perLevel * Math.abs((board.rankOfPerson[person] || rank) - rank);
      if (isKey) {
        const deadline = board.deadline(person, vacancy, month);
        if (deadline < limit) {
          if (deadline <= month) continue;
          cost += step * (board.changesFrom(vacancy, deadline) - board.changesFrom(vacancy, limit));
        }
      }
      if (cost >= step * (maxExtra + 1) || (end && cost >= end.distance)) continue;
      if (!isEnd && (distance.get(person) ?? never) <= cost) continue;
      if (!mayCome(scene, person, vacancy)) continue;
      if (isEnd) {
        end = { person, at: node, distance: cost };
        if (cost === reached) return;
      } else {
        distance.set(person, cost);
        from.set(person, node);
        const bucket = buckets[cost];
        if (bucket) bucket.push(person);
        else buckets[cost] = [person];
      }
    }
  };
  search: for (let reached = 0; reached < buckets.length; reached++) {
    // The bucket may grow while it is read: a chain through someone due costs nothing.
    for (let i = 0; i < (buckets[reached]?.length ?? 0); i++) {
      const node = buckets[reached]?.[i] ?? root;
      if (distance.get(node) !== reached) continue;
      const found = end as { distance: number } | null;
      if (found && (found.distance <= reached || placesLeft-- <= 0)) break search;
      if (places >= maxPlaces) break search;
      const vacancy = vacancyOf(node);
      if (!board.posts[vacancy]?.isKey && seenPosts.has(vacancy)) continue;
      seenPosts.add(vacancy);
      places++;
      visit(node, reached);
    }
  }
  if (leaver >= 0 && staysHolder !== undefined) state.place[leaver] = staysHolder;
  const last = end as { person: number; at: number } | null;
  if (!last) return false;
  const links: Link[] = [];
  for (let person = last.person, node = last.at; ; ) {
    links.push({ person, to: vacancyOf(node), after: node === root ? leaver : node });
    if (node === root) break;
    person = node;
    node = from.get(node) ?? root;
  }
  return apply(scene, links, leaver);
}

/** `person` comes to `to` after `after` (-1: nobody) has left it. */
interface Link {
  person: number;
  to: number;
  after: number;
}

/** Carries a chain out; undoes it where the links together break a share or bring relatives together. */
function apply(scene: Scene, links: readonly Link[], leaver: number): boolean {
  const { board, state } = scene;
  const arrivals = links.filter(
    (it) => board.posts[it.to]?.isKey && !(it.after >= 0 && state.isNew[it.after] === 1),
  );
  const added = new Map<number, number>();
  for (const it of arrivals) {
    const department = board.departmentOf[it.to] ?? 0;
    added.set(department, (added.get(department) ?? 0) + 1);
  }
  for (const [department, count] of added) if (count > roomOf(board, state, department)) return false;

  const movers = new Set(links.map((it) => it.person));
  if (leaver >= 0) movers.add(leaver);
  const places = [...movers].map((person) => [person, state.place[person] ?? reserve] as const);
  const shift = (person: number, to: number): void => {
    const place = state.place[person] ?? reserve;
    if (place >= 0) state.held[place] = (state.held[place] ?? 0) - 1;
    state.place[person] = to;
    if (to >= 0) state.held[to] = (state.held[to] ?? 0) + 1;
  };
  for (const person of movers) shift(person, reserve);
  for (const it of links) shift(it.person, it.to);
  if (!links.every((it) => isClearOfRelatives(board, state, it.person, it.to))) {
    for (const person of movers) shift(person, reserve);
    for (const [person, place] of places) shift(person, place);
    return false;
  }
  for (const [department, count] of added)
    state.arrived[department] = (state.arrived[department] ?? 0) + count;
  for (const person of movers) state.isNew[person] = 0;
  for (const it of links) state.isNew[it.person] = 1;
  return true;
}
