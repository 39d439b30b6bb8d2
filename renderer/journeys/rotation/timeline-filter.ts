// Which rows of the timeline are asked for: moved ones, overdue ones, a department, a month, or words.
import type { Day } from "../../../shared/domain/day.ts";
import type { FactRow } from "./timeline-rows.ts";

export interface TimelineFilter {
  isMoved: boolean;
  isOverdue: boolean;
  /** With something that the validator finds. */
  isBroken: boolean;
  department: string | null;
  /** First day of a month in which something changes here. */
  month: Day | null;
  search: string;
}

export function isShown({ row, moves, department }: FactRow, filter: TimelineFilter): boolean {
  const { month } = filter;
  const words = filter.search.trim().toLowerCase();
  return (
    (!filter.isMoved || moves.length > 0) &&
    (!filter.isOverdue || row.state === "overdue" || row.state === "due") &&
    (!filter.isBroken ||
      (row.vacancies?.length ?? 0) > 0 ||
      row.planned?.some(({ breaches }) => (breaches?.length ?? 0) > 0) === true) &&
    (filter.department === null || department === filter.department) &&
    (month === null || moves.some(({ day }) => day.startsWith(month.slice(0, 7)))) &&
    (words === "" ||
      [row.name, row.holder, row.note, ...(row.planned ?? []).map(({ person }) => person)].some((name) =>
        name.toLowerCase().includes(words),
      ))
  );
}
