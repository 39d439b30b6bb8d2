// Property: the inner loop of a chain and its readable twin say the same of everybody, before and after others have moved.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Board, boardOf } from "../../../shared/rotation/search/board.ts";
import { fill, type Goal, visit } from "../../../shared/rotation/search/chain.ts";
import { openSeats } from "../../../shared/rotation/search/open-seats.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import { labelsFor, type Scene } from "../../../shared/rotation/search/scene.ts";
import { openMonth, reserve, type State, startOf } from "../../../shared/rotation/search/state.ts";
import { families, familyNames } from "../../bench/rotation-families.ts";
import { rotationInstance } from "../../bench/rotation-instance.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";
import { type Freed, type Taking, takingOf } from "./chain-twin.ts";

const offices: Board[] = [
  ...Array.from({ length: 12 }, (_, at) =>
    boardOf(smallOffice(at + 1, { keyPosts: 6, ordinaryPosts: 4, reserve: 4, months: 18 }).problem),
  ),
  ...familyNames.map((family, at) =>
    boardOf(
      rotationInstance({ ...families[family], matters: 0, posts: 40, months: 12, seed: at + 1 }).problem,
    ),
  ),
];

function sceneIn(board: Board, state: State, month: number, random: () => number): Scene {
  const isDue = new Uint8Array(board.people.length);
  const leads = new Int32Array(board.posts.length);
  for (const it of openSeats(board, state, month, null, leads).key.flat())
    if (it.person >= 0 && it.deadline <= month) isDue[it.person] = 1;
  return {
    board,
    state,
    month,
    isDue,
    hasSpare: (department) => department % 3 !== 0,
    isKept: Uint8Array.from(board.people, () => (random() < 0.05 ? 1 : 0)),
    comesTo: new Int32Array(board.people.length).fill(reserve),
    barred: new Set([Math.floor(random() * board.people.length * board.posts.length)]),
    leads,
    isFrugal: random() < 0.5,
    random,
    units: 0,
    labels: labelsFor(board.people.length),
    extra: new Int32Array(board.people.length).fill(-1),
  };
}

/** Visits what the node frees and compares; answers the people labelled by the visit, and whether it found an end. */
function compare(scene: Scene, goal: Goal, node: number, freed: Freed): { labelled: number[]; ends: number } {
  const { board, labels } = scene;
  const before = labels.distance.map((it, at) => (labels.stamp[at] === labels.round ? it : -1));
  const expected = board.people.map((_, person): Taking | null => {
    if (!board.candidatesOf(freed.post).includes(person)) return null;
    return takingOf(scene, goal, freed, person);
  });
  const end = visit(scene, goal, node, freed.distance, null, []);
  const ends = expected.flatMap((it) => (it?.isEnd ? it.cost : []));
  expect(end?.distance ?? null).toBe(ends.length > 0 ? Math.min(...ends) : null);
  if (end) expect(expected[end.person]).toMatchObject({ isEnd: true, cost: end.distance });
  const labelled: number[] = [];
  expected.forEach((taking, person) => {
    const known = before[person] ?? -1;
    const isNew = labels.stamp[person] === labels.round && labels.distance[person] !== known;
    if (isNew) {
      labelled.push(person);
      expect({
        cost: labels.distance[person],
        isEnd: false,
        handovers: labels.handovers[person],
        least: labels.least[person],
        most: labels.most[person],
        isFresh: labels.isFresh[person] === 1,
      }).toEqual(taking);
      return;
    }
    // Passed over: they cannot take the place, were known at no higher price, or an end is as cheap.
    const isPassedOver =
      taking === null ||
      taking.isEnd ||
      (known >= 0 && known <= taking.cost) ||
      (end?.distance ?? taking.cost + 1) <= taking.cost;
    expect(isPassedOver).toBe(true);
  });
  return { labelled, ends: ends.length };
}

test("who may take a place, at what price and under which bounds", () => {
  const seen = { labels: 0, ends: 0, second: 0, moved: 0 };
  fc.assert(
    fc.property(
      fc.nat(offices.length - 1),
      fc.nat(11),
      fc.integer({ min: 1, max: 100_000 }),
      (office, month, chance) => {
        const board = offices[office];
        if (!board || month >= board.months.count) return;
        const random = seededRandom(chance);
        const state = startOf(board);
        openMonth(board, state, month);
        const scene = sceneIn(board, state, month, random);
        const goalAt = (): Goal | null => {
          const leaver = Math.floor(random() * board.people.length);
          const post = state.place[leaver] ?? reserve;
          if (post < 0 || state.isNew[leaver] === 1 || state.isRelieved[leaver] === 1) return null;
          const maxExtra = [0, 1, 3][Math.floor(random() * 3)] ?? 0;
          return { post, leaver, maxExtra, least: random() < 0.2 ? 5 : 0, withCycle: random() < 0.5 };
        };
        // Others have moved this month already.
        for (let at = 0; at < 6; at++) {
          const goal = goalAt();
          if (goal && fill(scene, { ...goal, least: 0 })) seen.moved++;
        }
        const goal = goalAt();
        if (!goal) return;
        const { labels } = scene;
        const root = board.people.length;
        const most = (board.months.rest[month] ?? 0) - (board.overlapOf[goal.post] ?? 0);
        labels.round++;
        labels.stamp[root] = labels.round;
        labels.distance[root] = 0;
        labels.handovers[root] = 0;
        labels.least[root] = goal.least;
        labels.most[root] = most;
        labels.isFresh[root] = 1;
        state.place[goal.leaver] = reserve;
        const start = {
          post: goal.post,
          isRoot: true,
          distance: 0,
          handovers: 0,
          least: goal.least,
          most,
          isFresh: true,
        };
        const first = compare(scene, goal, root, start);
        seen.labels += first.labelled.length;
        seen.ends += first.ends;
        for (const node of first.labelled.slice(0, 3)) {
          if (labels.stamp[node] !== labels.round) continue;
          const freed: Freed = {
            post: state.place[node] ?? 0,
            isRoot: false,
            distance: labels.distance[node] ?? 0,
            handovers: labels.handovers[node] ?? 0,
            least: labels.least[node] ?? 0,
            most: labels.most[node] ?? 0,
            isFresh: labels.isFresh[node] === 1,
          };
          seen.second += compare(scene, goal, node, freed).labelled.length;
        }
      },
    ),
    { numRuns: 400 },
  );
  // The property has looked at something of every kind.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});
