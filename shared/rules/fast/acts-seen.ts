// What the pass over approvals leaves for the passes after it.

export interface ActsSeen {
  /** Dense case of each act; -1: it does not decide, is later than today, or its case or step is unknown. */
  readonly caseOf: Int32Array;
  readonly dayOf: Int32Array;
  /** Givers credited by loans, by act. */
  readonly givers: ReadonlyMap<number, readonly number[]>;
  /** Approvals of any action up to today. */
  readonly approvals: number;
}
