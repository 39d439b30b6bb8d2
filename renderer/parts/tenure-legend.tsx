// What the bars, lines and colours of the tenure timeline mean, in one line.
import type { ReactNode } from "react";
import { useWords } from "./words.tsx";

export function TenureLegend(): ReactNode {
  const { common, tables } = useWords();
  const box = (fill: string, pattern?: string, outlined?: boolean): ReactNode => (
    <svg width="22" height="12" aria-hidden="true">
      <rect
        x={outlined ? 0.5 : 0}
        y={outlined ? 0.5 : 0}
        width={outlined ? 21 : 22}
        height={outlined ? 11 : 12}
        fill={fill}
        stroke={outlined ? "var(--c-bar-line)" : "none"}
      />
      {pattern ? <rect width="22" height="12" fill={`url(#${pattern})`} /> : null}
    </svg>
  );
  const items: readonly (readonly [string, ReactNode])[] = [
    [common.tenure.normal, box("var(--c-bar)")],
    [`${common.tenure.near} ≤90`, box("var(--c-bar-due)")],
    [`${common.tenure.warning} ≤180`, box("var(--c-bar-warn)")],
    [common.tenure.overdue, box("var(--c-bar-late)", "q-late")],
    [common.tenure.exempt, box("var(--c-stripe)", "q-exempt", true)],
    [
      tables.planned,
      <svg key="p" width="22" height="12" aria-hidden="true">
        <rect
          x="1"
          y="1"
          width="20"
          height="10"
          fill="none"
          stroke="var(--c-accent)"
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      </svg>,
    ],
    [
      tables.handover,
      <svg key="h" width="22" height="12" aria-hidden="true">
        <rect y="4" width="22" height="5" fill="var(--c-accent)" />
      </svg>,
    ],
    [
      tables.limit,
      <svg key="l" width="10" height="12" aria-hidden="true">
        <path d="M5 0V12" stroke="var(--c-ink)" strokeWidth="1.25" />
        <path d="M1.500 0h7l-3.500 5z" fill="var(--c-ink)" />
      </svg>,
    ],
    [tables.frozen, box("var(--c-stripe)")],
  ];
  return (
    <>
      {items.map(([words, sign]) => (
        <span
          key={words}
          style={{
            display: "inline-flex",
            alignItems: "center",
            gap: 5,
            fontSize: 12,
            color: "var(--c-ink-2)",
          }}
        >
          {sign}
          {words}
        </span>
      ))}
    </>
  );
}
