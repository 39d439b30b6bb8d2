// Which exemptions a chip or a key figure shows.
import type { ExemptionRow } from "../../../data/types.ts";

export const shows = ["running", "coming", "ended", "missing", "ending", "concerns"] as const;
export type Show = (typeof shows)[number];

const soonDays = 90;
export function exemptionShows(show: Show, row: ExemptionRow): boolean {
  if (show === "missing") return row.periods.some(({ state }) => state === "missing");
  if (show === "ending") return row.daysLeft !== null && row.daysLeft <= soonDays;
  if (show === "concerns") return row.concerns.length > 0 && row.state !== "ended";
  return row.state === show;
}
