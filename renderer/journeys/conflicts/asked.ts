// The day, the knowledge and the period that a page of the analysis asks about.
import type { Day } from "../../../shared/domain/day.ts";

export interface AskedPeriod {
  asOf: Day | null;
  knownOn: Day | null;
  year: number | null;
}
