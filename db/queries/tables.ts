// How the row of each sheet lies in its table: the only map between domain keys and SQL columns. Over 300 lines because it is that one map.
import type { SheetKind } from "../../shared/domain/sheet-column.ts";

/** ref: integer key of an entity in SQL, its id outside; flag: 0/1; json: array of strings. */
export type Storage = "text" | "integer" | "flag" | "ref" | "json";
export interface StoredColumn {
  key: string;
  column: string;
  storage: Storage;
  /** Added to the table by a later migration: rows without it keep the digest that they were recorded with. */
  isLater?: true;
}
export interface Table {
  name: string;
  columns: readonly StoredColumn[];
}

const stored = (storage: Storage) => (key: string, column: string) => ({ key, column, storage });
const text = stored("text");
const integer = stored("integer");
const flag = stored("flag");
const ref = stored("ref");
const json = stored("json");
/** Later columns stand last, and may be null. */
const later = (column: StoredColumn): StoredColumn => ({ ...column, isLater: true });
const period = [text("from", "from_day"), text("until", "until_day")];

export const tables: Record<SheetKind, Table> = {
  departments: {
    name: "departments",
    columns: [
      text("code", "code"),
      text("name", "name"),
      ref("parentId", "parent"),
      flag("isSupervisory", "is_supervisory"),
    ],
  },
  posts: {
    name: "posts",
    columns: [
      text("code", "code"),
      text("name", "name"),
      ref("departmentId", "department"),
      text("level", "level"),
      flag("isKey", "is_key"),
      text("riskGrade", "risk_grade"),
      integer("tenureLimitMonths", "tenure_limit_months"),
      integer("headcount", "headcount"),
      integer("minStaff", "min_staff"),
      json("qualifications", "qualifications"),
      ref("successorId", "successor"),
      ...period,
    ],
  },
  duties: {
    name: "duties",
    columns: [text("code", "code"), text("name", "name"), text("type", "type"), json("implies", "implies")],
  },
  "post-duties": { name: "post_duties", columns: [ref("postId", "post"), text("duty", "duty"), ...period] },
  people: {
    name: "people",
    columns: [
      text("staffNo", "staff_no"),
      text("name", "name"),
      text("joinedOn", "joined_on"),
      text("leavesOn", "leaves_on"),
      text("grade", "grade"),
      text("site", "site"),
      flag("isSystem", "is_system"),
      text("origin", "origin"),
    ],
  },
  qualifications: {
    name: "qualifications",
    columns: [ref("personId", "person"), text("code", "code"), ...period],
  },
  assignments: {
    name: "assignments",
    columns: [
      ref("personId", "person"),
      ref("postId", "post"),
      text("kind", "kind"),
      ...period,
      text("docNo", "doc_no"),
    ],
  },
  suppliers: { name: "suppliers", columns: [text("code", "code"), text("name", "name")] },
  relations: {
    name: "relations",
    columns: [
      ref("personId", "person"),
      ref("otherPersonId", "other_person"),
      ref("supplierId", "supplier"),
      text("type", "type"),
      ...period,
    ],
  },
  absences: { name: "absences", columns: [ref("personId", "person"), ...period] },
  calendar: {
    name: "calendar",
    columns: [text("day", "day"), flag("isWorkday", "is_workday"), text("name", "name")],
  },
  matters: { name: "matters", columns: [text("code", "code"), text("name", "name"), text("area", "area")] },
  steps: {
    name: "steps",
    columns: [
      ref("matterId", "matter"),
      text("code", "code"),
      text("name", "name"),
      integer("position", "position"),
      text("duty", "duty"),
      flag("isRequired", "is_required"),
      flag("isTerminal", "is_terminal"),
    ],
  },
  authorities: {
    name: "authorities",
    columns: [
      text("code", "code"),
      ref("stepId", "step"),
      ref("postId", "post"),
      ref("personId", "person"),
      text("level", "level"),
      integer("over", "over_amount"),
      integer("upTo", "up_to_amount"),
      ...period,
      text("kind", "kind"),
      flag("isCollective", "is_collective"),
      flag("isSubDelegable", "is_sub_delegable"),
      text("docNo", "doc_no"),
    ],
  },
  delegations: {
    name: "delegations",
    columns: [
      ref("authorityId", "authority"),
      ref("fromPersonId", "from_person"),
      ref("toPersonId", "to_person"),
      ...period,
      text("docNo", "doc_no"),
      later(text("reason", "reason")),
      later(text("endReason", "end_reason")),
    ],
  },
  "authority-notes": {
    name: "authority_notes",
    columns: [
      ref("authorityId", "authority"),
      text("countersign", "countersign"),
      text("grantor", "grantor"),
      text("remark", "remark"),
    ],
  },
  responsibilities: {
    name: "responsibilities",
    columns: [
      ref("matterId", "matter"),
      ref("postId", "post"),
      text("powerType", "power_type"),
      text("basis", "basis"),
      text("body", "body"),
      text("handlingPost", "handling_post"),
      text("duties", "duties"),
      text("accountability", "accountability"),
      text("flowChart", "flow_chart"),
      text("riskPoint", "risk_point"),
      text("riskGrade", "risk_grade"),
      text("measures", "measures"),
      text("responsible", "responsible"),
      text("supervision", "supervision"),
    ],
  },
  "tenure-policies": {
    name: "tenure_policies",
    columns: [
      text("riskGrade", "risk_grade"),
      integer("limitMonths", "limit_months"),
      integer("minStayMonths", "min_stay_months"),
      integer("coolingOffMonths", "cooling_off_months"),
      integer("noticeDays", "notice_days"),
      later(integer("overlapDays", "overlap_days")),
      later(ref("postId", "post")),
    ],
  },
  exemptions: {
    name: "exemptions",
    columns: [
      ref("personId", "person"),
      ref("postId", "post"),
      ...period,
      text("reason", "reason"),
      text("compensatingControl", "compensating_control"),
      text("docNo", "doc_no"),
      later(text("approver", "approver")),
      later(text("reviewOn", "review_on")),
      later(text("endReason", "end_reason")),
    ],
  },
  cases: {
    name: "cases",
    columns: [
      text("caseNo", "case_no"),
      ref("matterId", "matter"),
      ref("departmentId", "department"),
      ref("requesterId", "requester"),
      integer("amount", "amount"),
      text("category", "category"),
      text("budgetProject", "budget_project"),
      ref("supplierId", "supplier"),
      text("method", "method"),
      flag("isChangeApproved", "is_change_approved"),
      text("openedOn", "opened_on"),
      text("closedOn", "closed_on"),
    ],
  },
  approvals: {
    name: "approvals",
    columns: [
      text("naturalKey", "natural_key"),
      ref("caseId", "case_key"),
      ref("stepId", "step"),
      ref("personId", "person"),
      ref("onBehalfOfId", "on_behalf_of"),
      ref("postId", "post"),
      text("action", "action"),
      integer("amount", "amount"),
      integer("happenedAt", "happened_at"),
      integer("recordedAt", "recorded_at"),
      text("docNo", "doc_no"),
      text("terminal", "terminal"),
      text("source", "source"),
    ],
  },
};

/** Versioned tables that are not sheets: rules, mappings, plans and their papers, operators, change sets. */
const otherTables = {
  rules: {
    name: "rules",
    columns: [
      text("ruleId", "rule_id"),
      integer("version", "version"),
      text("pack", "pack"),
      text("body", "body"),
    ],
  },
  "log-profiles": { name: "log_profiles", columns: [text("name", "name"), text("mapping", "mapping")] },
  verdicts: {
    name: "verdicts",
    columns: [
      text("conflictId", "conflict_id"),
      text("state", "state"),
      text("by", "said_by"),
      text("on", "said_on"),
      text("words", "words"),
    ],
  },
  plans: {
    name: "plans",
    columns: [text("name", "name"), integer("madeAt", "made_at"), text("body", "body")],
  },
  handovers: {
    name: "handovers",
    columns: [
      ref("giverId", "giver"),
      ref("postId", "post"),
      ref("takerId", "taker"),
      text("from", "from_day"),
      text("lastDay", "last_day"),
      text("state", "state"),
      text("body", "body"),
    ],
  },
  notices: {
    name: "notices",
    columns: [
      ref("moverId", "mover"),
      ref("recipientId", "recipient"),
      text("moveDay", "move_day"),
      text("dueOn", "due_on"),
      text("state", "state"),
      text("body", "body"),
    ],
  },
  "follow-ups": {
    name: "follow_ups",
    columns: [
      text("kind", "kind"),
      ref("personId", "person"),
      ref("postId", "post"),
      text("dueOn", "due_on"),
      text("state", "state"),
      text("body", "body"),
    ],
  },
  "control-evidence": {
    name: "control_evidence",
    columns: [
      ref("subjectId", "subject"),
      text("from", "from_day"),
      text("until", "until_day"),
      text("body", "body"),
    ],
  },
  "forced-leaves": {
    name: "forced_leaves",
    columns: [
      ref("personId", "person"),
      ref("postId", "post"),
      ref("standInId", "stand_in"),
      text("from", "from_day"),
      text("until", "until_day"),
      text("state", "state"),
      text("body", "body"),
    ],
  },
  "swap-offers": {
    name: "swap_offers",
    columns: [
      text("offerId", "offer_id"),
      ref("personId", "person"),
      ref("postId", "post"),
      text("state", "state"),
      text("body", "body"),
    ],
  },
  operators: {
    name: "operators",
    columns: [text("name", "name"), ref("personId", "person"), json("roles", "roles")],
  },
  "change-sets": {
    name: "change_sets",
    columns: [
      text("number", "number"),
      text("name", "name"),
      text("state", "state"),
      text("branchGroup", "branch_group"),
      text("day", "day"),
      text("reason", "reason"),
      text("docNo", "doc_no"),
      integer("baseSeq", "base_seq"),
      text("madeBy", "made_by"),
      integer("madeAt", "made_at"),
      flag("isCorrection", "is_correction"),
      text("effectiveDay", "effective_day"),
      integer("undoOf", "undo_of"),
      text("hand", "hand"),
      later(ref("planId", "plan")),
    ],
  },
  "change-edits": {
    name: "change_edits",
    columns: [
      ref("setId", "change_set"),
      text("key", "edit_key"),
      integer("position", "position"),
      text("body", "body"),
      text("hand", "hand"),
    ],
  },
  "change-decisions": {
    name: "change_decisions",
    columns: [
      ref("setId", "change_set"),
      text("act", "act"),
      text("by", "said_by"),
      text("hand", "hand"),
      integer("at", "said_at"),
      text("words", "words"),
      text("effect", "effect"),
    ],
  },
} satisfies Record<string, Table>;
export type TableKind = SheetKind | keyof typeof otherTables;
export const allTables: Record<TableKind, Table> = { ...tables, ...otherTables };
export const tableKinds = Object.keys(allTables) as TableKind[];
