// What the ledger comes to, as sentence and figures: who is overdue, who is due soon.
import type { TenureRow } from "../../data/types.ts";
import type { Finding, KeyFigure } from "../../parts/page-head.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useTenureHead(rows: readonly TenureRow[]): { finding: Finding; figures: KeyFigure[] } {
  const { rotation, common } = useWords();
  const formats = useFormats();
  const of = (...states: readonly TenureRow["state"][]): TenureRow[] =>
    rows.filter((row) => states.includes(row.state));
  const overdue = of("overdue");
  const near = of("near", "due");
  const count = (list: readonly unknown[]): string => formats.count(list.length);
  const longest = Math.max(0, ...overdue.map((row) => -row.daysLeft));
  const finding: Finding = [
    rotation.finding(count(rows)),
    ...(overdue.length + near.length === 0
      ? [rotation.findingNone]
      : [
          rotation.findingWith,
          ...(overdue.length > 0
            ? [{ words: rotation.findingOverdue(count(overdue)), href: "/rotation/ledger?state=overdue" }]
            : []),
          ...(overdue.length > 0 && near.length > 0 ? [common.comma] : []),
          ...(near.length > 0
            ? [{ words: rotation.findingNear(count(near)), href: "/rotation/ledger?state=near" }]
            : []),
          rotation.findingEnd,
        ]),
  ];
  const figures: KeyFigure[] = [
    {
      name: rotation.figures.overdue,
      figure: count(overdue),
      ...(overdue.length > 0
        ? { tone: "red" as const, note: rotation.figures.worst(formats.count(longest)) }
        : {}),
      href: "/rotation/ledger?state=overdue",
    },
    {
      name: rotation.figures.near,
      figure: count(near),
      note: rotation.figures.nearNote,
      ...(near.length > 0 ? { tone: "amber" as const } : {}),
      href: "/rotation/ledger?state=near",
    },
    {
      name: rotation.figures.warning,
      figure: count(of("warning")),
      note: rotation.figures.warningNote,
      href: "/rotation/ledger?state=warning",
    },
    {
      name: rotation.figures.exempt,
      figure: count(of("exempt")),
      href: "/rotation/ledger?state=exempt",
    },
  ];
  return { finding, figures };
}
