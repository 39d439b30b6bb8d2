// What today's conflicts do not list, or list only as a note, by reason.
import type { Passed } from "../../shared/contract/explain.ts";
import type { Text } from "../../shared/domain/text.ts";
import { type PassedLine, passedOver } from "../../shared/rules/explain/passed-over.ts";
import { effectOf } from "../../shared/rules/gate.ts";
import { conflictsOf } from "../queries/conflicts.ts";
import { verdictsOf } from "../queries/verdicts.ts";
import type { Desk } from "./desk.ts";
import { viewOf } from "./kept-view.ts";
import { summaryOf } from "./workbook.ts";

type Line = Passed["lines"][number];
const counted = (reason: Passed["reason"], lines: Line[]): Passed => ({
  reason,
  count: lines.reduce((sum, line) => sum + line.count, 0),
  lines,
});
/** What two rules pass over is one case, however many lines name it. */
const countedOnce = (reason: Passed["reason"], lines: readonly PassedLine[]): Passed => ({
  reason,
  count: new Set(lines.flatMap(({ ids }) => ids)).size,
  lines: lines.map(({ ruleId, says, ids }) => ({ ruleId, says, count: ids.length })),
});

/** Every reason, with nothing behind it too: a count of none is an answer. */
export function passedOf(desk: Desk): Passed[] {
  const summary = summaryOf(desk)?.summary ?? null;
  const rules = desk.rules().map(({ rule }) => rule);
  const stored = conflictsOf(desk.db(), { withClosed: true });
  const open = stored.filter(({ state }) => state === "open");
  const verdicts = verdictsOf(desk.db());
  const { exempt, below } = passedOver(
    viewOf(desk.world(), desk.today()),
    rules,
    open.map(({ finding }) => finding),
  );
  const byRule = (ids: readonly string[], says: (ruleId: string) => Text): Line[] => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].map(([ruleId, count]) => ({ ruleId, count, says: says(ruleId) }));
  };
  const titleOf = (ruleId: string): Text => desk.ruleOf(ruleId)?.title ?? { zh: ruleId, en: ruleId };
  const noted = new Set(rules.filter((rule) => effectOf(rule) === "note").map(({ id }) => id));
  return [
    counted(
      "not-applicable",
      (summary?.notApplicable ?? []).map(({ ruleId, reason }) => ({ ruleId, count: 1, says: reason })),
    ),
    counted(
      "judged-elsewhere",
      (summary?.judgedElsewhere ?? []).map(({ ruleId, by }) => ({
        ruleId,
        count: 1,
        says: { zh: `由 ${by} 一并判断`, en: `judged by ${by}` },
      })),
    ),
    { reason: "not-yet-judged", count: summary?.notYetJudged ?? 0, lines: [] },
    countedOnce("exempt", exempt),
    countedOnce("below-threshold", below),
    counted(
      "note-only",
      byRule(
        open.map(({ finding }) => finding.ruleId).filter((id) => noted.has(id)),
        titleOf,
      ),
    ),
    counted(
      "set-aside",
      byRule(
        open
          .filter(({ id }) => verdicts.get(id)?.verdict.state === "set-aside")
          .map(({ finding }) => finding.ruleId),
        titleOf,
      ),
    ),
    counted(
      "closed-by-facts",
      byRule(
        stored.filter(({ state }) => state !== "open").map(({ finding }) => finding.ruleId),
        titleOf,
      ),
    ),
  ];
}
