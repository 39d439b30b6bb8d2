// The tables of a plan's report beside its moves: months, what is left open, forced leaves, on what it stands.
import type { Plan } from "../../../shared/contract/plan.ts";
import { addDays } from "../../../shared/domain/day.ts";
import type { ReportLanguage, ReportPart } from "../../../shared/domain/report.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { columnOf, partOf } from "./frame.ts";

type Named = { name: string; department: string };
export const placeName = (post: Named | null): string | null =>
  post ? `${post.name}（${post.department}）` : null;

export const planParts = (
  plan: Plan,
  language: ReportLanguage,
  wishes: readonly Condition[],
): ReportPart[] => [
  months(plan, language),
  open(plan, language),
  ...(plan.leaves.length + plan.unmetLeaves.length > 0 ? [leaves(plan, language)] : []),
  conditions(plan, language, wishes),
];

function months(plan: Plan, language: ReportLanguage): ReportPart {
  const column = columnOf<Plan["strip"][number]>();
  const yes = { zh: "不安排", en: "no changes" }[language];
  return partOf(language, {
    key: "months",
    title: { zh: "逐月", en: "Month by month" },
    rows: plan.strip,
    columns: [
      column("month", "月份", "Month", "code", ({ month }) => month.slice(0, 7)),
      column("closed", "不安排调动", "Closed", "text", ({ isBlackedOut }) => (isBlackedOut ? yes : null)),
      column("arrivals", "关键岗位到岗", "Arrivals", "integer", ({ arrivals }) => arrivals),
      column("people", "涉及人员", "People", "integer", ({ people }) => people),
      column("handovers", "进行中的交接", "Handovers running", "integer", ({ handovers }) => handovers),
      column("staffable", "配得齐的事项档", "Matters staffed", "integer", ({ staffable }) => staffable),
      column("judged", "验证的事项档", "Matters judged", "integer", ({ judged }) => judged),
      column("unstaffable", "配不齐的", "Not staffed", "text", ({ unstaffable }) =>
        unstaffable.length > 0
          ? unstaffable.map((name) => name[language]).join(language === "zh" ? "；" : "; ")
          : null,
      ),
    ],
  });
}

interface OpenLine {
  kind: Text;
  post: Named | null;
  person: { staffNo: string; name: string } | null;
  from: string | null;
  until: string | null;
  says: Text;
}
function open(plan: Plan, language: ReportLanguage): ReportPart {
  const column = columnOf<OpenLine>();
  const rows: OpenLine[] = [
    ...plan.specialAudits.map((it) => ({
      kind: { zh: "没有接任人选", en: "Nobody found" },
      post: it.post,
      person: it.person,
      from: it.from,
      until: it.until,
      says: it.sentence,
    })),
    ...plan.unavoidable.map((it) => ({
      kind: { zh: "无法避免的超期", en: "Overdue, unavoidably" },
      post: it.post,
      person: it.person,
      from: null,
      until: null,
      says: { zh: `${it.days} 天`, en: `${it.days} day(s)` },
    })),
    ...plan.vacancies.map((it) => ({
      kind: { zh: "无法避免的空缺", en: "Vacant, unavoidably" },
      post: it.post,
      person: null,
      from: it.from,
      until: it.until,
      says: { zh: `${it.days} 天`, en: `${it.days} day(s)` },
    })),
  ];
  return partOf(language, {
    key: "open",
    title: { zh: "未能安排", en: "Left open" },
    rows,
    columns: [
      column("kind", "类别", "Kind", "text", ({ kind }) => kind[language]),
      column("post", "岗位", "Post", "text", ({ post }) => placeName(post)),
      column("staffNo", "工号", "Staff no.", "code", ({ person }) => person?.staffNo ?? null),
      column("name", "姓名", "Name", "text", ({ person }) => person?.name ?? null),
      column("from", "自", "From", "day", ({ from }) => from),
      column("to", "至", "To", "day", ({ until }) => until && addDays(until, -1)),
      column("says", "说明", "Note", "text", ({ says }) => says[language]),
    ],
  });
}

function leaves(plan: Plan, language: ReportLanguage): ReportPart {
  type Line = Pick<Plan["leaves"][number], "person" | "post"> & Partial<Plan["leaves"][number]>;
  const column = columnOf<Line>();
  return partOf<Line>(language, {
    key: "leaves",
    title: { zh: "强制休假", en: "Forced leave" },
    rows: [...plan.leaves, ...plan.unmetLeaves],
    columns: [
      column("staffNo", "工号", "Staff no.", "code", ({ person }) => person.staffNo),
      column("name", "姓名", "Name", "text", ({ person }) => person.name),
      column("post", "岗位", "Post", "text", ({ post }) => placeName(post)),
      column("from", "自", "From", "day", ({ from }) => from ?? null),
      column("to", "至", "To", "day", ({ until }) => (until === undefined ? null : addDays(until, -1))),
      column(
        "standIn",
        "顶岗人员",
        "Stand-in",
        "text",
        ({ standIn }) => standIn?.name ?? { zh: "没有排上", en: "not placed" }[language],
      ),
    ],
  });
}

export interface Condition {
  kind: Text;
  says: Text;
}
/** On what the plan stands: wishes, surprises, what is not judged, why nothing fits, what would mend it. */
function conditions(plan: Plan, language: ReportLanguage, wishes: readonly Condition[]): ReportPart {
  const column = columnOf<Condition>();
  const list = (zh: string, en: string, lines: readonly Text[]): Condition[] =>
    lines.map((says) => ({ kind: { zh, en }, says }));
  return partOf(language, {
    key: "conditions",
    title: { zh: "条件与说明", en: "Conditions" },
    rows: [
      ...wishes,
      ...list("排不下的原因", "Why nothing fits", plan.reasons),
      ...list(
        "可放宽的条件",
        "What would mend it",
        plan.relaxations.map(({ sentence }) => sentence),
      ),
      ...list("未通过的校验", "What the validator found", plan.breaches),
      ...list("未考虑的约束", "Not considered", plan.notApplied),
    ],
    columns: [
      column("kind", "类别", "Kind", "text", ({ kind }) => kind[language]),
      column("says", "内容", "Content", "text", ({ says }) => says[language]),
    ],
  });
}
