// The ground truth: what was planted in the sample, by which rule it should be found, with whom and in which cases.
import type { Kind } from "../../shared/domain/rule-kinds.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { CaseBook } from "./cases.ts";
import type { Draft, DraftCase } from "./draft.ts";
import type { Roster } from "./roster.ts";

/** One planted conflict. A finding belongs to it when kind, case (if any is named) and person fit. */
export interface Planted {
  kind: Kind;
  /** Rules of the starter packs that may say so; each of them alone would do. */
  ruleIds: readonly string[];
  caseNos: readonly string[];
  staffNos: readonly string[];
  what: Text;
}
export interface Planting extends Omit<Planted, "caseNos"> {
  cases: readonly DraftCase[];
}
/** Where the planters work: after the ordinary cases, with the same book. */
export interface Garden {
  draft: Draft;
  roster: Roster;
  book: CaseBook;
  /** The working day so many months before the end. */
  ago: (months: number) => number;
  /** A holder of that type who stays for half a year from that day; the nth if there are several. */
  steady: (type: string, day: number, nth?: number) => string;
  /** A day about so many months before the end around which one holder of that type stays put, and who that is. */
  settled: (type: string, months: number) => { day: number; staffNo: string };
  /** Whoever may approve that amount at the step that day by post. */
  approver: (step: string, amount: number | null, day: number) => string;
  has: (type: string) => boolean;
  name: (staffNo: string) => string;
  plant: (
    kind: Kind,
    ruleIds: readonly string[],
    cases: readonly DraftCase[],
    staffNos: readonly string[],
    zh: string,
    en: string,
  ) => void;
}
