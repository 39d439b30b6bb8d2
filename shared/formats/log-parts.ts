// The rows that a log alone can make: what it does not say stays empty.
import type { Case } from "../domain/approval.ts";
import type { Step } from "../domain/authority.ts";
import type { Duty } from "../domain/duty.ts";
import type { Department, Person, Post, Supplier } from "../domain/organisation.ts";
import { sameText } from "../domain/text.ts";

export const logMatterId = "log:matter";

export const dutyNamed = (code: string, activity: string): Duty => ({
  code,
  name: sameText(activity),
  // Implies nothing by its type: only what the rule names is compared.
  type: "execute",
  implies: [],
});

// Without an order every step has one place: nothing is said about which comes first.
export const stepOf = (activity: string, duty: string, place: number | null): Step => ({
  id: `log:step:${activity}`,
  matterId: logMatterId,
  code: activity,
  name: activity,
  position: place === null ? 1 : place + 2,
  duty,
  isRequired: place !== null,
  isTerminal: false,
});
export const personOf = (name: string): Person => ({
  id: `log:person:${name}`,
  staffNo: name,
  name,
  joinedOn: null,
  leavesOn: null,
  grade: null,
  site: null,
  isSystem: false,
  origin: "log",
});
export const supplierOf = (name: string): Supplier => ({ id: `log:supplier:${name}`, code: name, name });
/** A log tells where somebody acted, not in which post: one post stands for each department. Its level means nothing. */
export const postOf = (department: string): Post => ({
  id: `log:post:${department}`,
  code: department,
  name: department,
  departmentId: `log:department:${department}`,
  level: "handler",
  isKey: false,
  riskGrade: null,
  tenureLimitMonths: null,
  headcount: 1,
  minStaff: 0,
  qualifications: [],
  successorId: null,
  from: "1900-01-01",
  until: null,
});
export const departmentOf = ({ departmentId, name }: Post): Department => ({
  id: departmentId,
  code: name,
  name,
  parentId: null,
  isSupervisory: false,
});
export const emptyCase = (caseNo: string): Case => ({
  id: `log:case:${caseNo}`,
  caseNo,
  matterId: logMatterId,
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
});
export const emptyFacts = () => ({
  postDuties: [],
  qualifications: [],
  assignments: [],
  relations: [],
  absences: [],
  calendar: [],
  authorities: [],
  delegations: [],
  tenurePolicies: [],
  exemptions: [],
});
