// Handlers of the conflicts namespace: check in slices, store the difference, list, detail, overview.
import type { Handlers } from "../../shared/contract/call.ts";
import type { QuanhengContract } from "../../shared/contract/contract.ts";
import type { CheckSummary } from "../../shared/contract/workbook.ts";
import { findingSchema, identityOf } from "../../shared/domain/conflict.ts";
import { fault } from "../../shared/domain/fault.ts";
import { reconcile } from "../../shared/rules/reconcile.ts";
import { conflictsOf, conflictWriter, putCheck } from "../queries/conflicts.ts";
import { detailOf } from "./conflict-detail.ts";
import { conflictsAsked, summarised } from "./conflicts-asked.ts";
import type { Desk } from "./desk.ts";
import { createFastRun } from "./fast-run.ts";
import { overviewOf } from "./overview.ts";
import { lastOpinion, secondOpinion } from "./second-opinion.ts";

export function conflictHandlers(desk: Desk): Handlers<QuanhengContract>["conflicts"] {
  const checks = createFastRun();
  return {
    check: async (_, context) => {
      const { readOnly } = desk.store();
      if (readOnly) throw fault("refused", readOnly);
      const today = desk.today();
      const result = await checks.run(desk, today, context);
      const summary: CheckSummary = summarised(desk, desk.rules(), result, today);
      const stored = conflictsOf(desk.db(), { withClosed: true }).map(({ finding, ...rest }) => ({
        ...finding,
        ...rest,
      }));
      const { opened, updated, reopened, closed } = reconcile(
        stored,
        result.findings,
        (ruleId) => desk.ruleOf(ruleId)?.kind,
      );
      const counts = { opened: opened.length, reopened: reopened.length, closed: closed.length };
      desk.write(
        context,
        {
          action: "check",
          summary: {
            zh: `核对 ${summary.approvals} 笔办理：新增 ${counts.opened} 处，关闭 ${counts.closed} 处`,
            en: `Checked ${summary.approvals} approvals: ${counts.opened} new, ${counts.closed} closed`,
          },
          detail: {
            ...counts,
            updated: updated.length,
            rules: summary.rules,
            conflicts: summary.conflicts,
            today,
          },
        },
        ({ seq }) => {
          const writer = conflictWriter(desk.db(), seq);
          for (const one of closed)
            writer.change(one.id, identityOf(one), findingSchema.parse(one), "closed-by-facts", "closed");
          for (const { stored: one, finding } of updated)
            writer.change(one.id, identityOf(finding), finding, "open", "updated");
          for (const { stored: one, finding } of reopened)
            writer.change(one.id, identityOf(finding), finding, "open", "reopened");
          for (const finding of opened)
            writer.open(desk.deps.newId(), identityOf(finding), finding, desk.deps.now());
          putCheck(desk.db(), seq, summary);
        },
      );
      return { summary, ...counts };
    },
    secondOpinion: (_, context) => secondOpinion(desk, context),
    opinion: () => ({ opinion: lastOpinion(desk) }),
    list: ({ asOf, knownOn, withClosed }) => conflictsAsked(desk, desk.lens(asOf, knownOn), withClosed),
    detail: ({ id }) => detailOf(desk, id),
    overview: ({ asOf, knownOn }) => overviewOf(desk, desk.lens(asOf, knownOn)),
  };
}
