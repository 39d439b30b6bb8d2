// The tenure ledger (轮岗台账) as a report.

import type { LedgerLineRow } from "../../../shared/contract/tenure.ts";
import type { ReportDocument } from "../../../shared/domain/report.ts";
import type { TenureState } from "../../../shared/domain/rotation.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { Desk } from "../desk.ts";
import { ledgerRows } from "../tenure/ledger-rows.ts";
import { type Asked, columnOf, reportOf, statedLens } from "./frame.ts";

export const stateWords: Record<TenureState, Text> = {
  normal: { zh: "正常", en: "Normal" },
  warning: { zh: "预警", en: "Warning" },
  near: { zh: "临期", en: "Near" },
  due: { zh: "到期", en: "Due" },
  overdue: { zh: "超期", en: "Overdue" },
  exempt: { zh: "豁免", en: "Exempt" },
  rotated: { zh: "已轮岗", en: "Rotated" },
};
const grades: Record<string, Text> = {
  high: { zh: "高", en: "High" },
  medium: { zh: "中", en: "Medium" },
  low: { zh: "低", en: "Low" },
};

const sources: Record<LedgerLineRow["policy"]["source"], Text> = {
  own: { zh: "本岗位专定", en: "for this post" },
  post: { zh: "随岗位登记", en: "kept with the post" },
  grade: { zh: "按风险等级", en: "by risk grade" },
  none: { zh: "未定", en: "not set" },
};

interface LedgerFilter {
  states: readonly TenureState[];
  department: string | null;
  concernsOnly: boolean;
}
const everything: LedgerFilter = { states: [], department: null, concernsOnly: false };
const isAdmitted =
  ({ states, department, concernsOnly }: LedgerFilter) =>
  ({ state, post, concerns }: LedgerLineRow): boolean =>
    (states.length === 0 || states.includes(state)) &&
    (department === null || post.department === department) &&
    (!concernsOnly || concerns.length > 0);

export function tenureReport(
  desk: Desk,
  { language, asOf, knownOn, ledger = everything }: Asked & { ledger?: LedgerFilter },
): ReportDocument {
  const lens = desk.lens(asOf, knownOn);
  const column = columnOf<LedgerLineRow>();
  const { states, department, concernsOnly } = ledger;
  return reportOf(desk, language, {
    kind: "tenure",
    title: { zh: "轮岗（任期）台账", en: "Tenure ledger" },
    filters: [
      ...statedLens(lens),
      ...(states.length > 0
        ? [
            {
              name: { zh: "状态", en: "State" },
              value: states.map((state) => stateWords[state][language]).join(language === "zh" ? "、" : ", "),
            },
          ]
        : []),
      ...(department === null ? [] : [{ name: { zh: "部门", en: "Department" }, value: department }]),
      ...(concernsOnly ? [{ name: { zh: "待核", en: "To look at" }, value: "✓" }] : []),
    ],
    withRules: false,
    rows: ledgerRows(desk, lens).filter(isAdmitted(ledger)),
    notes: [
      {
        zh: "任期上限依据本单位轮岗政策；连续任职含更名岗位、代理与兼任，间断不足 12 个月连续计算。到期日当日为到期，次日起为超期。待核事项只作提示，不是认定。",
        en: "Limits are the unit's own rotation policy. Renamed posts, acting and concurrent service count; gaps under 12 months do not break a term. The due day itself is due, the next day overdue. What is to be looked at is a hint, not a finding.",
      },
    ],
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("department", "部门", "Department", "text", (row) => row.post.department),
      column("staffNo", "工号", "Staff no.", "code", (row) => row.person.staffNo),
      column("name", "姓名", "Name", "text", (row) => row.person.name),
      column("postCode", "岗位编码", "Post code", "code", (row) => row.post.code),
      column("post", "岗位", "Post", "text", (row) => row.post.name),
      column("risk", "风险等级", "Risk grade", "text", (row) =>
        row.riskGrade ? (grades[row.riskGrade]?.[language] ?? "") : "",
      ),
      column("startedOn", "任现岗起始日期", "In post since", "day", (row) => row.startedOn),
      column("limit", "轮岗周期（月）", "Limit (months)", "integer", (row) => row.limitMonths),
      column("dueOn", "应轮岗日期", "Due on", "day", (row) => row.dueOn),
      column("state", "状态", "State", "text", (row) => stateWords[row.state][language]),
      column("daysLeft", "距到期（天）", "Days left", "integer", (row) => row.daysLeft),
      column("exemptTo", "豁免至", "Exempt to", "day", (row) => row.exemption?.last ?? null),
      column("leftOn", "离任日期", "Left on", "day", (row) => row.leftOn),
      column(
        "policy",
        "周期依据（本单位规定）",
        "Source (the unit's own rule)",
        "text",
        (row) => sources[row.policy.source][language],
      ),
      column("concerns", "待核事项", "To be looked at", "text", (row) =>
        row.concerns.map(({ sentence }) => sentence[language]).join(language === "zh" ? "；" : "; "),
      ),
    ],
  });
}
