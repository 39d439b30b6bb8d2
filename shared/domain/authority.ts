// Who may do what: matters with their steps, authorities, delegations.

import type { Period } from "./day.ts";
import type { Area } from "./duty.ts";
import type { AmountRange } from "./money.ts";
import type { Level } from "./organisation.ts";

export interface Matter {
  id: string;
  code: string;
  name: string;
  area: Area;
}

/** One stage of a matter; carries exactly one duty. `(matterId, position)` orders them. */
export interface Step {
  id: string;
  matterId: string;
  code: string;
  name: string;
  /** 1-based place in the matter; equal places may be done in either order. */
  position: number;
  duty: string;
  isRequired: boolean;
  /** Doing this step closes the case. */
  isTerminal: boolean;
}

export const grantKinds = ["general", "special", "temporary"] as const;
export type GrantKind = (typeof grantKinds)[number];

/** A grant of one step to a post, or (special grants) to a person: exactly one holder. */
export interface Authority extends Period, AmountRange {
  id: string;
  /** The unit's number for it, or one derived from matter, step, holder, first day and lower bound. */
  code: string;
  stepId: string;
  postId: string | null;
  personId: string | null;
  /** null: the level of the post. */
  level: Level | null;
  kind: GrantKind;
  /** A collective decision must be on record: the act carries its document number. */
  isCollective: boolean;
  isSubDelegable: boolean;
  docNo: string | null;
}

/** A dated, bounded loan of one authority from person to person. */
export interface Delegation extends Period {
  id: string;
  authorityId: string;
  fromPersonId: string;
  toPersonId: string;
  docNo: string | null;
  /** Why it was given; null only in rows recorded before this was asked for. */
  reason: string | null;
  /** Why it was ended before its time; null: it runs, or ran, to its last day. */
  endReason: string | null;
}
