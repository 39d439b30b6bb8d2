// The fire drill over the workbook's own log: it breathes between two cases, tells how far it is, and can be stopped.
import type { Context, OutputOf, ParsedInputOf } from "../../../shared/contract/call.ts";
import type { QuanhengContract } from "../../../shared/contract/contract.ts";
import { daysBetween } from "../../../shared/domain/day.ts";
import { fault } from "../../../shared/domain/fault.ts";
import type { Text } from "../../../shared/domain/text.ts";
import { bindingRules } from "../../../shared/rules/analysis/demands.ts";
import { drill, type Stall } from "../../../shared/rules/staffing/drill.ts";
import { drillSolver } from "../../../shared/staffing/drill-solver.ts";
import type { Desk } from "../desk.ts";
import { viewOf } from "../kept-view.ts";

type DrillCall = QuanhengContract["staffing"]["drill"];
type Answer = OutputOf<DrillCall>;

/** What one question may spend: cases have a dozen acts, so this is plenty. */
const workPerQuestion = 200_000;
const label: Text = { zh: "正在重演业务件", en: "Replaying the cases" };

/** @throws FaultError invalid, of people who are not there and empty periods; refused, when it was stopped */
export async function runDrill(
  desk: Desk,
  { absences, from, until }: ParsedInputOf<DrillCall>,
  context: Context,
): Promise<Answer> {
  const world = desk.world();
  const view = viewOf(world, desk.today());
  for (const { personId } of absences)
    if (!view.people.has(personId))
      throw fault("invalid", {
        zh: "要抽走的人不在名册中。请刷新后重选。",
        en: "Somebody to be taken out is not on the roster. Refresh and choose again.",
      });
  if ([{ from, until }, ...absences].some((period) => period.from >= period.until))
    throw fault("invalid", {
      zh: "起始日应早于终止日。请改日期。",
      en: "The first day must come before the last. Change the days.",
    });
  const rules = bindingRules(
    view,
    desk.rules().map(({ rule }) => rule),
  );
  const run = drill(view, rules, { absences, period: { from, until } }, drillSolver(workPerQuestion));
  for (;;) {
    const next = run.next();
    if (next.done) {
      const { cases, stalls, undecided } = next.value;
      const stalled = stalls.map((stall) => shown(stall, until));
      const stuck = new Set(stalled.map(({ caseId }) => caseId));
      return {
        cases,
        carriedOn: cases - stuck.size - undecided,
        undecided,
        stalled,
        bySteps: bySteps(stalled),
      };
    }
    context.progress(label, next.value, null);
    await desk.deps.breathe();
    if (context.signal.aborted)
      throw fault("refused", {
        zh: "已停止演练，没有写入任何内容。",
        en: "The drill was stopped; nothing was written.",
      });
  }

  function shown(stall: Stall, end: string): Answer["stalled"][number] {
    return {
      caseId: stall.case.id,
      caseNo: stall.case.caseNo,
      matter: view.matters.get(stall.case.matterId)?.name ?? "",
      amount: stall.case.amount,
      step: stall.step.name,
      from: stall.from,
      until: stall.until,
      days: Math.max(0, daysBetween(stall.from, stall.until ?? end)),
      why: whyOf(stall),
    };
  }
}

function whyOf({ barred, rules }: Stall): Text {
  if (barred.length === 0)
    return {
      zh: "除已抽走和缺勤的人外，当日无人有权办理。",
      en: "Beside those taken out or absent, nobody may do it that day.",
    };
  const names = (language: "zh" | "en"): string =>
    rules.map(({ title }) => title[language]).join(language === "zh" ? "、" : "; ");
  return {
    zh: `尚有 ${barred.length} 人有权办理，但在本件中都受规则所限：${names("zh")}。`,
    en: `${barred.length} more may do it, but in this case rules are in their way: ${names("en")}.`,
  };
}

/** Most days first. */
function bySteps(stalled: Answer["stalled"]): Answer["bySteps"] {
  const rows = new Map<string, Answer["bySteps"][number]>();
  for (const { matter, step, days } of stalled) {
    const key = JSON.stringify([matter, step]);
    const row = rows.get(key) ?? { matter, step, cases: 0, days: 0 };
    rows.set(key, { ...row, cases: row.cases + 1, days: row.days + days });
  }
  return [...rows.values()].sort((a, b) => b.days - a.days || b.cases - a.cases);
}
