// The head of a timeline: years, months, months without changes, and where today stands.
import type { ReactNode } from "react";
import type { Day } from "../../shared/domain/day.ts";
import type { DrawnPart } from "./tenure-bars.tsx";
import { textWidth } from "./text-width.ts";
import type { TimeScale } from "./time-scale.ts";
import { useWords } from "./words.tsx";

export function TenureMonths(props: {
  scale: TimeScale;
  today: Day;
  drawn: DrawnPart;
  frozen: ReadonlySet<Day>;
}): ReactNode {
  const { tables } = useWords();
  const { scale, drawn } = props;
  const today = scale.x(props.today);
  const isTodayShown = today >= 0 && today <= scale.width;
  const badge = textWidth(tables.today) + 12;
  // A year that begins under the badge keeps its number readable: the badge hangs at the line's other side.
  const isLeft = scale.months.some(({ month, x }) => month === 1 && x > today - 8 && x < today + badge + 4);
  return (
    <div className="q-months" style={{ width: scale.width }} aria-hidden="true">
      {scale.months.map((month, at) => {
        const startsYear = at === 0 || month.month === 1;
        const last = scale.months.findIndex((one, index) => index > at && one.month === 1);
        const until = last < 0 ? scale.width : (scale.months[last]?.x ?? scale.width);
        return startsYear ? (
          <span
            key={`y${month.from}`}
            className="q-year"
            style={{ left: month.x, width: until - month.x }}
            {...(month.month === 1 ? { "data-january": "" } : {})}
          >
            <b>{tables.year(month.year)}</b>
          </span>
        ) : null;
      })}
      {scale.months
        .filter(({ x, width }) => x + width >= drawn.from && x <= drawn.until)
        .map((month) =>
          month.width >= 19 || (month.month - 1) % 3 === 0 ? (
            <span
              key={month.from}
              className="q-month"
              style={{ left: month.x, width: Math.max(month.width, 19) }}
              {...(props.today.startsWith(month.from.slice(0, 7)) ? { "data-now": "" } : {})}
              {...(props.frozen.has(month.from) ? { "data-frozen": "" } : {})}
            >
              {month.month}
            </span>
          ) : null,
        )}
      {isTodayShown ? (
        <span className="q-today" style={{ left: isLeft ? today - badge + 2 : today, width: badge }}>
          {tables.today}
        </span>
      ) : null}
    </div>
  );
}
