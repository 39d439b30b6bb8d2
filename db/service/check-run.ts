// Runs the check of today: in slices, and after an import of cases and approvals only over what it touched.
import type { Context } from "../../shared/contract/call.ts";
import type { Day } from "../../shared/domain/day.ts";
import { fault } from "../../shared/domain/fault.ts";
import { type CheckResult, checkSlices } from "../../shared/rules/check.ts";
import { indexFacts } from "../../shared/rules/facts.ts";
import { recheck, touchedBy } from "../../shared/rules/touch.ts";
import type { View } from "../../shared/rules/view.ts";
import { touchedSince } from "../queries/touched.ts";
import type { Desk } from "./desk.ts";

/** The last whole answer of today, and the entry that it stands on. */
interface Last {
  path: string;
  seq: number;
  today: Day;
  result: CheckResult;
}
export interface CheckRun {
  /** @throws FaultError refused: stopped */
  run: (desk: Desk, context: Context) => Promise<CheckResult>;
}

const label = { zh: "正在核对办理记录", en: "Checking approvals" };
const stopped = () =>
  fault("refused", { zh: "已停止核对，没有写入任何内容。", en: "Check stopped; nothing was written." });

export function createCheckRun(): CheckRun {
  let last: Last | null = null;

  /** Null when more than cases and approvals has changed, or the day has: then only the whole check is right. */
  const fromLast = (desk: Desk, view: View, today: Day): CheckResult | null => {
    if (!last || last.path !== desk.store().path || last.today !== today) return null;
    const touched = touchedSince(desk.db(), last.seq);
    if (!touched) return null;
    const rules = desk.rules().map(({ rule }) => rule);
    return recheck(last.result, view, rules, touchedBy(view, touched.caseIds, touched.personIds));
  };

  const whole = async (desk: Desk, view: View, context: Context): Promise<CheckResult> => {
    const slices = checkSlices(
      view,
      desk.rules().map(({ rule }) => rule),
    );
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done) return slice.value;
      context.progress(label, slice.value.rulesDone, slice.value.rules);
      await desk.deps.breathe();
      if (context.signal.aborted) throw stopped();
    }
  };

  return {
    run: async (desk, context) => {
      context.progress(label, 0, null);
      await desk.deps.breathe();
      if (context.signal.aborted) throw stopped();
      const today = desk.today();
      const { seq } = desk.head();
      const view = indexFacts(desk.world(), today);
      const result = fromLast(desk, view, today) ?? (await whole(desk, view, context));
      last = { path: desk.store().path, seq, today, result };
      return result;
    },
  };
}
