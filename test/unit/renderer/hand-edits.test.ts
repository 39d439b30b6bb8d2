// A plan under the hand: chains keep their stagger, swaps free what is not needed, locks follow, and nothing else changes.
import { describe, expect, it } from "vitest";
import { chainsOf, postsOf } from "../../../renderer/journeys/rotation/chains.ts";
import {
  addMove,
  type DraftMove,
  editCount,
  forbidMove,
  type HandState,
  isBegun,
  isLocked,
  lockedKeys,
  nearestChangeDay,
  nextChangeDay,
  removeMove,
  shiftChain,
  swapPerson,
  toggleLock,
  togglePostLock,
  touchedKeys,
} from "../../../renderer/journeys/rotation/hand-edits.ts";
import { weekday } from "../../../shared/domain/day.ts";

const isWorkday = (day: string): boolean => weekday(day) !== 0 && weekday(day) !== 6;
const wishes = {
  fixed: [],
  forbidden: [],
  lockedPosts: [],
  lockedPersonIds: [],
  blackOutMonths: [],
  sharePercent: null,
};
const move = (
  key: string,
  chain: number,
  day: string,
  personId: string,
  fromPostId: string | null,
  toPostId: string | null,
): DraftMove => ({ key, chain, day, personId, fromPostId, toPostId });

/** Reserve —a→ P —b→ Q —c→ reserve, five working days apart, and a swap of d and e. */
const state: HandState = {
  moves: [
    move("a", 1, "2027-03-01", "a", null, "P"),
    move("b", 1, "2027-03-08", "b", "P", "Q"),
    move("c", 1, "2027-03-15", "c", "Q", null),
    move("d", 2, "2027-06-01", "d", "R", "S"),
    move("e", 2, "2027-06-01", "e", "S", "R"),
  ],
  wishes,
};
const daysOf = (of: HandState): string[] => of.moves.map(({ day }) => day);
const changeDays = ["2027-03-01", "2027-04-01", "2027-05-03", "2027-06-01", "2027-07-01"];

describe("a chain that has begun", () => {
  it("is one of which some move has had its day", () => {
    expect(isBegun(state, "c", "2027-02-28")).toBe(false);
    expect(isBegun(state, "c", "2027-03-01")).toBe(true);
    expect(isBegun(state, "d", "2027-03-31")).toBe(false);
    expect(isBegun(state, null, "2030-01-01")).toBe(false);
  });
});

describe("a chain at another change day", () => {
  it("keeps the working days between its moves, and leaves other chains alone", () => {
    const shifted = shiftChain(state, "b", "2027-04-01", isWorkday);
    expect(daysOf(shifted)).toEqual(["2027-04-01", "2027-04-08", "2027-04-15", "2027-06-01", "2027-06-01"]);
    expect(touchedKeys(state, shifted)).toEqual(new Set(["a", "b", "c"]));
    expect(editCount(state, shifted)).toBe(3);
  });
  it("keeps its locks where it goes", () => {
    const shifted = shiftChain(toggleLock(state, "b"), "a", "2027-04-01", isWorkday);
    expect(lockedKeys(shifted)).toEqual(new Set(["b"]));
    expect(shifted.wishes.fixed).toEqual([
      { day: "2027-04-08", personId: "b", fromPostId: "P", toPostId: "Q" },
    ]);
  });
  it("goes by one change day from wherever in the chain it is asked", () => {
    expect(nextChangeDay(state, "c", changeDays, 1)).toBe("2027-04-01");
    expect(nextChangeDay(state, "d", changeDays, -1)).toBe("2027-05-03");
    expect(nextChangeDay(state, "a", changeDays, -1)).toBeNull();
  });
  it("snaps to the nearest change day", () => {
    expect(nearestChangeDay(state, "b", changeDays, 20)).toBe("2027-04-01");
    expect(nearestChangeDay(state, "b", changeDays, 3)).toBe("2027-03-01");
    expect(nearestChangeDay(state, "b", changeDays, 5_000)).toBe("2027-07-01");
  });
});

describe("another person", () => {
  it("frees whoever filled the place that is no longer left", () => {
    const swapped = swapPerson(state, "b", { id: "x", fromPostId: "X" });
    expect(swapped.moves.find(({ key }) => key === "b")).toMatchObject({
      personId: "x",
      fromPostId: "X",
    });
    expect(swapped.moves.map(({ key }) => key)).toEqual(["b", "c", "d", "e"]);
  });
  it("leaves in a swap of places the one who has to go", () => {
    const swapped = swapPerson(state, "d", { id: "x", fromPostId: null });
    expect(swapped.moves.map(({ key }) => key)).toContain("e");
  });
  it("drops the lock of what it changes", () => {
    const swapped = swapPerson(toggleLock(state, "b"), "b", { id: "x", fromPostId: null });
    expect(swapped.wishes.fixed).toEqual([]);
  });
});

describe("wishes", () => {
  it("lock and unlock a move, a post", () => {
    const locked = toggleLock(state, "a");
    expect(isLocked(locked, locked.moves[0] as DraftMove)).toBe(true);
    expect(toggleLock(locked, "a").wishes.fixed).toEqual([]);
    expect(togglePostLock(togglePostLock(state, "P"), "P").wishes.lockedPosts).toEqual([]);
  });
  it("forbid: the move goes, the wish stays", () => {
    const forbidden = forbidMove(state, "a");
    expect(forbidden.moves.map(({ key }) => key)).not.toContain("a");
    expect(forbidden.wishes.forbidden).toEqual([{ personId: "a", postId: "P", from: null, until: null }]);
  });
});

describe("moves gone and new", () => {
  it("take one, or the whole chain", () => {
    expect(removeMove(state, "b").moves.map(({ key }) => key)).toEqual(["a", "c", "d", "e"]);
    expect(removeMove(state, "b", true).moves.map(({ key }) => key)).toEqual(["d", "e"]);
    expect(editCount(state, removeMove(state, "b", true))).toBe(3);
  });
  it("begin a chain of their own", () => {
    const more = addMove(state, { day: "2027-07-01", personId: "x", fromPostId: null, toPostId: "Q" });
    expect(more.moves.at(-1)?.chain).toBe(3);
    expect(editCount(state, more)).toBe(1);
  });
});

describe("chains", () => {
  it("run from whoever comes from outside to whoever goes outside", () => {
    const [chain] = chainsOf([...state.moves].reverse());
    expect(chain?.moves.map(({ key }) => key)).toEqual(["a", "b", "c"]);
    expect(chain?.isCycle).toBe(false);
    expect(chain && postsOf(chain)).toEqual(["P", "Q"]);
  });
  it("know a swap of places", () => {
    const swap = chainsOf(state.moves)[1];
    expect(swap).toMatchObject({ number: 2, isCycle: true, from: "2027-06-01", until: "2027-06-01" });
    expect(swap && postsOf(swap)).toEqual(["R", "S"]);
  });
});
