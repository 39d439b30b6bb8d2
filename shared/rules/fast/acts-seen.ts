// What the pass over approvals leaves for the passes after it: the deciding acts brought together by case.

/** An act in case order takes four numbers: actor (dense, -1 nobody or a system account), act, day, step and flags. */
export const recordWidth = 4;
/** The step lies below, the frame's flags above. */
export const stepBits = 24;

export interface ActsSeen {
  /** Dense case of each act; -1: it does not decide, is later than today, or its case or step is unknown. */
  readonly caseOf: Int32Array;
  readonly dayOf: Int32Array;
  /** By dense case: where its records start. */
  readonly start: Int32Array;
  readonly records: Int32Array;
  /** Instants, one a record. */
  readonly at: Float64Array;
  /** Givers credited by loans, by act. */
  readonly givers: ReadonlyMap<number, readonly number[]>;
  /** Approvals of any action up to today. */
  readonly approvals: number;
}
