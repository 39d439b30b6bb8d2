// What the gate reads of a log: a few rows at a time, never the whole of it.
import type { Approval, Case } from "../../domain/approval.ts";
import type { Parameters } from "../../domain/rule-kinds.ts";

/** An approval with the case that it belongs to. */
export interface Logged {
  readonly approval: Approval;
  readonly case: Case;
}

/** Rows as now known. The same object stands for the same rows: what is kept of it goes with it. */
export interface GateLog {
  caseOf(caseId: string): Case | null;
  /** In any order. */
  approvalsOf(caseId: string): readonly Approval[];
  /** At least every approval that was done by the person or on their behalf. */
  approvalsBy(personId: string): readonly Logged[];
  /** At least every other case that could be counted together with this one by a test of splitting. */
  peersOf(of: Case, asked: Parameters<"split-amount">): readonly Case[];
}
