// The sample unit while it is being made: plain rows that know each other by code, days as numbers.
import type { Action, ProcurementMethod } from "../../shared/domain/approval.ts";
import type { GrantKind } from "../../shared/domain/authority.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { Fen } from "../../shared/domain/money.ts";
import type { AssignmentKind, RelationType } from "../../shared/domain/organisation.ts";
import type { MatterType } from "./matter-types.ts";
import type { PostType } from "./post-types.ts";
import type { Random } from "./random.ts";

export type Size = "small" | "city";

/** Days as numbers, half-open, `until` null means open. */
export interface Span {
  from: number;
  until: number | null;
}
export interface DraftPost extends Span {
  code: string;
  name: string;
  type: PostType;
  headcount: number;
  successor: string | null;
}
export interface DraftPerson {
  staffNo: string;
  name: string;
  joined: number;
  /** First day gone. */
  leaves: number | null;
  grade: string;
  site: string;
}
export interface DraftAssignment extends Span {
  staffNo: string;
  post: string;
  kind: AssignmentKind;
  docNo: string;
}
export interface DraftAuthority extends Span {
  code: string;
  matter: string;
  step: string;
  post: string | null;
  staffNo: string | null;
  over: Fen | null;
  upTo: Fen | null;
  kind: GrantKind;
  isCollective: boolean;
  isSubDelegable: boolean;
  docNo: string;
}
export interface DraftDelegation extends Span {
  authority: string;
  giver: string;
  taker: string;
  until: number;
  docNo: string;
}
export interface DraftAbsence extends Span {
  staffNo: string;
  until: number;
}
export interface DraftRelation extends Span {
  staffNo: string;
  other: string | null;
  supplier: string | null;
  type: RelationType;
}
export interface DraftAct {
  step: string;
  staffNo: string;
  behalfOf: string | null;
  post: string | null;
  action: Action;
  amount: Fen | null;
  /** Moments count minutes (`workdays.ts`). */
  happened: number;
  recorded: number;
  docNo: string | null;
  /** Another terminal than the actor's own. */
  terminal?: string;
}
export interface DraftCase {
  /** Set when all cases are numbered. */
  caseNo: string;
  matter: MatterType;
  department: string;
  requester: string;
  amount: Fen | null;
  category: string | null;
  project: string | null;
  supplier: string | null;
  method: ProcurementMethod | null;
  isChangeApproved: boolean;
  opened: number;
  closed: number | null;
  acts: DraftAct[];
}

/** Everything but the cases, and what the makers of cases ask again and again. */
export interface Draft {
  random: Random;
  size: Size;
  /** First and last day of the log. */
  start: number;
  end: number;
  endsOn: Day;
  matters: readonly MatterType[];
  posts: DraftPost[];
  people: DraftPerson[];
  assignments: DraftAssignment[];
  authorities: DraftAuthority[];
  delegations: DraftDelegation[];
  absences: DraftAbsence[];
  relations: DraftRelation[];
  suppliers: { code: string; name: string; trade: string }[];
  exemptions: (Span & { staffNo: string; post: string; until: number; reason: string; control: string })[];
  cases: DraftCase[];
}

export const spans = (span: Span, day: number): boolean =>
  span.from <= day && (span.until === null || day < span.until);
