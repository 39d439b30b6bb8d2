// Rows of a workbook with plain defaults, for tests: the id comes first, what the test is about second. One builder a table, so it is long.
import type { Approval, Case } from "../../shared/domain/approval.ts";
import type { Authority, Delegation, Matter, Step } from "../../shared/domain/authority.ts";
import { type Day, type Instant, instantOf } from "../../shared/domain/day.ts";
import { builtInDuties, type Duty } from "../../shared/domain/duty.ts";
import type {
  Absence,
  Assignment,
  CalendarDay,
  Department,
  Person,
  Post,
  PostDuty,
  Qualification,
  Relation,
  Supplier,
} from "../../shared/domain/organisation.ts";
import type { Exemption, TenurePolicy } from "../../shared/domain/rotation.ts";
import type { Rule, RuleOf } from "../../shared/domain/rule.ts";
import { type Kind, kindSchemas } from "../../shared/domain/rule-kinds.ts";
import type { World } from "../../shared/domain/world.ts";

export const zone = "Asia/Shanghai";
/** The instant of a wall clock in Asia/Shanghai: `at("2026-03-05", "14:05")`; noon by default. */
export const at = (day: Day, clock = "12:00"): Instant => instantOf(day, clock, zone);

const always = { from: "2020-01-01", until: null };

export const department = (id: string, given: Partial<Department> = {}): Department => ({
  id,
  code: id,
  name: id,
  parentId: null,
  isSupervisory: false,
  ...given,
});

/** An ordinary post of department `d1`, in force since 2020. */
export const post = (id: string, given: Partial<Post> = {}): Post => ({
  id,
  code: id,
  name: id,
  departmentId: "d1",
  level: "handler",
  isKey: false,
  riskGrade: null,
  tenureLimitMonths: null,
  headcount: 1,
  minStaff: 1,
  qualifications: [],
  successorId: null,
  ...always,
  ...given,
});

export const postDuty = (
  id: string,
  postId: string,
  duty: string,
  given: Partial<PostDuty> = {},
): PostDuty => ({
  id,
  postId,
  duty,
  ...always,
  ...given,
});

export const person = (id: string, given: Partial<Person> = {}): Person => ({
  id,
  staffNo: id,
  name: id,
  joinedOn: null,
  leavesOn: null,
  grade: null,
  site: null,
  isSystem: false,
  origin: "roster",
  ...given,
});

export const assignment = (
  id: string,
  personId: string,
  postId: string,
  given: Partial<Assignment> = {},
): Assignment => ({ id, personId, postId, kind: "substantive", docNo: null, ...always, ...given });

/** Between two persons unless `supplierId` is given. */
export const relation = (id: string, personId: string, given: Partial<Relation>): Relation => ({
  id,
  personId,
  otherPersonId: null,
  supplierId: null,
  type: "spouse",
  ...always,
  ...given,
});

export const absence = (id: string, personId: string, from: Day, until: Day | null): Absence => ({
  id,
  personId,
  from,
  until,
});

export const qualification = (
  id: string,
  personId: string,
  code: string,
  given: Partial<Qualification> = {},
): Qualification => ({ id, personId, code, ...always, ...given });

/** An exception of the calendar, a day off unless said otherwise. */
export const calendarDay = (day: Day, isWorkday = false): CalendarDay => ({
  id: day,
  day,
  isWorkday,
  name: null,
});

export const supplier = (id: string): Supplier => ({ id, code: id, name: id });

export const duty = (
  code: string,
  type: Duty["type"] = "execute",
  implies: readonly string[] = [],
): Duty => ({
  code,
  name: { zh: code, en: code },
  type,
  implies: [...implies],
});

export const matter = (id: string, given: Partial<Matter> = {}): Matter => ({
  id,
  code: id,
  name: id,
  area: "gov_proc",
  ...given,
});

/** A required step at `position` that does `dutyCode`. */
export const step = (
  id: string,
  matterId: string,
  position: number,
  dutyCode: string,
  given: Partial<Step> = {},
): Step => ({
  id,
  matterId,
  code: id,
  name: id,
  position,
  duty: dutyCode,
  isRequired: true,
  isTerminal: false,
  ...given,
});

/** Holds for any amount since 2020; give `postId` or `personId`. */
export const authority = (id: string, stepId: string, given: Partial<Authority>): Authority => ({
  id,
  code: id,
  stepId,
  postId: null,
  personId: null,
  level: null,
  kind: given.personId ? "special" : "general",
  over: null,
  upTo: null,
  isCollective: false,
  isSubDelegable: false,
  docNo: null,
  ...always,
  ...given,
});

export const delegation = (
  id: string,
  authorityId: string,
  fromPersonId: string,
  toPersonId: string,
  given: Partial<Delegation> = {},
): Delegation => ({
  id,
  authorityId,
  fromPersonId,
  toPersonId,
  docNo: null,
  reason: null,
  endReason: null,
  ...always,
  ...given,
});

export const caseOf = (id: string, matterId: string, given: Partial<Case> = {}): Case => ({
  id,
  caseNo: id,
  matterId,
  departmentId: null,
  requesterId: null,
  amount: null,
  category: null,
  budgetProject: null,
  supplierId: null,
  method: null,
  isChangeApproved: false,
  openedOn: null,
  closedOn: null,
  ...given,
});

/** An approving act; its natural key is its id. */
export const approval = (
  id: string,
  caseId: string,
  stepId: string,
  personId: string | null,
  happenedAt: Instant,
  given: Partial<Approval> = {},
): Approval => ({
  id,
  naturalKey: id,
  caseId,
  stepId,
  personId,
  onBehalfOfId: null,
  postId: null,
  action: "approve",
  amount: null,
  happenedAt,
  recordedAt: null,
  docNo: null,
  terminal: null,
  source: "test",
  ...given,
});

export const tenurePolicy = (id: string, given: Partial<TenurePolicy> = {}): TenurePolicy => ({
  id,
  riskGrade: "high",
  limitMonths: 36,
  minStayMonths: 12,
  coolingOffMonths: 24,
  noticeDays: 30,
  overlapDays: null,
  postId: null,
  ...given,
});

export const exemption = (
  id: string,
  personId: string,
  postId: string,
  from: Day,
  until: Day,
): Exemption => ({
  id,
  personId,
  postId,
  from,
  until,
  reason: "test",
  compensatingControl: "test",
  docNo: null,
  approver: null,
  reviewOn: null,
  endReason: null,
});

/** An empty workbook in Asia/Shanghai with the built-in duties; `given` fills the tables. */
export const world = (given: Partial<World> = {}): World => ({
  settings: { unitName: "test", timeZone: zone },
  departments: [],
  posts: [],
  postDuties: [],
  people: [],
  qualifications: [],
  assignments: [],
  relations: [],
  absences: [],
  calendar: [],
  suppliers: [],
  duties: [...builtInDuties],
  matters: [],
  steps: [],
  authorities: [],
  delegations: [],
  cases: [],
  tenurePolicies: [],
  exemptions: [],
  approvals: [],
  ...given,
});

/** A rule of version 1, in force always and everywhere, severity high; parameters get the schema's defaults. */
export function rule<K extends Kind>(
  id: string,
  kind: K,
  parameters: (typeof kindSchemas)[K]["_zod"]["input"],
  given: Partial<Omit<Rule, "kind" | "parameters">> = {},
): RuleOf<K> {
  const made = {
    id,
    version: 1,
    area: "cross",
    title: { zh: id, en: id },
    plain: { zh: id, en: id },
    severity: "high",
    citation: { source: "test", mark: "unit", authority: "unit_rule" },
    scope: { areas: null, matters: null },
    effect: null,
    sameCheckAs: null,
    inForce: { from: null, until: null },
    ...given,
    kind,
    parameters: kindSchemas[kind].parse(parameters),
  };
  return made as unknown as RuleOf<K>;
}
