// Properties of what a plan done over in part starts from: moves of the plan and whatever is fixed; and of when places are wanted early.
import fc from "fast-check";
import { expect, test } from "vitest";
import { boardOf } from "../../../shared/rotation/search/board.ts";
import { never } from "../../../shared/rotation/search/months.ts";
import { keptAround } from "../../../shared/rotation/search/neighbourhood.ts";
import { isFree, openSeats } from "../../../shared/rotation/search/open-seats.ts";
import { seededRandom } from "../../../shared/rotation/search/random.ts";
import { openMonth, startOf } from "../../../shared/rotation/search/state.ts";
import { solveToEnd } from "../../../shared/rotation/solve.ts";
import { smallOffice } from "../../unit/rotation/small-facts.ts";

const size = { keyPosts: 5, ordinaryPosts: 4, reserve: 3, months: 18 };

test("moves are kept as they are, those around the place given up, those fixed always asked for", () => {
  let givenUp = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1000 }), (seed, chance) => {
      const { problem } = smallOffice(seed, size);
      const plan = solveToEnd({ ...problem, units: 500 });
      const fixed = plan.moves.slice(0, 1).map(({ chain: _, ...move }) => move);
      const board = boardOf({ ...problem, wishes: { ...problem.wishes, fixed } });
      const asked = plan.moves.flatMap((move) => board.wishes.asGiven(move) ?? []);
      const focus = asked[chance % Math.max(1, asked.length)]?.to ?? 0;
      const kept = keptAround(board, plan.moves, focus < 0 ? [] : [focus], seededRandom(chance));
      for (const it of kept) expect(asked).toContainEqual(it);
      for (const it of board.wishes.given) expect(kept).toContainEqual(it);
      if (focus >= 0) expect(kept.some((it) => it.to === focus && !it.isFixed)).toBe(false);
      expect(kept).toEqual(keptAround(board, plan.moves, focus < 0 ? [] : [focus], seededRandom(chance)));
      givenUp += asked.length - kept.length;
    }),
    { numRuns: 60 },
  );
  expect(givenUp).toBeGreaterThan(20);
});

test("a place is wanted early neither before its holder may go nor where that adds an arrival", () => {
  let early = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 17 }), (seed, month) => {
      const board = boardOf(smallOffice(seed, size).problem);
      const state = startOf(board);
      openMonth(board, state, month);
      const leads = new Int32Array(board.posts.length).fill(12);
      for (const it of openSeats(board, state, month, null, leads).key.flat()) {
        expect(it.deadline).toBeLessThanOrEqual(it.last);
        if (it.deadline === it.last) continue;
        early++;
        expect(it.last - it.deadline).toBeLessThanOrEqual(12);
        expect(it.deadline).toBeGreaterThanOrEqual(Math.max(month, it.stayFrom));
        expect(it.goneBy).toBeLessThan(never);
        if (it.deadline === month) expect(isFree(board, it.post, it.goneBy, month)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
  expect(early).toBeGreaterThan(20);
});
