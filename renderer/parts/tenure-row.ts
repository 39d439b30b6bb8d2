// What the tenure timeline is told: rows of posts in groups, with their tenures, limits, plans and handovers.
import type { Day } from "../../shared/domain/day.ts";
import type { TenureState } from "../../shared/domain/rotation.ts";
import type { Stage } from "./tenure-stages.ts";

export interface TenureBar {
  key: string;
  /** Bold, then the note: "陈立新" "自 2023-02". */
  person: string;
  note: string;
  stages: readonly Stage[];
  /** An earlier holder: outlined, quiet. */
  isPast?: boolean;
}
export interface PlannedBar {
  person: string;
  note: string;
  from: Day;
  /** Half-open; null to the end of the picture. */
  until: Day | null;
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
  /** The due day: a thin flagged line. */
  limit: Day | null;
  /** Half-open end of a live exemption: a dashed line, its words on the bar. */
  exemption?: { until: Day; words: string };
  /** Successor and leaver side by side; a notch stands at its first day. */
  handover?: { from: Day; until: Day };
  /** Amber, after the limit, where nothing is planned: "须在此前列入下一方案". */
  appeal?: string;
}
export interface TenureGroup {
  key: string;
  words: string;
  note: string;
  rows: readonly TenureRow[];
}
/** Someone moves from one row to another; `null` comes from or goes to a post outside the picture. */
export interface TenureLink {
  from: string | null;
  to: string | null;
  day: Day;
  words?: string;
}
