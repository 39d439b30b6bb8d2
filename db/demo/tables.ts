// The finished unit as office tables: the header words and the text that a person would have in the file.
import type { Day } from "../../shared/domain/day.ts";
import { plainYuan } from "../../shared/domain/money.ts";
import { defaultTenurePolicies } from "../../shared/domain/rotation.ts";
import type { SheetKind } from "../../shared/domain/sheet-column.ts";
import { sheetKinds, sheetOf } from "../../shared/domain/sheets.ts";
import type { Draft, Span } from "./draft.ts";
import { calendarEntries } from "./holidays.ts";
import { departmentTypes } from "./post-types.ts";
import { qualificationsOf } from "./qualifications.ts";
import { dayAt, stampOfMoment } from "./workdays.ts";

export interface SampleTable {
  kind: SheetKind;
  /** The sheet's name, as a tab of an office file shows it. */
  name: string;
  header: string[];
  rows: string[][];
}
type Row = Readonly<Record<string, string | null>>;

const yes = (flag: boolean): string => (flag ? "是" : "否");
const money = (fen: number | null): string => (fen === null ? "" : plainYuan(fen));
const words = (kind: SheetKind, key: string, value: string | null): string => {
  if (value === null) return "";
  const choices = sheetOf(kind).columns.find((it) => it.key === key)?.choices;
  return choices?.find((it) => it.value === value)?.name.zh ?? value;
};
const days = new Map<number, Day>();
const day = (number: number | null): string => {
  if (number === null) return "";
  const known = days.get(number) ?? dayAt(number);
  days.set(number, known);
  return known;
};
const period = (span: Span): Row => ({
  from: day(span.from),
  until: span.until === null ? "" : day(span.until - 1),
});

/** Everybody works at a terminal of their own. */
export const ownTerminal = (staffNo: string): string => `PC-${staffNo.slice(1)}`;

function rowsOf(draft: Draft): Record<SheetKind, Row[]> {
  return {
    departments: departmentTypes
      .filter((it) => draft.posts.some((post) => post.type.department === it.code))
      .map((it) => ({
        code: it.code,
        name: it.name,
        parentId: "",
        isSupervisory: yes(it.isSupervisory ?? false),
      })),
    posts: draft.posts.map((it) => ({
      code: it.code,
      name: it.name,
      departmentId: it.type.department,
      level: words("posts", "level", it.type.level),
      isKey: yes(it.type.isKey),
      riskGrade: words("posts", "riskGrade", it.type.riskGrade),
      tenureLimitMonths: it.type.limitMonths === null ? "" : String(it.type.limitMonths),
      headcount: String(it.headcount),
      minStaff: it.type.isKey ? "1" : "0",
      qualifications: it.type.qualification ?? "",
      successorId: it.successor ?? "",
      ...period(it),
    })),
    duties: [],
    "post-duties": draft.posts.flatMap((it) =>
      it.type.duties.map((duty) => ({ postId: it.code, duty, ...period(it) })),
    ),
    people: draft.people.map((it) => ({
      staffNo: it.staffNo,
      name: it.name,
      joinedOn: day(it.joined),
      leavesOn: it.leaves === null ? "" : day(it.leaves - 1),
      grade: it.grade,
      site: it.site,
      isSystem: "否",
    })),
    qualifications: qualificationsOf(draft).map((it) => ({
      personId: it.staffNo,
      code: it.code,
      from: day(it.from),
      until: "",
    })),
    assignments: draft.assignments.map((it) => ({
      personId: it.staffNo,
      postId: it.post,
      kind: words("assignments", "kind", it.kind),
      docNo: it.docNo,
      ...period(it),
    })),
    suppliers: draft.suppliers.map((it) => ({ code: it.code, name: it.name })),
    relations: draft.relations.map((it) => ({
      personId: it.staffNo,
      otherPersonId: it.other,
      supplierId: it.supplier,
      type: words("relations", "type", it.type),
      ...period(it),
    })),
    absences: draft.absences.map((it) => ({ personId: it.staffNo, ...period(it) })),
    calendar: calendarEntries.map((it) => ({ day: it.day, isWorkday: yes(it.isWorkday), name: it.name })),
    matters: draft.matters.map((it) => ({
      code: it.code,
      name: it.name,
      area: words("matters", "area", it.area),
    })),
    steps: draft.matters.flatMap((matter) =>
      matter.steps.map((it, index) => ({
        matterId: matter.code,
        code: it.code,
        name: it.name,
        position: String(index + 1),
        duty: it.duty,
        isRequired: yes(!it.isOptional),
        isTerminal: yes(it.isTerminal),
      })),
    ),
    authorities: draft.authorities.map((it) => ({
      code: it.code,
      matterId: it.matter,
      stepId: it.step,
      postId: it.post,
      personId: it.staffNo,
      level: it.isCollective ? words("authorities", "level", "collective") : "",
      over: money(it.over),
      upTo: money(it.upTo),
      kind: words("authorities", "kind", it.kind),
      isCollective: yes(it.isCollective),
      isSubDelegable: yes(it.isSubDelegable),
      docNo: it.docNo,
      ...period(it),
    })),
    delegations: draft.delegations.map((it) => ({
      authorityId: it.authority,
      fromPersonId: it.giver,
      toPersonId: it.taker,
      docNo: it.docNo,
      reason: "外出期间代行",
      endReason: null,
      ...period(it),
    })),
    "authority-notes": [],
    responsibilities: [],
    "tenure-policies": defaultTenurePolicies.map((it) => ({
      riskGrade: words("tenure-policies", "riskGrade", it.riskGrade),
      limitMonths: String(it.limitMonths),
      minStayMonths: String(it.minStayMonths),
      coolingOffMonths: String(it.coolingOffMonths),
      noticeDays: String(it.noticeDays),
      overlapDays: it.overlapDays === null ? "" : String(it.overlapDays),
      postId: "",
    })),
    exemptions: draft.exemptions.map((it) => ({
      personId: it.staffNo,
      postId: it.post,
      reason: it.reason,
      compensatingControl: it.control,
      docNo: "青财党组〔2025〕9号",
      approver: "局党组会议",
      reviewOn: day(it.until - 90),
      endReason: "",
      ...period(it),
    })),
    cases: draft.cases.map((it) => ({
      caseNo: it.caseNo,
      matterId: it.matter.code,
      departmentId: it.department,
      requesterId: it.requester,
      amount: money(it.amount),
      category: it.category,
      budgetProject: it.project,
      supplierId: it.supplier,
      method: words("cases", "method", it.method),
      isChangeApproved: yes(it.isChangeApproved),
      openedOn: day(it.opened),
      closedOn: day(it.closed),
    })),
    approvals: draft.cases.flatMap((it) =>
      it.acts.map((act) => ({
        caseId: it.caseNo,
        stepId: act.step,
        personId: act.staffNo,
        onBehalfOfId: act.behalfOf,
        postId: act.post,
        action: words("approvals", "action", act.action),
        amount: money(act.amount),
        happenedAt: stampOfMoment(act.happened),
        recordedAt: stampOfMoment(act.recorded),
        docNo: act.docNo,
        terminal: act.terminal ?? ownTerminal(act.staffNo),
      })),
    ),
  };
}

/** One table a kind in the order of import; kinds without rows are left out. */
export function tablesOf(draft: Draft): SampleTable[] {
  const rows = rowsOf(draft);
  return sheetKinds.flatMap((kind) => {
    const { name, columns } = sheetOf(kind);
    if (rows[kind].length === 0) return [];
    return [
      {
        kind,
        name: name.zh,
        header: columns.map((it) => it.name.zh),
        rows: rows[kind].map((row) => columns.map((it) => row[it.key] ?? "")),
      },
    ];
  });
}
