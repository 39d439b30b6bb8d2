// The timeline's rows: who sits where as the moves would have it, what is amiss where, and arrows that never touch.
import { describe, expect, it } from "vitest";
import { moveOfBreach, readBreaches } from "../../../renderer/journeys/rotation/breaches.ts";
import type { DraftMove } from "../../../renderer/journeys/rotation/hand-edits.ts";
import {
  handoversOf,
  type LeavingDays,
  movesByPost,
  type PostLine,
  seatsOf,
} from "../../../renderer/journeys/rotation/seats.ts";
import { layLinks } from "../../../renderer/parts/tenure-lanes.ts";
import { makeTimeScale } from "../../../renderer/parts/time-scale.ts";

const today = "2027-01-15";
const line = (terms: [string, string, string | null][]): PostLine => ({
  post: { id: "P", code: "P", name: "出纳岗", department: "财务科" },
  riskGrade: "high",
  limitMonths: 36,
  terms: terms.map(([id, from, until]) => ({
    person: { id, name: id, staffNo: id },
    from,
    until,
    dueOn: "2027-06-01",
    isPlanned: false,
    chain: null,
    exempt: null,
  })),
});
const move = (
  personId: string,
  day: string,
  fromPostId: string | null,
  toPostId: string | null,
): DraftMove => ({ key: `${personId}.${day}`, chain: 1, day, personId, fromPostId, toPostId });
const seats = (of: PostLine, moves: DraftMove[], leavingDays: LeavingDays = new Map()) =>
  seatsOf(
    of,
    movesByPost(moves),
    today,
    (id) => id.toUpperCase(),
    () => null,
    leavingDays,
  );

describe("seats", () => {
  it("cut the present term where a move leaves it, and put the successor after it", () => {
    const [seat, ...others] = seats(line([["a", "2024-06-01", null]]), [
      move("b", "2027-03-01", null, "P"),
      move("a", "2027-03-08", "P", null),
    ]);
    expect(others).toEqual([]);
    expect(seat?.present).toMatchObject({ personId: "a", until: "2027-03-08" });
    expect(seat?.next).toMatchObject([{ personId: "b", name: "B", from: "2027-03-01", until: null }]);
    const terms = [...(seat?.present ? [seat.present] : []), ...(seat?.next ?? [])];
    expect(handoversOf(terms)).toEqual([{ from: "2027-03-01", until: "2027-03-08" }]);
  });
  it("show a move that is on record already once: as the term that it began", () => {
    const [done, ...others] = seats(
      line([
        ["a", "2024-06-01", "2027-01-08"],
        ["b", "2027-01-01", "2027-03-08"],
        ["c", "2027-03-01", null],
      ]),
      [
        move("b", "2027-01-01", null, "P"),
        move("a", "2027-01-08", "P", null),
        move("c", "2027-03-01", null, "P"),
        move("b", "2027-03-08", "P", null),
      ],
    );
    expect(others).toEqual([]);
    expect(done?.present).toMatchObject({ personId: "b", isOnRecord: true, begins: { day: "2027-01-01" } });
    expect(done?.next).toMatchObject([{ personId: "c", isOnRecord: true, begins: { day: "2027-03-01" } }]);
  });
  it("give the successor of one who leaves the unit that seat, not a colleague's", () => {
    const [first, second, ...others] = seats(
      line([
        ["a", "2024-06-01", null],
        ["c", "2025-01-01", null],
      ]),
      [
        move("b", "2027-03-01", null, "P"),
        move("d", "2028-01-10", null, "P"),
        move("c", "2028-01-17", "P", null),
      ],
      new Map([["a", "2027-03-01"]]),
    );
    expect(others).toEqual([]);
    expect(first?.present).toMatchObject({ personId: "a", until: "2027-03-01", ends: null });
    expect(first?.next).toMatchObject([{ personId: "b", from: "2027-03-01" }]);
    expect(second?.present).toMatchObject({ personId: "c", until: "2028-01-17" });
    expect(second?.next).toMatchObject([{ personId: "d", from: "2028-01-10" }]);
  });
  it("give each successor the seat that is left nearest to that day", () => {
    const [first, second] = seats(
      line([
        ["a", "2024-06-01", null],
        ["c", "2025-01-01", null],
      ]),
      [
        move("a", "2027-03-01", "P", null),
        move("c", "2028-03-01", "P", null),
        move("y", "2028-03-01", null, "P"),
        move("x", "2027-03-01", null, "P"),
      ],
    );
    expect(first?.next.map(({ personId }) => personId)).toEqual(["x"]);
    expect(second?.next.map(({ personId }) => personId)).toEqual(["y"]);
  });
  it("say that a post is vacant, and who comes", () => {
    const [seat] = seats(line([["a", "2020-06-01", "2026-01-01"]]), [move("b", "2027-03-01", null, "P")]);
    expect(seat?.present).toBeNull();
    expect(seat?.past.map(({ personId }) => personId)).toEqual(["a"]);
    expect(seat?.next.map(({ personId }) => personId)).toEqual(["b"]);
  });
  it("open one more where somebody comes that no seat has room for", () => {
    expect(seats(line([["a", "2024-06-01", null]]), [move("b", "2027-03-01", null, "P")])).toHaveLength(2);
  });
});

describe("breaches", () => {
  const breach = (
    constraint: string,
    postId: string | null,
    personId: string | null,
    from: string,
    until: string,
  ) => ({ constraint, postId, personId, from, until, sentence: { zh: constraint, en: constraint } });
  const found = readBreaches(
    [
      breach("posts-held", "P", null, "2027-03-01", "2027-04-01"),
      breach("limit", "P", "a", "2027-06-02", "2027-07-01"),
      breach("qualification", "Q", "a", "2027-07-01", "2028-01-01"),
    ],
    (text) => text.zh,
  );
  it("stand at the move that leaves too late and arrives unqualified, not at others", () => {
    expect(found.ofMove(move("a", "2027-07-01", "P", "Q"), null)).toEqual(["qualification", "limit"]);
    expect(found.ofMove(move("b", "2027-07-01", "P", "Q"), null)).toEqual([]);
    expect(found.ofMove(move("a", "2026-07-01", "X", "Q"), "2027-01-01")).toEqual([]);
  });
  it("are empty days where nobody of a post is named", () => {
    expect(found.emptyAt("P")).toEqual([{ from: "2027-03-01", until: "2027-04-01" }]);
    expect(found.emptyAt("Q")).toEqual([]);
  });
  it("lead to the move that they are most about", () => {
    const moves = [move("b", "2027-03-01", null, "P"), move("a", "2027-07-01", "P", "Q")];
    const [, late] = found.all;
    expect(late && moveOfBreach(late, moves)?.personId).toBe("a");
    expect(moveOfBreach(breach("arrivals-share", null, null, today, today), moves)).toBeNull();
  });
});

describe("arrows", () => {
  it("of one day stand side by side where they would cover each other", () => {
    const scale = makeTimeScale("2027-01-01", 36, 720);
    const places = new Map([
      ["p", 20],
      ["q", 60],
      ["r", 100],
    ]);
    const link = (from: string, to: string) => ({ key: from + to, chain: 1, from, to, day: "2027-03-01" });
    const laid = layLinks([link("p", "q"), link("q", "r"), link("r", "p")], places, scale);
    const [down, on, back] = laid.map(({ x }) => x);
    expect(down).toBe(on);
    expect(Math.abs((back ?? 0) - (down ?? 0))).toBeGreaterThanOrEqual(8);
  });
  it("are left out where neither end is in the picture", () => {
    const scale = makeTimeScale("2027-01-01", 12, 600);
    expect(
      layLinks([{ key: "k", chain: 1, from: "x", to: null, day: "2027-03-01" }], new Map(), scale),
    ).toEqual([]);
  });
});
