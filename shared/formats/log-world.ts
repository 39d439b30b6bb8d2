// A log alone as a World: one matter, each activity a step with its duty, people known by the log only.
import type { Approval, Case } from "../domain/approval.ts";
import type { Step } from "../domain/authority.ts";
import type { Instant } from "../domain/day.ts";
import { builtInDuties, type Duty } from "../domain/duty.ts";
import type { Person, Supplier } from "../domain/organisation.ts";
import { sameText } from "../domain/text.ts";
import type { Settings, World } from "../domain/world.ts";
import type { LogMapping, LogRow } from "./event-log.ts";

export const logMatterId = "log:matter";
/** The duty that an activity is by itself. */
export const ownDuty = (activity: string): string => `log:${activity}`;
export const dutyOfActivity = (mapping: Pick<LogMapping, "duties">, activity: string): string => {
  const given = mapping.duties === "own" ? undefined : mapping.duties[activity];
  return given || ownDuty(activity);
};
/** The record number of an approval that `logWorld` made. */
export const recordOf = (approvalId: string): number => Number(approvalId.replace("log:", ""));

const dutyNamed = (code: string, activity: string): Duty => ({
  code,
  name: sameText(activity),
  // Implies nothing by its type: only what the rule names is compared.
  type: "execute",
  implies: [],
});

/**
 * Rows without case or activity are left out. A row whose time cannot be read stands at the time of the readable
 * row before it (the start of 1970 if none), so set meaning is exact and order is the best that the log can tell.
 * Natural keys come from content and occurrence: the same file twice gives the same keys.
 */
export function logWorld(
  rows: Iterable<LogRow>,
  mapping: Pick<LogMapping, "duties">,
  settings: Settings & { source?: string; matterName?: string },
): World {
  const cases = new Map<string, Case>();
  const steps = new Map<string, Step>();
  const people = new Map<string, Person>();
  const suppliers = new Map<string, Supplier>();
  const duties = new Map(builtInDuties.map((duty) => [duty.code, duty]));
  const approvals: Approval[] = [];
  const occurrences = new Map<string, number>();
  let lastTime: Instant = 0;
  for (const row of rows) {
    if (row.caseNo === null || row.activity === null) continue;
    const { caseNo, activity, person } = row;
    const known = cases.get(caseNo) ?? emptyCase(caseNo);
    cases.set(caseNo, known);
    if (row.amount !== null) known.amount = Math.max(known.amount ?? row.amount, row.amount);
    if (row.supplier !== null) {
      const supplier = { id: `log:supplier:${row.supplier}`, code: row.supplier, name: row.supplier };
      suppliers.set(row.supplier, supplier);
      known.supplierId ??= supplier.id;
    }
    const duty = dutyOfActivity(mapping, activity);
    if (!duties.has(duty)) duties.set(duty, dutyNamed(duty, activity));
    if (!steps.has(activity)) steps.set(activity, stepOf(activity, duty));
    if (person !== null && !people.has(person)) people.set(person, personOf(person));
    lastTime = row.time ?? lastTime;
    const content = JSON.stringify([caseNo, activity, person, row.time]);
    const occurrence = (occurrences.get(content) ?? 0) + 1;
    occurrences.set(content, occurrence);
    approvals.push({
      id: `log:${row.record}`,
      naturalKey: `${content}#${occurrence}`,
      caseId: known.id,
      stepId: stepOf(activity, duty).id,
      personId: person === null ? null : personOf(person).id,
      onBehalfOfId: null,
      postId: null,
      action: "execute",
      amount: row.amount,
      happenedAt: lastTime,
      recordedAt: null,
      docNo: null,
      terminal: null,
      source: settings.source ?? "log",
    });
  }
  return {
    settings: { unitName: settings.unitName, timeZone: settings.timeZone },
    ...emptyFacts(),
    people: [...people.values()],
    suppliers: [...suppliers.values()],
    duties: [...duties.values()],
    matters: [{ id: logMatterId, code: "log", name: settings.matterName || "导入的日志", area: "cross" }],
    steps: [...steps.values()],
    cases: [...cases.values()],
    approvals,
  };
}

const stepOf = (activity: string, duty: string): Step => ({
  id: `log:step:${activity}`,
  matterId: logMatterId,
  code: activity,
  name: activity,
  position: 1,
  duty,
  isRequired: false,
  isTerminal: false,
});
const personOf = (name: string): Person => ({
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
const emptyCase = (caseNo: string): Case => ({
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
const emptyFacts = () => ({
  departments: [],
  posts: [],
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
