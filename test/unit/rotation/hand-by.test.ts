// By when seats must be over: limit and record, notice, exemptions, locks, and the queue for a department's share.
import { describe, expect, test } from "vitest";
import type { World } from "../../../shared/domain/world.ts";
import { type RotationOptions, rotationProblem } from "../../../shared/rotation/problem.ts";
import { workdayLine } from "../../../shared/rotation/workday-line.ts";
import { assignment, exemption, person, post, tenurePolicy, world } from "../../builders/rows.ts";

const today = "2026-11-22";
const key = (id: string, given = {}) =>
  post(id, { isKey: true, riskGrade: "high", departmentId: `d-${id}`, ...given });
const policy = tenurePolicy("high", { limitMonths: 36, minStayMonths: 12, noticeDays: 30 });

/** "person: handBy reason" of every seat. */
function seatsOf(given: Partial<World>, options: Partial<RotationOptions> = {}): string[] {
  const facts = world({
    tenurePolicies: [policy, tenurePolicy("low", { riskGrade: "low", limitMonths: 36 })],
    people: ["a", "b", "c"].map((id) => person(id)),
    ...given,
  });
  const problem = rotationProblem(facts, { today, months: 24, seed: 1, rules: [], ...options });
  return problem.posts.flatMap(({ seats }) =>
    seats.map((it) => `${it.personId}: ${it.handBy} ${it.excused}`),
  );
}
const since = (from: string, given = {}): Partial<World> => ({
  posts: [key("k")],
  assignments: [assignment("1", "a", "k", { from, ...given })],
});

describe("one seat", () => {
  test("is over by the day after its due day", () => {
    expect(seatsOf(since("2025-03-15"))).toEqual(["a: 2028-03-16 null"]);
  });
  test("or by its end on record, where that is earlier", () => {
    expect(seatsOf(since("2025-03-15", { until: "2027-09-20" }))).toEqual(["a: 2027-09-20 null"]);
    const leaver = { ...since("2025-03-15"), people: [person("a", { leavesOn: "2027-08-10" })] };
    expect(seatsOf(leaver)).toEqual(["a: 2027-08-10 null"]);
  });
  test("overdue: by the end of the first month in which it may change", () => {
    expect(seatsOf(since("2020-01-15"))).toEqual(["a: 2027-02-01 notice"]);
  });
  test("waits for the overlap too: five working days after the first change day are too late for the seventh", () => {
    expect(seatsOf(since("2024-01-06"))).toEqual(["a: 2027-02-01 notice"]);
    expect(seatsOf(since("2024-01-07"))).toEqual(["a: 2027-01-08 null"]);
  });
  test("an overlap longer than the month puts the end off to the change day after it", () => {
    const long = [tenurePolicy("high", { limitMonths: 36, noticeDays: 30, overlapDays: 30 })];
    expect(seatsOf({ ...since("2020-01-15"), tenurePolicies: long })).toEqual(["a: 2027-03-01 notice"]);
  });
  test("an exemption puts it off to its end, and no further than the record", () => {
    const exempt = { exemptions: [exemption("e", "a", "k", "2026-01-01", "2027-05-01")] };
    expect(seatsOf({ ...since("2020-01-15"), ...exempt })).toEqual(["a: 2027-06-01 notice"]);
    expect(seatsOf({ ...since("2020-01-15", { until: "2027-03-20" }), ...exempt })).toEqual([
      "a: 2027-03-20 null",
    ]);
  });
  test("is not judged on a locked post, of a locked person, or where the post ends first", () => {
    expect(seatsOf(since("2020-01-15"), { locks: [{ postId: "k", until: null }] })).toEqual(["a: null null"]);
    expect(seatsOf(since("2020-01-15"), { lockedPersonIds: ["a"] })).toEqual(["a: null null"]);
    expect(seatsOf({ ...since("2025-03-15"), posts: [key("k", { until: "2028-03-16" })] })).toEqual([
      "a: null null",
    ]);
  });
  test("of a locked post that the record empties is excused: nobody can come", () => {
    const seat = since("2025-03-15", { until: "2027-09-20" });
    expect(seatsOf(seat, { locks: [{ postId: "k", until: null }] })).toEqual(["a: null notice"]);
  });
  test("of an ordinary post ends by the record alone", () => {
    const given = { ...since("2010-01-01", { until: "2027-09-20" }), posts: [post("k")] };
    expect(seatsOf(given)).toEqual(["a: 2027-09-20 null"]);
  });
});

describe("the share of a department", () => {
  const three = (from: string[], given: Partial<World> = {}): Partial<World> => ({
    posts: [
      key("k1", { departmentId: "d", riskGrade: "low" }),
      key("k2", { departmentId: "d" }),
      key("k3", { departmentId: "d" }),
    ],
    assignments: from.map((day, at) => assignment(`${at}`, "abc"[at] ?? "", `k${at + 1}`, { from: day })),
    ...given,
  });
  test("lets one in each six calendar months, the riskiest first, then by post", () => {
    expect(seatsOf(three(["2020-01-15", "2020-01-15", "2020-01-15"]))).toEqual([
      "a: 2028-02-01 share",
      "b: 2027-02-01 notice",
      "c: 2027-08-01 share",
    ]);
  });
  test("is given by deadline: who is due later does not stand before who is overdue", () => {
    expect(seatsOf(three(["2020-01-15", "2024-06-15", "2024-02-15"]))).toEqual([
      "a: 2027-02-01 notice",
      "b: 2028-02-01 share",
      "c: 2027-08-01 share",
    ]);
  });
  test("counts what has happened in the months before", () => {
    const arrived = three(["2020-01-15", "2026-08-15", "2026-08-15"]);
    expect(seatsOf(arrived)[0]).toBe("a: 2027-03-01 share");
  });
  test("is not used up by holders beyond those required", () => {
    const given = three(["2020-01-15", "2020-01-15"]);
    const two = {
      assignments: [...(given.assignments ?? []), assignment("x", "c", "k1", { kind: "acting" })],
    };
    expect(seatsOf({ ...given, ...two })).toEqual([
      "a: 2027-02-01 notice",
      "c: 2027-08-01 share",
      "b: 2027-02-01 notice",
    ]);
  });
});

describe("working days", () => {
  const line = workdayLine(
    [
      { day: "2027-01-01", isWorkday: false },
      { day: "2027-01-02", isWorkday: true },
    ],
    "2026-12-01",
    "2027-02-01",
  );
  test("the n-th after a day, with the calendar's exceptions", () => {
    expect(line.plus("2026-12-31", 0)).toBe("2026-12-31");
    expect(line.plus("2026-12-31", 1)).toBe("2027-01-02");
    expect(line.plus("2027-01-01", 2)).toBe("2027-01-04");
    expect(line.plus("2027-01-02", 5)).toBe("2027-01-08");
    expect(line.plus("2027-01-03", 5)).toBe("2027-01-08");
  });
  test("are counted beyond the line as well", () => {
    expect(line.plus("2027-01-29", 5)).toBe("2027-02-05");
    expect(line.plus("2026-11-27", 2)).toBe("2026-12-01");
  });
});
