// What the pass over approvals leaves for the pass over cases: the deciding acts brought together by case.

/** An act in case order takes four numbers: actor (dense, -1 nobody or a system account), act, day, step and flags. */
export const recordWidth = 4;
/** The step lies below, the frame's flags above. */
export const stepBits = 24;

export interface ActsSeen {
  /** By dense case: where its records start, and where they end. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly records: Int32Array;
  /** Instants, one a record. */
  readonly at: Float64Array;
  /** Approvals of any action up to today. */
  readonly approvals: number;
}
