// The head of a timeline: years, months, and where today stands.
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { TimeScale } from "./time-scale.ts";
import { useWords } from "./words.tsx";

export function TenureMonths(props: { scale: TimeScale; today: Day }): ReactNode {
  const { tables } = useWords();
  const { scale } = props;
  const today = scale.x(props.today);
  const isTodayShown = today >= 0 && today <= scale.width;
  return (
    <svg width={scale.width} height={36} aria-hidden="true">
      {scale.months.map((month, at) => {
        const isNow = props.today.startsWith(month.from.slice(0, 7));
        const startsYear = at === 0 || month.month === 1;
        return (
          <g key={month.from}>
            {startsYear ? (
              <text x={month.x + 6} y={14} fill="var(--c-ink-2)" fontWeight="600">
                {tables.year(month.year)}
              </text>
            ) : null}
            {month.month === 1 && at > 0 ? (
              <path d={`M${month.x} 0V36`} stroke="var(--c-line-strong)" />
            ) : null}
            {month.width >= 18 || (month.month - 1) % 3 === 0 ? (
              <text
                x={month.x + month.width / 2}
                y={31}
                textAnchor="middle"
                fill={isNow ? "var(--c-accent)" : "var(--c-ink-3)"}
                fontWeight={isNow ? 600 : 400}
              >
                {month.month}
              </text>
            ) : null}
          </g>
        );
      })}
      {isTodayShown ? (
        <>
          <path d={`M${today} 20V36`} stroke="var(--c-accent)" strokeWidth="1.5" />
          <rect
            x={today - 1}
            y={2}
            width={textRoom(tables.today)}
            height={18}
            rx={3}
            fill="var(--c-accent)"
          />
          <text
            x={today + textRoom(tables.today) / 2 - 1}
            y={15}
            textAnchor="middle"
            fill="var(--c-on-accent)"
            fontWeight="600"
          >
            {tables.today}
          </text>
        </>
      ) : null}
    </svg>
  );
}
const textRoom = (words: string): number => (words.length > 3 ? 44 : 36);
