// Conflicts as asked for: those stored by the last check, or the answer as of another day, computed and not stored.
import type { ConflictRow } from "../../shared/contract/conflicts.ts";
import type { CheckSummary } from "../../shared/contract/workbook.ts";
import { type Finding, identityOf } from "../../shared/domain/conflict.ts";
import type { Day } from "../../shared/domain/day.ts";
import type { World } from "../../shared/domain/world.ts";
import { type CheckResult, checkView } from "../../shared/rules/check.ts";
import { conflictsOf } from "../queries/conflicts.ts";
import { conflictRows, inTriageOrder } from "./conflict-rows.ts";
import { type Desk, type Lens, ruleAmong } from "./desk.ts";
import { viewOf } from "./kept-view.ts";
import { summaryOf } from "./workbook.ts";

export const summarised = (
  desk: Desk,
  rules: Lens["rules"],
  result: Omit<CheckResult, "undecided">,
  today: Day,
): CheckSummary => ({
  at: desk.deps.now(),
  today,
  rules: result.rulesApplied,
  approvals: result.approvals,
  conflicts: result.findings.length,
  notYetJudged: result.notYetJudged,
  notApplicable: result.notApplicable.map(({ ruleId, reason }) => ({
    ruleId,
    title: ruleAmong(rules, ruleId)?.title ?? { zh: ruleId, en: ruleId },
    reason,
  })),
  judgedElsewhere: result.judgedElsewhere.map(({ ruleId, by }) => ({
    ruleId,
    title: ruleAmong(rules, ruleId)?.title ?? { zh: ruleId, en: ruleId },
    by,
  })),
});

// The answer as of a day costs a whole check: the last one is kept while the world stays the same.
const kept = new WeakMap<World, { day: Day; result: CheckResult }>();
function checkAsOf({ world, rules, day }: Lens): CheckResult {
  const known = kept.get(world);
  if (known?.day === day) return known.result;
  const result = checkView(
    viewOf(world, day),
    rules.map(({ rule }) => rule),
  );
  kept.set(world, { day, result });
  return result;
}

/** Ids of answers that are not stored say what they were asked of: day, day known (or nothing), identity. */
const askedId = ({ day, knownOn }: Lens, finding: Finding): string =>
  `${day}~${knownOn ?? ""}:${identityOf(finding)}`;
export function askedFinding(desk: Desk, id: string): { finding: Finding; lens: Lens } | null {
  const asked = /^(\d{4}-\d{2}-\d{2})~(\d{4}-\d{2}-\d{2})?:(.*)$/s.exec(id);
  if (!asked?.[1]) return null;
  const lens = desk.lens(asked[1], asked[2] ?? null);
  const finding = checkAsOf(lens).findings.find((one) => identityOf(one) === asked[3]);
  return finding ? { finding, lens } : null;
}

export function conflictsAsked(
  desk: Desk,
  lens: Lens,
  withClosed: boolean,
): { rows: ConflictRow[]; summary: CheckSummary | null } {
  if (lens.isNow) {
    const stored = conflictsOf(desk.db(), { withClosed });
    return {
      rows: inTriageOrder(conflictRows(desk, lens, stored)),
      summary: summaryOf(desk)?.summary ?? null,
    };
  }
  const result = checkAsOf(lens);
  const shown = result.findings.map((finding) => ({
    id: askedId(lens, finding),
    finding,
    state: "open" as const,
    firstSeen: null,
  }));
  return {
    rows: inTriageOrder(conflictRows(desk, lens, shown)),
    summary: summarised(desk, lens.rules, result, lens.day),
  };
}
