// Statutory holidays: 2023–2026 as published each year, days off and weekends worked instead; after that the fixed days alone.
import { addDays, type Day, daysBetween } from "../../shared/domain/day.ts";

export interface CalendarEntry {
  day: Day;
  isWorkday: boolean;
  name: string;
}
type Holiday = readonly [name: string, first: Day, last: Day, worked?: readonly Day[]];

const holidays: readonly Holiday[] = [
  ["元旦", "2023-01-01", "2023-01-02"],
  ["春节", "2023-01-21", "2023-01-27", ["2023-01-28", "2023-01-29"]],
  ["清明节", "2023-04-05", "2023-04-05"],
  ["劳动节", "2023-04-29", "2023-05-03", ["2023-04-23", "2023-05-06"]],
  ["端午节", "2023-06-22", "2023-06-24", ["2023-06-25"]],
  ["中秋节、国庆节", "2023-09-29", "2023-10-06", ["2023-10-07", "2023-10-08"]],
  ["元旦", "2024-01-01", "2024-01-01"],
  ["春节", "2024-02-10", "2024-02-17", ["2024-02-04", "2024-02-18"]],
  ["清明节", "2024-04-04", "2024-04-06", ["2024-04-07"]],
  ["劳动节", "2024-05-01", "2024-05-05", ["2024-04-28", "2024-05-11"]],
  ["端午节", "2024-06-10", "2024-06-10"],
  ["中秋节", "2024-09-15", "2024-09-17", ["2024-09-14"]],
  ["国庆节", "2024-10-01", "2024-10-07", ["2024-09-29", "2024-10-12"]],
  ["元旦", "2025-01-01", "2025-01-01"],
  ["春节", "2025-01-28", "2025-02-04", ["2025-01-26", "2025-02-08"]],
  ["清明节", "2025-04-04", "2025-04-06"],
  ["劳动节", "2025-05-01", "2025-05-05", ["2025-04-27"]],
  ["端午节", "2025-05-31", "2025-06-02"],
  ["国庆节、中秋节", "2025-10-01", "2025-10-08", ["2025-09-28", "2025-10-11"]],
  ["元旦", "2026-01-01", "2026-01-03", ["2026-01-04"]],
  ["春节", "2026-02-15", "2026-02-23", ["2026-02-14", "2026-02-28"]],
  ["清明节", "2026-04-04", "2026-04-06"],
  ["劳动节", "2026-05-01", "2026-05-05", ["2026-05-09"]],
  ["端午节", "2026-06-19", "2026-06-21"],
  ["中秋节", "2026-09-25", "2026-09-27"],
  ["国庆节", "2026-10-01", "2026-10-07", ["2026-09-20", "2026-10-10"]],
];

/** The arrangement of a year comes out late in the year before: until then only the days that the law fixes are known. */
const fixedYears = [2027, 2028, 2029, 2030, 2031];
const fixed: readonly Holiday[] = fixedYears.flatMap((year): Holiday[] => [
  ["元旦", `${year}-01-01`, `${year}-01-01`],
  ["劳动节", `${year}-05-01`, `${year}-05-02`],
  ["国庆节", `${year}-10-01`, `${year}-10-03`],
]);

/** Every exception to "Monday to Friday are workdays", in order of days. */
export const calendarEntries: readonly CalendarEntry[] = [...holidays, ...fixed]
  .flatMap(([name, first, last, worked = []]) => [
    ...Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => ({
      day: addDays(first, n),
      isWorkday: false,
      name,
    })),
    ...worked.map((day) => ({ day, isWorkday: true, name: `${name}调休` })),
  ])
  .sort((a, b) => (a.day < b.day ? -1 : 1));
