// Workdays by the week and by the calendar.
import { expect, it } from "vitest";
import { workdayAfter, workdayReader } from "../../../shared/domain/workdays.ts";

const calendar = [
  { id: "o1", day: "2026-10-01", isWorkday: false, name: "国庆节" },
  { id: "o2", day: "2026-10-02", isWorkday: false, name: "国庆节" },
  { id: "o3", day: "2026-10-10", isWorkday: true, name: "调休上班" },
];

it("are Monday to Friday but for what the calendar says", () => {
  const isWorkday = workdayReader(calendar);
  const days = ["2026-09-30", "2026-10-01", "2026-10-03", "2026-10-10", "2026-10-11", "2026-10-12"];
  expect(days.map(isWorkday)).toEqual([true, false, false, true, false, true]);
  // Asked again, it says the same.
  expect(days.map(isWorkday)).toEqual([true, false, false, true, false, true]);
});

it("are counted from the day after", () => {
  const isWorkday = workdayReader(calendar);
  expect([1, 2, 6].map((count) => workdayAfter(isWorkday, "2026-09-30", count))).toEqual([
    "2026-10-05",
    "2026-10-06",
    "2026-10-10",
  ]);
  expect(workdayAfter(isWorkday, "2026-10-10", 1)).toBe("2026-10-12");
});
