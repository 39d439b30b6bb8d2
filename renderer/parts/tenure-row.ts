// What the tenure timeline is told: rows of posts or people in groups, with tenures, limits, plans, handovers, and who follows whom.
import type { Day, Period } from "../../shared/domain/day.ts";
import type { TenureState } from "../../shared/domain/rotation.ts";
import type { Stage } from "./tenure-stages.ts";

/** A tenure on record. */
export interface TenureBar {
  key: string;
  /** Bold, then the note: "陈立新" "自 2023-02". */
  person: string;
  note: string;
  from: Day;
  /** Half-open; null to the end of the picture. */
  until: Day | null;
  /** In order, without gaps. */
  stages: readonly Stage[];
  /** An earlier holder: outlined, quiet. */
  isPast?: boolean;
  /** 0: the row's own line; 1 and more beneath it, where tenures overlap. */
  lane?: number;
}
/** A tenure that a move of the plan begins. */
export interface PlannedBar {
  /** The move's. */
  key: string;
  person: string;
  note: string;
  from: Day;
  until: Day | null;
  chain: number;
  isCycle?: boolean;
  isLocked?: boolean;
  /** By hand, not by the plan. */
  isTouched?: boolean;
  /** What the validator finds about it, in words; red if any. */
  breaches?: readonly string[];
  lane?: number;
}
export interface TenureRow {
  id: string;
  name: string;
  /** "支付中心 · 高 36 月" */
  note: string;
  holder: string;
  state: TenureState;
  /** "超期 32 天", "余 78 天" */
  mark: string;
  bars: readonly TenureBar[];
  planned?: readonly PlannedBar[];
  /** Due days within the picture: thin flagged lines. */
  limits: readonly Day[];
  /** Half-open end of a live exemption: a dashed line, its words on the bar. */
  exemption?: { from: Day; until: Day; words: string };
  /** Successor and leaver side by side; a notch stands at the first day. */
  handovers?: readonly Period[];
  /** Places that nobody holds: red and dashed. */
  vacancies?: readonly (Period & { words: string })[];
  /** Forced leaves: hatched, a stand-in does the work meanwhile. */
  leaves?: readonly (Period & { words: string })[];
  /** Amber, after the limit, where nothing is planned: "须在此前列入下一方案". */
  appeal?: { from: Day; words: string };
  /** A lock on the post or person: neither moves. */
  isLocked?: boolean;
  /** Lines of bars; 1 if absent. */
  lanes?: number;
}
export interface TenureGroup {
  key: string;
  words: string;
  note: string;
  /** A chain of moves: its number, and in words who follows whom. */
  chain?: { number: number; story: string };
  rows: readonly TenureRow[];
}
/** Someone moves from one row to another; null comes from or goes to a place outside the picture, in words. */
export interface TenureLink {
  /** The move's. */
  key: string;
  chain: number;
  from: string | null;
  to: string | null;
  day: Day;
  words?: string;
}
/** One month of the strip under the timeline. */
export interface StripMonth {
  /** First day of the month. */
  month: Day;
  arrivals: number;
  handovers: number;
  /** Null: nothing changes then, or it is not judged. */
  staffable: number | null;
  judged: number;
  /** All of it in words. */
  words: string;
}

export const rowHeight = 38;
export const laneHeight = 22;
export const groupHeight = 26;
export const heightOf = (row: TenureRow): number => rowHeight + ((row.lanes ?? 1) - 1) * laneHeight;
