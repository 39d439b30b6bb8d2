// Whether a forced leave is placed well: each thing that can speak against it, alone.
import { expect, test } from "vitest";
import { weekday } from "../../../shared/domain/day.ts";
import {
  type LeaveGround,
  type LeaveTrouble,
  troublesOfLeave,
  workingDaysIn,
} from "../../../shared/rotation/forced-leave.ts";
import type { LeaveDemand, PlannedLeave } from "../../../shared/rotation/plan.ts";

const isWorkday = (day: string): boolean => weekday(day) !== 0 && weekday(day) !== 6;
const calm: LeaveGround = {
  isWorkday,
  holds: () => true,
  isInOverlap: () => false,
  isThere: () => true,
  isQualified: () => true,
  areRelated: () => false,
  isSeparated: () => true,
  reviewsOwnWork: () => false,
  unstaffed: () => [],
};
// 2026-06-01 is a Monday: two working weeks, and no day more.
const demand: LeaveDemand = {
  id: "d",
  personId: "a",
  postId: "k",
  workingDays: 10,
  from: "2026-06-01",
  until: "2026-07-01",
};
const leave: PlannedLeave = {
  demandId: "d",
  personId: "a",
  postId: "k",
  from: "2026-06-01",
  until: "2026-06-13",
  standInId: "b",
};
const other: PlannedLeave = { ...leave, demandId: "e", personId: "c", postId: "m", standInId: "z" };
const kindsOf = (
  given: Partial<PlannedLeave> = {},
  ground: Partial<LeaveGround> = {},
  others: readonly PlannedLeave[] = [],
  asked: Partial<LeaveDemand> = {},
): LeaveTrouble[] =>
  troublesOfLeave({ ...demand, ...asked }, { ...leave, ...given }, others, { ...calm, ...ground }).map(
    ({ trouble }) => trouble,
  );

test("a leave of ten working days within its window, with a stand-in whom nothing bars, is valid", () => {
  expect(kindsOf()).toEqual([]);
  expect(workingDaysIn(leave, isWorkday)).toBe(10);
});
test("nine working days are too few, whatever was asked, and eleven asked for are not met by ten", () => {
  expect(kindsOf({ until: "2026-06-12" })).toEqual(["too-short"]);
  expect(kindsOf({ until: "2026-06-12" }, {}, [], { workingDays: 5 })).toEqual(["too-short"]);
  expect(kindsOf({}, {}, [], { workingDays: 11 })).toEqual(["too-short"]);
  const isHoliday = (day: string): boolean => day !== "2026-06-01" && isWorkday(day);
  expect(kindsOf({}, { isWorkday: isHoliday })).toEqual(["too-short"]);
});
test("the window holds to the day", () => {
  expect(kindsOf({}, {}, [], { from: "2026-06-02" })).toEqual(["outside-window"]);
  expect(kindsOf({}, {}, [], { until: "2026-06-12" })).toEqual(["outside-window"]);
  expect(kindsOf({}, {}, [], { until: "2026-06-13" })).toEqual([]);
});
test.each([
  ["not-held", { holds: () => false }],
  ["in-overlap", { isInOverlap: () => true }],
  ["stand-in-away", { isThere: () => false }],
  ["unqualified", { isQualified: () => false }],
  ["related", { areRelated: () => true }],
  ["separation", { isSeparated: () => false }],
  ["own-work", { reviewsOwnWork: () => true }],
  ["unstaffed", { unstaffed: () => ["采购"] }],
] as const)("%s is found", (trouble, ground) => expect(kindsOf({}, ground)).toEqual([trouble]));
test("somebody else's post or person is not what was asked for", () => {
  expect(kindsOf({ personId: "c" })).toEqual(["not-held"]);
  expect(kindsOf({ postId: "m" })).toEqual(["not-held"]);
});
test("nobody stands in for themselves, and then nothing more is asked", () => {
  expect(kindsOf({ standInId: "a" }, { isThere: () => false })).toEqual(["own-stand-in"]);
});
test("leaves at the same time bar each other by stand-in, by person and by post", () => {
  expect(kindsOf({}, {}, [other])).toEqual([]);
  expect(kindsOf({}, {}, [{ ...other, personId: "b" }])).toEqual(["stand-in-on-leave"]);
  expect(kindsOf({}, {}, [{ ...other, standInId: "b" }])).toEqual(["stands-in-twice"]);
  expect(kindsOf({}, {}, [{ ...other, postId: "k" }])).toEqual(["post-on-leave"]);
  const before = { ...other, postId: "k", standInId: "b", from: "2026-05-18", until: "2026-06-01" };
  expect(kindsOf({}, {}, [before])).toEqual([]);
  expect(kindsOf({}, {}, [{ ...before, until: "2026-06-02" }])).toEqual(["stands-in-twice", "post-on-leave"]);
});
test("a leave is not in its own way", () => expect(kindsOf({}, {}, [leave])).toEqual([]));
