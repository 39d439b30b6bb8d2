// The matrix page's sentence and figures: what is granted, what could go wrong, what is missing, what ends soon.
import type { Day } from "../../../shared/domain/day.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import type { Finding, KeyFigure } from "../../parts/page-head.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { FindingType } from "./check-panel.tsx";
import { isEnding, type Scoped } from "./scope.ts";

export function useMatrixFinding(
  name: string,
  scoped: Scoped,
  day: Day,
  query: AddressQuery,
): { finding: Finding; figures: readonly KeyFigure[] } {
  const { matrix, common } = useWords();
  const formats = useFormats();
  const count = (type: FindingType): number =>
    scoped.findings.filter((finding) => finding.type === type).length;
  const steps = scoped.matters.reduce((sum, matter) => sum + matter.steps.length, 0);
  const ending = scoped.cells.filter((cell) => isEnding(cell, day)).length;
  const show = (type: FindingType) => (): void =>
    query.set({ show: type, check: null, step: null, column: null }, { quiet: true });
  const parts = [
    { n: count("conflict"), words: matrix.findingConflicts, type: "conflict" as const },
    { n: count("gap"), words: matrix.findingGaps, type: "gap" as const },
    { n: count("ladder"), words: matrix.findingLadder, type: "ladder" as const },
    { n: ending, words: matrix.findingExpiry, type: "expiry" as const },
  ].filter(({ n }) => n > 0);
  const lead = matrix.finding(name, formats.count(steps), formats.count(scoped.cells.length));
  return {
    finding:
      parts.length === 0
        ? [lead, matrix.findingClean]
        : [
            lead,
            ...parts.flatMap(({ n, words, type }, at) => [
              at === 0 ? matrix.findingColon : common.comma,
              { words: words(formats.count(n)), onClick: show(type) },
            ]),
            matrix.findingEnd,
          ],
    figures: [
      { name: matrix.figures.authorities, figure: formats.count(scoped.cells.length) },
      {
        name: matrix.figures.conflicts,
        figure: formats.count(count("conflict")),
        ...(count("conflict") > 0 ? { tone: "red" as const } : {}),
        onClick: show("conflict"),
      },
      { name: matrix.figures.gaps, figure: formats.count(count("gap")), onClick: show("gap") },
      {
        name: matrix.figures.expiry,
        figure: formats.count(ending),
        ...(ending > 0 ? { tone: "amber" as const } : {}),
        onClick: show("expiry"),
      },
    ],
  };
}
