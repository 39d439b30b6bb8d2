// Conflicts as asked for: those stored by the last check, or the answer as of another day, computed and not stored.
import type { ConflictRow } from "../../shared/contract/conflicts.ts";
import type { CheckSummary } from "../../shared/contract/workbook.ts";
import { identityOf } from "../../shared/domain/conflict.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { type CheckResult, check } from "../../shared/rules/check.ts";
import { conflictsOf } from "../queries/conflicts.ts";
import { conflictRows } from "./conflict-rows.ts";
import type { Desk } from "./desk.ts";
import { summaryOf } from "./workbook.ts";

export const summarised = (desk: Desk, result: CheckResult, today: Day): CheckSummary => ({
  at: desk.deps.now(),
  today,
  rules: result.rulesApplied,
  approvals: result.approvals,
  conflicts: result.findings.length,
  notYetJudged: result.notYetJudged,
  notApplicable: result.notApplicable.map(({ ruleId, reason }) => ({
    ruleId,
    title: desk.ruleOf(ruleId)?.title ?? { zh: ruleId, en: ruleId },
    reason,
  })),
});

// The answer as of a day costs a whole check: the last one is kept while the world stays the same.
const kept = new WeakMap<World, { day: Day; result: CheckResult }>();
export function checkAsOf(desk: Desk, day: Day): CheckResult {
  const world = desk.world();
  const known = kept.get(world);
  if (known?.day === day) return known.result;
  const result = check(
    world,
    desk.rules().map(({ rule }) => rule),
    day,
  );
  kept.set(world, { day, result });
  return result;
}

export function conflictsAsked(
  desk: Desk,
  asOf: Day | null,
  withClosed: boolean,
): { rows: ConflictRow[]; summary: CheckSummary | null } {
  if (asOf === null || asOf === desk.today()) {
    const stored = conflictsOf(desk.db(), { withClosed });
    return { rows: conflictRows(desk, desk.world(), stored), summary: summaryOf(desk)?.summary ?? null };
  }
  const result = checkAsOf(desk, asOf);
  const shown = result.findings.map((finding) => ({
    id: `${asOf}:${identityOf(finding)}`,
    finding,
    state: "open" as const,
    firstSeen: null,
  }));
  return { rows: conflictRows(desk, desk.world(), shown), summary: summarised(desk, result, asOf) };
}
