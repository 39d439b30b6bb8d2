// What is kept of a plan that is done over in part: all of it but the chains around a place that gives trouble.
import type { Move } from "../../domain/rotation.ts";
import type { Board } from "./board.ts";
import { placeNeeds } from "./bound.ts";
import { type Given, inOrder } from "./wishes.ts";

/** Share of the chains that is given up wherever they are. */
const scattered = 0.2;
/** Calendar months given up on either side of one drawn. */
const reach = 3;

/** Posts with more arrivals than they need: by these a plan is worse than its bound. */
export function costlyPosts(board: Board, moves: readonly Pick<Move, "toPostId">[]): number[] {
  const arrivals = new Int32Array(board.posts.length);
  for (const { toPostId } of moves) {
    const to = toPostId === null ? -1 : (board.indexOfPost.get(toPostId) ?? -1);
    if (to >= 0) arrivals[to] = (arrivals[to] ?? 0) + 1;
  }
  return board.posts.flatMap((post, q) => {
    const needed = placeNeeds(board, q).reduce((sum, it) => sum + it, 0);
    return post.isKey && (arrivals[q] ?? 0) > needed ? [q] : [];
  });
}

/** Posts of moves that were not announced so. */
export function changedPosts(board: Board, moves: readonly Omit<Move, "chain">[]): number[] {
  const { wishes } = board;
  const key = (it: Given): string => [it.person, it.from, it.to, it.month, it.offset].join();
  const known = new Set(wishes.given.map(key));
  return moves.flatMap((move) => {
    const given = wishes.asGiven(move);
    return given && !known.has(key(given)) ? [given.from, given.to].filter((post) => post >= 0) : [];
  });
}

/** The moves to be carried out again, those fixed among them; `posts`: where the trouble is, none: anywhere. */
export function keptAround(
  board: Board,
  moves: readonly Move[],
  posts: readonly number[],
  random: () => number,
): Given[] {
  const pick = (count: number): number => Math.floor(random() * count);
  const all = moves.flatMap((move) => {
    const given = board.wishes.asGiven(move);
    return given ? [{ given, chain: move.chain }] : [];
  });
  const focus = posts[pick(posts.length)] ?? pick(board.posts.length);
  const department = board.departmentOf[focus];
  const isIn = (post: number): boolean => post >= 0 && board.departmentOf[post] === department;
  const centre = pick(board.months.count);
  const kinds: ((it: Given) => boolean)[] = [
    ({ from, to }) => isIn(from) || isIn(to),
    ({ person }) => board.candidatesOf(focus).includes(person),
    ({ month }) => Math.abs(month - centre) <= reach,
    () => random() < scattered,
  ];
  const isNear = kinds[pick(kinds.length)] ?? (() => false);
  const chains = new Set<number>();
  for (const { given, chain } of all)
    if (given.from === focus || given.to === focus || isNear(given)) chains.add(chain);
  // Whoever does something else now is as likely as not to go on elsewhere later.
  const people = new Set<number>();
  for (const { given, chain } of all) if (chains.has(chain) && random() < 0.5) people.add(given.person);
  const kept = all.flatMap(({ given, chain }) =>
    given.isFixed || chains.has(chain) || people.has(given.person) ? [] : [given],
  );
  // What is fixed is asked for even where the plan did without.
  return [...board.wishes.given.filter((it) => it.isFixed), ...kept].sort(inOrder);
}
