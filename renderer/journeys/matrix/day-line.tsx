// A slider over the days of the matrix: what was granted then, what will be.
import { Slider } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { addDays, type Day, daysBetween } from "../../../shared/domain/day.ts";
import { useWords } from "../../parts/words.tsx";

export function DayLine(props: {
  day: Day;
  today: Day;
  first: Day;
  last: Day;
  onDay(day: Day): void;
}): ReactNode {
  const { matrix } = useWords();
  const { first, last } = props;
  const [at, setAt] = useState(() => daysBetween(first, props.day));
  useEffect(() => setAt(daysBetween(first, props.day)), [first, props.day]);
  const most = Math.max(1, daysBetween(first, last));
  const marks = useMemo(() => {
    const found: Record<number, ReactNode> = {};
    for (let year = Number(first.slice(0, 4)) + 1; `${year}-01-01` <= last; year += 1)
      found[daysBetween(first, `${year}-01-01`)] = String(year);
    return found;
  }, [first, last]);
  return (
    <div className="q-day-line">
      <span className="q-second q-nowrap">{matrix.dayLine}</span>
      <Slider
        ariaLabelForHandle={matrix.dayLine}
        min={0}
        max={most}
        value={Math.max(0, Math.min(most, at))}
        marks={marks}
        included={false}
        tooltip={{ formatter: (value) => addDays(first, value ?? 0) }}
        ariaValueTextFormatterForHandle={(value) => addDays(first, value)}
        onChange={setAt}
        onChangeComplete={(value) => props.onDay(addDays(first, value))}
      />
      <b className="q-strong q-nowrap">{addDays(first, at)}</b>
    </div>
  );
}
