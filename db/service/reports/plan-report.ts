// A rotation plan with the reason of every move as a report.
import type { PlanMove } from "../../../shared/contract/plan.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { ReportDocument, ReportLanguage } from "../../../shared/domain/report.ts";
import type { Desk } from "../desk.ts";
import { storedPlan, storedPlans } from "../rotation/stored-plans.ts";
import { columnOf, reportOf } from "./frame.ts";

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
  const named = (post: PlanMove["to"]): string | null => (post ? `${post.name}(${post.department})` : null);
  return reportOf(desk, language, {
    kind: "plan",
    title: { zh: `轮岗方案：${plan.name.zh}`, en: `Rotation plan: ${plan.name.en}` },
    filters: [
      { name: { zh: "方案期", en: "Horizon" }, value: `${plan.from} – ${plan.until}` },
      { name: { zh: "种子与工作量", en: "Seed and work units" }, value: `${plan.seed} / ${plan.units}` },
      {
        name: { zh: "关键岗位到岗数 / 下限", en: "Arrivals / lower bound" },
        value: `${plan.cost ?? "—"} / ${plan.lowerBound}`,
      },
    ],
    withRules: true,
    rows: plan.moves,
    notes: [
      ...plan.unavoidable.map(({ post, person, days }) => ({
        zh: `${post.name} ${person.name} 有 ${days} 天超期，任何方案都无法避免。`,
        en: `${post.name}, ${person.name}: ${days} overdue day(s) that no plan can avoid.`,
      })),
      ...plan.reasons,
      ...plan.notApplied,
      ...plan.breaches,
    ],
    columns: [
      column("no", "序号", "No.", "integer", (_, index) => index + 1),
      column("day", "调动日期", "Day", "day", (row) => row.day),
      column("chain", "链", "Chain", "integer", (row) => row.chain),
      column("staffNo", "工号", "Staff no.", "code", (row) => row.person.staffNo),
      column("name", "姓名", "Name", "text", (row) => row.person.name),
      column("from", "现任岗位", "From", "text", (row) => named(row.from)),
      column("to", "拟任岗位", "To", "text", (row) => named(row.to)),
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
