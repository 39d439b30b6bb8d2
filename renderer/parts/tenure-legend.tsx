// What the bars, lines and colours of the tenure timeline mean, in one line.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";
import "./tenure-legend.css";

export function TenureLegend(props: { hasPlan?: boolean }): ReactNode {
  const { common, tables } = useWords();
  const items: readonly (readonly [string, string])[] = [
    [common.tenure.normal, "normal"],
    [`${common.tenure.warning} ≤180`, "warning"],
    [`${common.tenure.near} ≤90`, "near"],
    [common.tenure.overdue, "late"],
    [common.tenure.exempt, "exempt"],
    [tables.planned, "planned"],
    ...(props.hasPlan
      ? ([
          [tables.differing, "differing"],
          [tables.leave, "leave"],
        ] as const)
      : []),
    [tables.handover, "handover"],
    [tables.limit, "limit"],
    [tables.frozen, "frozen"],
  ];
  return (
    <ul className="q-tenure-legend" aria-label={tables.legend}>
      {items.map(([words, sign]) => (
        <li key={sign}>
          <i data-sign={sign} />
          {words}
        </li>
      ))}
    </ul>
  );
}
