// A rotation plan with the reason of every move as a report.
import type { PlanMove } from "../../../shared/contract/plan.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { Desk } from "../desk.ts";
import { storedPlan, storedPlans } from "../rotation/stored-plans.ts";
import { columnOf, reportOf } from "./frame.ts";
import { conditionsOf } from "./plan-conditions.ts";
import { placeName, planParts } from "./plan-parts.ts";

const statusWords = {
  planned: { zh: "可行", en: "valid" },
  impossible: { zh: "已证明排不出", en: "proved impossible" },
  undecided: { zh: "尚未排出", en: "undecided" },
} as const;

/** @throws FaultError missing: no plan has been made */
export function planReport(
  desk: Desk,
  { language, planId }: { language: ReportLanguage; planId: string | null },
): ReportDocument {
  const plan = planId === null ? storedPlans(desk)[0] : storedPlan(desk, planId);
  if (!plan)
    throw fault("missing", {
      zh: "还没有轮岗方案。请先在“轮岗”页生成。",
      en: "There is no rotation plan yet: make one first.",
    });
  const column = columnOf<PlanMove>();
  return reportOf(desk, language, {
    kind: "plan",
    title: { zh: `轮岗方案：${plan.name.zh}`, en: `Rotation plan: ${plan.name.en}` },
    filters: [
      { name: { zh: "方案期", en: "Horizon" }, value: `${plan.from} – ${plan.until}` },
      { name: { zh: "结果", en: "Result" }, value: statusWords[plan.status][language] },
      { name: { zh: "种子与工作量", en: "Seed and work units" }, value: `${plan.seed} / ${plan.units}` },
      {
        name: { zh: "关键岗位到岗数 / 下限", en: "Arrivals / lower bound" },
        value: `${plan.cost ?? "—"} / ${plan.lowerBound}`,
      },
    ],
    withRules: true,
    rows: plan.moves,
    notes: [
      ...(plan.isByHand
        ? [{ zh: "本方案由手工调整而成。", en: "This plan was drawn by hand from another." }]
        : []),
      {
        zh: "调动日期为到任日；接任人先到岗，与原任重叠交接后原任方离岗。",
        en: "The day is that of arrival: a successor arrives first, and the holder leaves after the overlap.",
      },
      ...plan.breaches,
    ],
    parts: planParts(plan, language, conditionsOf(desk.world(), plan)),
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("day", "调动日期", "Day", "day", (row) => row.day),
      column("chain", "链", "Chain", "integer", (row) => row.chain),
      column("staffNo", "工号", "Staff no.", "code", (row) => row.person.staffNo),
      column("name", "姓名", "Name", "text", (row) => row.person.name),
      column("fromCode", "现任岗位编码", "From (code)", "code", (row) => row.from?.code ?? null),
      column("from", "现任岗位", "From", "text", (row) => placeName(row.from)),
      column("toCode", "拟任岗位编码", "To (code)", "code", (row) => row.to?.code ?? null),
      column("to", "拟任岗位", "To", "text", (row) => placeName(row.to)),
      column("reason", "理由", "Reason", "text", (row) => row.reason[language]),
      column(
        "alternatives",
        "其他人选",
        "Alternatives",
        "text",
        (row) => row.alternatives?.[language] ?? null,
      ),
    ],
  });
}
