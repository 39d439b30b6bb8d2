// What lies behind all rows of the timeline: months, years, months without changes, and the line of today.
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { DrawnPart } from "./tenure-bars.tsx";
import type { TimeScale } from "./time-scale.ts";

export function TenureGrid(props: {
  scale: TimeScale;
  height: number;
  /** First days of months in which nobody may move. */
  frozen: ReadonlySet<Day>;
  /** First day of the month that is looked at; null: none. */
  month: Day | null;
  drawn: DrawnPart;
}): ReactNode {
  const { scale, height, drawn } = props;
  const months = scale.months.filter(({ x, width }) => x + width >= drawn.from && x <= drawn.until);
  return (
    <svg className="q-tenures-under" width={scale.width} height={height} aria-hidden="true">
      {months.map(({ from, x, width }) =>
        from === props.month ? (
          <rect key={from} x={x} width={width} height={height} fill="var(--c-selected)" />
        ) : props.frozen.has(from) ? (
          <rect key={from} x={x} width={width} height={height} fill="var(--c-stripe)" />
        ) : null,
      )}
      <path
        d={months.map(({ x }) => `M${x.toFixed(1)} 0V${height}`).join("")}
        stroke="var(--c-grid)"
        fill="none"
      />
      <path
        d={months
          .filter(({ month }) => month === 1)
          .map(({ x }) => `M${x.toFixed(1)} 0V${height}`)
          .join("")}
        stroke="var(--c-line-strong)"
        fill="none"
      />
    </svg>
  );
}
