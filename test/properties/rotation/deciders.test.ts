// Who decides on a day is read twice, off a finished timetable and off the search's state: on generated offices both answer the same.
import { expect, test } from "vitest";
import { decidingOn } from "../../../shared/rotation/deciders.ts";
import type { PlannedLeave, RotationProblem } from "../../../shared/rotation/plan.ts";
import { type Board, boardOf } from "../../../shared/rotation/search/board.ts";
import { carryOutGiven } from "../../../shared/rotation/search/given.ts";
import { planLeaves } from "../../../shared/rotation/search/leaves.ts";
import { closeMonth, endByRecord } from "../../../shared/rotation/search/month-end.ts";
import { labelsFor, type Scene } from "../../../shared/rotation/search/scene.ts";
import { decidersIn } from "../../../shared/rotation/search/staffing.ts";
import { openMonth, type State, startOf } from "../../../shared/rotation/search/state.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { type BareMove, replay } from "../../../shared/rotation/timetable.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";

const size = { keyPosts: 5, ordinaryPosts: 3, reserve: 4, months: 14 };

function sceneOf(board: Board, state: State, month: number): Scene {
  const { length } = board.people;
  return {
    board,
    state,
    month,
    isDue: new Uint8Array(length),
    hasSpare: () => false,
    isKept: new Uint8Array(length),
    comesTo: new Int32Array(length).fill(-1),
    barred: new Set(),
    isFrugal: false,
    random: () => 0.5,
    units: 0,
    labels: labelsFor(length),
    extra: new Int32Array(length).fill(-1),
    leads: new Int32Array(board.posts.length),
  };
}

const key = ({ day, personId, fromPostId, toPostId }: BareMove): string =>
  JSON.stringify([day, personId, fromPostId, toPostId]);

interface Compared {
  days: number;
  /** Days on which some newcomer did not decide yet. */
  waiting: number;
  onLeave: number;
}

/** Takes the search's state along the plan, month by month; an office ends where the state does not follow it. */
function compare(problem: RotationProblem, moves: readonly BareMove[], leaves: readonly PlannedLeave[]) {
  const board = boardOf({
    ...problem,
    placed: [...leaves],
    wishes: { ...problem.wishes, fixed: [...moves] },
  });
  const state = startOf(board);
  const timetable = replay(problem, moves);
  const compared: Compared = { days: 0, waiting: 0, onLeave: 0 };
  for (let month = 0; month < board.months.count; month++) {
    endByRecord(board, state, month);
    openMonth(board, state, month);
    carryOutGiven(
      sceneOf(board, state, month),
      board.wishes.given.filter((it) => it.month === month),
    );
    const deciders = decidersIn(board, state, month);
    const read = deciders.days.flatMap((day) => {
      const running = leaves.filter((it) => it.from <= day && day < it.until);
      return [[], ...(running.length > 0 ? [running] : [])].map((list) => {
        const deciding = deciders.on(day, list);
        return { day, list, at: problem.posts.map(({ id }) => deciding.at(id)) };
      });
    });
    const made = closeMonth(board, state, month).map(key).sort();
    const until = board.months.endOf(month);
    const asked = moves
      .filter(({ day }) => day >= board.months.dayOf(month) && day < until)
      .map(key)
      .sort();
    if (JSON.stringify(made) !== JSON.stringify(asked)) return compared;
    for (const { day, list, at } of read) {
      const deciding = decidingOn(timetable, day, list);
      expect({ day, at }).toEqual({ day, at: problem.posts.map(({ id }) => deciding.at(id)) });
      compared.days += 1;
      if (list.length > 0) compared.onLeave += 1;
      const held = timetable.stints.filter((it) => it.from <= day && day < it.until);
      if (held.some((it) => !deciding.at(it.postId).includes(it.personId))) compared.waiting += 1;
    }
  }
  return compared;
}

test("the search and the validator agree on who decides, newcomers and forced leaves included", () => {
  const all: Compared = { days: 0, waiting: 0, onLeave: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const { problem: made } = smallOffice(seed, size);
    const problem = { ...made, units: 2_000 };
    const demands = problem.posts
      .filter(({ isKey }) => isKey)
      .flatMap(({ id, seats }) =>
        seats.slice(0, 1).map(({ personId }) => ({
          id,
          personId,
          postId: id,
          workingDays: 10,
          from: problem.today,
          until: problem.until,
        })),
      );
    const plan = solveToEnd({ ...problem, leaves: demands });
    const { leaves } = planLeaves({ ...problem, leaves: demands }, plan.moves);
    const found = compare(problem, plan.moves, leaves);
    all.days += found.days;
    all.waiting += found.waiting;
    all.onLeave += found.onLeave;
  }
  expect(all.days).toBeGreaterThan(150);
  expect(all.waiting).toBeGreaterThan(15);
  expect(all.onLeave).toBeGreaterThan(15);
});
