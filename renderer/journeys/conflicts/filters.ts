// Which conflicts a page shows: the chips and the filters that its address carries.
import type { severities } from "../../../shared/domain/conflict.ts";
import type { ConflictRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";

export const shows = [
  "all",
  "high",
  "actual",
  "potential",
  "pending",
  "confirmed",
  "set-aside",
  "closed",
] as const;
export type Show = (typeof shows)[number];
export const filterKeys = ["area", "kind", "rule", "person", "quarter"] as const;
export type FilterKey = (typeof filterKeys)[number];

export const showOf = (query: AddressQuery): Show =>
  shows.find((show) => show === query.get("show")) ?? "all";

/** "2026Q1", as the overview names quarters, in whatever words surround it. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const tests: Record<FilterKey, (row: ConflictRow, value: string) => boolean> = {
  area: (row, value) => row.area === value,
  // Several kinds may share a column of the overview.
  kind: (row, value) => value.split(",").includes(row.kind),
  rule: (row, value) => row.ruleId === value,
  person: (row, value) => row.people.some((person) => person.id === value),
  quarter: (row, value) => quarterOf(row.day) === value,
};

/** What the address leaves out may be why nothing is shown; without it nothing is there. */
export const isFiltered = (query: AddressQuery): boolean => filterKeys.some((key) => query.get(key) !== null);

export const passesAddress = (row: ConflictRow, query: AddressQuery): boolean =>
  filterKeys.every((key) => {
    const value = query.get(key);
    return value === null || tests[key](row, value);
  });

export const passesShow = (row: ConflictRow, show: Show): boolean =>
  show === "closed"
    ? row.state === "closed-by-facts"
    : row.state !== "closed-by-facts" &&
      (show === "all" ||
        row.basis === show ||
        (show === "high" && row.severity === "high") ||
        (show === "pending" ? row.verdict === null : row.verdict?.state === show));

const severityWeight: Record<(typeof severities)[number], number> = { high: 3, medium: 2, low: 1 };
/** The triage score; what a person has judged already waits for nobody. */
export const weightOf = (row: ConflictRow): number => (row.verdict === null ? row.triage.score : 0);
export const severityRank = (row: ConflictRow): number => severityWeight[row.severity];
