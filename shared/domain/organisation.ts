// Who sits where: departments, posts and their standing duties, people and their assignments.
import { z } from "zod";
import type { Day, Period } from "./day.ts";

/** Rungs of the ladder, lowest first; the index is the rank. */
export const levels = ["handler", "section", "deputy", "head", "collective", "superior"] as const;
export type Level = (typeof levels)[number];
export const levelRank = (level: Level): number => levels.indexOf(level) + 1;

export const riskGrades = ["high", "medium", "low"] as const;
export type RiskGrade = (typeof riskGrades)[number];

export interface Department {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  /** A supervisory department (审计、监督) may not take part in what it supervises. */
  isSupervisory: boolean;
}

export interface Post extends Period {
  id: string;
  code: string;
  name: string;
  departmentId: string;
  level: Level;
  isKey: boolean;
  riskGrade: RiskGrade | null;
  /** Calendar months; null: the policy for its risk grade applies. */
  tenureLimitMonths: number | null;
  headcount: number;
  minStaff: number;
  /** Qualification codes that a holder must have. */
  qualifications: string[];
  /** The post that continues this one after a renaming: tenure runs on. */
  successorId: string | null;
}

/** A standing duty of a post (出纳, 印章保管), beside what its authorities give it. */
export interface PostDuty extends Period {
  id: string;
  postId: string;
  duty: string;
}

export interface Person {
  id: string;
  staffNo: string;
  name: string;
  joinedOn: Day | null;
  /** First day on which the person is no longer there (half-open); files show the day before. */
  leavesOn: Day | null;
  grade: string | null;
  site: string | null;
  /** A system account: its acts are never a person's. */
  isSystem: boolean;
  /** `log`: known only from an approval log. */
  origin: "roster" | "log";
}

export interface Qualification extends Period {
  id: string;
  personId: string;
  code: string;
}

export const assignmentKinds = ["substantive", "concurrent", "acting", "ab-post", "seconded"] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];
export interface Assignment extends Period {
  id: string;
  personId: string;
  postId: string;
  kind: AssignmentKind;
  docNo: string | null;
}

export const relationTypes = [
  "spouse",
  "lineal_blood",
  "collateral_3",
  "near_affinity",
  "economic_interest",
  "direct_interest",
  "employed_3y",
  "director_supervisor_3y",
  "controller_3y",
  "other_interest",
] as const;
export type RelationType = (typeof relationTypes)[number];
/** Kinship or interest between two persons, or between a person and a supplier: exactly one counterpart. */
export interface Relation extends Period {
  id: string;
  personId: string;
  otherPersonId: string | null;
  supplierId: string | null;
  type: RelationType;
}

/** Days only, never a reason (personal-information law art. 28). */
export interface Absence extends Period {
  id: string;
  personId: string;
}

export interface Supplier {
  id: string;
  code: string;
  name: string;
}

/** An exception to "Monday to Friday are workdays". */
export interface CalendarDay {
  id: string;
  day: Day;
  isWorkday: boolean;
  name: string | null;
}

export const levelSchema = z.enum(levels);
export const riskGradeSchema = z.enum(riskGrades);
