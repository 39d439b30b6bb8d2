// What a delegation is judged on: the facts around it, the draft, and how long and how often the unit lets one run.
import type { Authority, Delegation } from "../../domain/authority.ts";
import type { Day } from "../../domain/day.ts";
import type { Absence, Assignment, Person } from "../../domain/organisation.ts";
import type { Text } from "../../domain/text.ts";

/** The rows that decide whether a delegation may be given. */
export interface DelegationGround {
  readonly people: readonly Person[];
  readonly assignments: readonly Assignment[];
  readonly absences: readonly Absence[];
  readonly authorities: readonly Authority[];
  readonly delegations: readonly Delegation[];
}

/** A delegation about to be recorded; `id` null: a new one. `until` is half-open. */
export interface DelegationDraft {
  id: string | null;
  authorityId: string;
  fromPersonId: string;
  toPersonId: string;
  from: Day;
  until: Day | null;
  docNo: string | null;
  reason: string | null;
}

/** How long one may run, and how often it may be renewed without a gap; the unit's own to set. */
export interface DelegationLimits {
  longestDays: number;
  renewals: number;
}
/** Common practice, not a norm (L-13). */
export const practiceLimits: DelegationLimits = { longestDays: 30, renewals: 1 };
/** With so many days between them, the next one is no renewal of the last. */
export const renewalGapDays = 30;
/** So many days before its last day the overview reminds of it. */
export const reminderDays = 7;

export interface DelegationProblem {
  /** Column key of the delegation sheet. */
  key: "authorityId" | "fromPersonId" | "toPersonId" | "from" | "until" | "docNo" | "reason";
  /** What is wrong and, after it, what to do. */
  reason: Text;
}

/**
 * Whether a row is another delegation than the one drafted, or than what takes over from it in a change set: that has
 * the draft's own end. What took over from it earlier is another.
 */
export const isOther = (
  row: Pick<DelegationDraft, "from" | "until"> & { id: string },
  draft: Pick<DelegationDraft, "id" | "from" | "until">,
): boolean =>
  draft.id === null ||
  (row.id !== draft.id &&
    !(row.id.startsWith(`${draft.id}@`) && row.until === draft.until && row.from >= draft.from));
