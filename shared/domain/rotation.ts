// Tenure policies and states, exemptions, and the timetable that a rotation plan is.
import type { Day, Period } from "./day.ts";
import type { RiskGrade } from "./organisation.ts";

/** The unit's own limits for key posts of one risk grade, or of one post of it: the post's own comes first. */
export interface TenurePolicy {
  id: string;
  riskGrade: RiskGrade;
  /** Null: of the whole risk grade. */
  postId: string | null;
  limitMonths: number;
  minStayMonths: number;
  coolingOffMonths: number;
  noticeDays: number;
  /** Working days that a successor serves beside the leaver; null: `defaultOverlapDays`. */
  overlapDays: number | null;
}
/** Overlap of a handover where no policy says otherwise, in working days (docs/rotation.md). */
export const defaultOverlapDays = 5;
/** Defaults: no national number exists for ordinary key posts (norms: unit's own rule). */
export const defaultTenurePolicies: readonly Omit<TenurePolicy, "id" | "postId">[] = [
  {
    riskGrade: "high",
    limitMonths: 36,
    minStayMonths: 12,
    coolingOffMonths: 24,
    noticeDays: 30,
    overlapDays: null,
  },
  {
    riskGrade: "medium",
    limitMonths: 60,
    minStayMonths: 12,
    coolingOffMonths: 24,
    noticeDays: 30,
    overlapDays: null,
  },
  {
    riskGrade: "low",
    limitMonths: 60,
    minStayMonths: 12,
    coolingOffMonths: 24,
    noticeDays: 30,
    overlapDays: null,
  },
];

/** "Cannot rotate": always ends, always names what watches instead. */
export interface Exemption extends Period {
  id: string;
  personId: string;
  postId: string;
  until: Day;
  reason: string;
  compensatingControl: string;
  docNo: string | null;
  /** Who gave it, in words ("局党组会议"); null in rows of earlier versions and of old files. */
  approver: string | null;
  /** When it is looked at again, before its end; null as above. */
  reviewOn: Day | null;
  /** Why it ended before its time; null: it did not. */
  endReason: string | null;
}

/** That a compensating control was carried out in one period of an exemption, or an audit looked at a forced leave. */
export interface ControlEvidence extends Period {
  id: string;
  /** The exemption or forced leave. */
  subjectId: string;
  until: Day;
  doneOn: Day;
  doneBy: string;
  found: string;
  docNo: string | null;
}

export const leaveStates = ["asked", "placed", "withdrawn"] as const;
/** 待安排: a window, no days yet / 已安排: days and a stand-in / 已撤回. */
export type LeaveState = (typeof leaveStates)[number];
/** Handover of the post at one end of a forced leave. */
export interface LeaveHandover {
  on: Day;
  witness: string;
  note: string;
}
/** The fewest working days of a forced leave (norms §4.3, practice). */
export const leastLeaveDays = 10;
/** A holder of a key post stays away so many working days, and a stand-in does the work without them. */
export interface ForcedLeave extends Period {
  id: string;
  personId: string;
  postId: string;
  /** Null until it is placed. */
  standInId: string | null;
  /** Of the leave; of its window while it is asked for. */
  until: Day;
  state: LeaveState;
  workingDays: number;
  /** Within which it must lie. */
  window: { from: Day; until: Day };
  reason: string;
  docNo: string;
  approver: string;
  /** Where the planner placed it; null: by hand, or not placed. */
  planId: string | null;
  handOut: LeaveHandover | null;
  handBack: LeaveHandover | null;
  withdrawnBecause: string | null;
}

export const tenureStates = ["normal", "warning", "near", "due", "overdue", "exempt", "rotated"] as const;
/** 正常 / 预警 ≤180 d / 临期 ≤90 d / 到期 the due day itself / 超期 after it / 豁免 / 已轮岗 left by a change ≤90 d ago. */
export type TenureState = (typeof tenureStates)[number];

/** One line of the tenure ledger: a present holder of a key post. */
export interface Tenure {
  personId: string;
  postId: string;
  assignmentId: string;
  /** Start of continuous service on the post, its predecessors or an equal duty set. */
  startedOn: Day;
  limitMonths: number;
  dueOn: Day;
  state: TenureState;
  /** Days to the due day; negative once overdue. */
  daysLeft: number;
  exemptionId: string | null;
}

/** One change of a holder: on `day` the person leaves `fromPostId` (null: reserve) for `toPostId` (null: reserve). */
export interface Move {
  day: Day;
  personId: string;
  fromPostId: string | null;
  toPostId: string | null;
  /** Moves of one chain share it; 1-based within the plan. */
  chain: number;
}
