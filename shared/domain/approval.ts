// Cases and the acts on their steps.
import type { Day, Instant } from "./day.ts";
import type { Fen } from "./money.ts";

export const procurementMethods = [
  "open_tender",
  "invited_tender",
  "negotiation",
  "consultation",
  "inquiry",
  "single_source",
  "framework",
  "other",
] as const;
export type ProcurementMethod = (typeof procurementMethods)[number];
export const isTender = (method: ProcurementMethod | null): boolean =>
  method === "open_tender" || method === "invited_tender";

/** One instance of a matter. */
export interface Case {
  id: string;
  caseNo: string;
  matterId: string;
  departmentId: string | null;
  requesterId: string | null;
  amount: Fen | null;
  category: string | null;
  budgetProject: string | null;
  supplierId: string | null;
  method: ProcurementMethod | null;
  /** A change of method or of the budget was approved (采购法实施条例 art. 28: then it is no splitting). */
  isChangeApproved: boolean;
  openedOn: Day | null;
  closedOn: Day | null;
}

export const actions = ["submit", "approve", "reject", "execute", "comment", "read", "withdraw"] as const;
export type Action = (typeof actions)[number];
/** The acts that decide: only these are credited to a person by the rules. */
export const isDeciding = (action: Action): boolean =>
  action === "submit" || action === "approve" || action === "reject" || action === "execute";

/** One act on one step of one case. */
export interface Approval {
  id: string;
  /** Makes the same file twice add nothing and breaks ties in order: unique in the workbook. */
  naturalKey: string;
  caseId: string;
  stepId: string;
  /** null: the log names nobody. */
  personId: string | null;
  onBehalfOfId: string | null;
  postId: string | null;
  action: Action;
  amount: Fen | null;
  happenedAt: Instant;
  /** When the source wrote it down; null where the source does not say. */
  recordedAt: Instant | null;
  docNo: string | null;
  terminal: string | null;
  /** The file or system it came from. */
  source: string;
}
