// A slider over the days of the matrix with the days on which authorities begin and end; what was granted then, what will be.
import { Slider } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { addDays, addMonths, type Day, daysBetween } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import type { MatrixView } from "../../data/types.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { dayMarks } from "./day-marks.ts";
import type { Scoped } from "./scope.ts";

function rangeOfDays(view: MatrixView, today: Day): { first: Day; last: Day } {
  const starts = view.cells.map((cell) => cell.from).sort();
  const early = addMonths(today, -36);
  const first = starts[0] && starts[0] > early ? starts[0] : early;
  return { first: `${first.slice(0, 8)}01`, last: addMonths(today, 18) };
}

export function DayLine(props: { view: MatrixView; scoped: Scoped }): ReactNode {
  const { view, scoped } = props;
  const { matrix, matrixWork } = useWords();
  const formats = useFormats();
  const { day, today, knownOn, setDay } = useFrame();
  const { first, last } = useMemo(() => rangeOfDays(view, today), [view, today]);
  const [at, setAt] = useState(() => daysBetween(first, day));
  useEffect(() => setAt(daysBetween(first, day)), [first, day]);
  const most = Math.max(1, daysBetween(first, last));
  const years = useMemo(() => {
    const found: Record<number, ReactNode> = {};
    for (let year = Number(first.slice(0, 4)) + 1; `${year}-01-01` <= last; year += 1)
      found[daysBetween(first, `${year}-01-01`)] = String(year);
    return found;
  }, [first, last]);
  const all = useAsk("sheets.list", { kind: "authorities", knownOn });
  const marks = useMemo(() => {
    const stepIds = new Set(scoped.matters.flatMap(({ steps }) => steps.map(({ id }) => id)));
    const spells = (all.value?.rows ?? []).flatMap(({ values }) =>
      typeof values.stepId === "string" && stepIds.has(values.stepId) && typeof values.from === "string"
        ? [{ from: values.from, until: typeof values.until === "string" ? values.until : null }]
        : [],
    );
    return dayMarks(spells, day);
  }, [all.value, scoped, day]);
  const ticks = (days: ReadonlyMap<Day, number>, is: "begins" | "ends"): ReactNode =>
    [...days].map(([on, n]) =>
      on > first && on < last ? (
        <i
          key={`${is}.${on}`}
          data-is={is}
          title={`${on} · ${formats.count(n)}`}
          style={{ left: `${((daysBetween(first, on) / most) * 100).toFixed(2)}%` }}
        />
      ) : null,
    );
  return (
    <div className="q-day-line">
      <span className="q-second q-nowrap">{matrix.dayLine}</span>
      <div className="q-day-slide">
        <span className="q-day-marks" aria-hidden="true">
          {ticks(marks.begins, "begins")}
          {ticks(marks.ends, "ends")}
        </span>
        <Slider
          ariaLabelForHandle={matrix.dayLine}
          min={0}
          max={most}
          value={Math.max(0, Math.min(most, at))}
          marks={years}
          included={false}
          tooltip={{ formatter: (value) => addDays(first, value ?? 0) }}
          ariaValueTextFormatterForHandle={(value) => addDays(first, value)}
          onChange={setAt}
          onChangeComplete={(value) => setDay(addDays(first, value))}
        />
      </div>
      <span className="q-day-sums">
        <b className="q-strong q-nowrap">{addDays(first, at)}</b>
        <small>
          {matrixWork.dayState.inForce(formats.count(marks.inForce))} ·{" "}
          {matrixWork.dayState.coming(formats.count(marks.coming))} ·{" "}
          {matrixWork.dayState.ended(formats.count(marks.ended))}
        </small>
      </span>
    </div>
  );
}
