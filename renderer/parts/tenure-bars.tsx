// The drawing of one row of the tenure timeline: month grid, bars, limit, plan, handover.
import { memo, type ReactNode } from "react";
import type { Period } from "../../shared/domain/day.ts";
import type { TenureRow } from "./tenure-row.ts";
import type { Stage } from "./tenure-stages.ts";
import { textWidth } from "./text-width.ts";
import type { TimeScale } from "./time-scale.ts";

export const rowHeight = 38;
const top = 10;
const tall = 18;

const fills: Record<Stage["state"], string> = {
  rotated: "var(--c-bar)",
  past: "var(--c-stripe)",
  normal: "var(--c-bar)",
  warning: "var(--c-bar-warn)",
  near: "var(--c-bar-due)",
  due: "var(--c-bar-due)",
  overdue: "var(--c-bar-late)",
  exempt: "var(--c-stripe)",
};

/** The months' background of a row. */
export function MonthGrid(props: {
  scale: TimeScale;
  height: number;
  frozen: readonly Period[];
  today: string;
  filled?: boolean;
}): ReactNode {
  const { scale, height } = props;
  return (
    <>
      {props.filled ? <rect width={scale.width} height={height} fill="var(--c-head)" /> : null}
      {props.frozen.map((period) => {
        const from = scale.within(period.from);
        return (
          <rect
            key={period.from}
            x={from}
            width={Math.max(0, scale.within(period.until ?? scale.until) - from)}
            height={height}
            fill="var(--c-stripe)"
          />
        );
      })}
      {scale.months.map((month) => (
        <path
          key={month.from}
          d={`M${month.x.toFixed(1)} 0V${height}`}
          stroke={month.month === 1 ? "var(--c-line-strong)" : "var(--c-grid)"}
        />
      ))}
      {props.filled ? null : <path d={`M0 ${height - 0.5}H${scale.width}`} stroke="var(--c-line)" />}
    </>
  );
}

function StageRect(props: { stage: Stage; scale: TimeScale }): ReactNode {
  const { stage, scale } = props;
  const from = scale.within(stage.from);
  const width = Math.max(0, scale.within(stage.until ?? scale.until) - from);
  const isOutlined = stage.state === "past" || stage.state === "exempt";
  const hatch =
    stage.state === "overdue" ? "url(#q-late)" : stage.state === "exempt" ? "url(#q-exempt)" : null;
  if (width === 0) return null;
  return (
    <>
      <rect
        x={isOutlined ? from + 0.5 : from}
        y={isOutlined ? top + 0.5 : top}
        width={isOutlined ? Math.max(0, width - 1) : width}
        height={isOutlined ? tall - 1 : tall}
        fill={fills[stage.state]}
        stroke={isOutlined ? "var(--c-bar-line)" : "none"}
        strokeOpacity={stage.state === "past" ? 0.5 : 1}
      />
      {hatch ? <rect x={from} y={top} width={width} height={tall} fill={hatch} /> : null}
    </>
  );
}

function drawBars(row: TenureRow, scale: TimeScale): ReactNode {
  return row.bars.map((bar) => {
    const first = bar.stages[0];
    const last = bar.stages.at(-1);
    if (!first || !last) return null;
    const begins = scale.x(first.from);
    const left = scale.within(first.from);
    const right = scale.within(last.until ?? scale.until);
    if (right - left < 1) return null;
    // Words stay on the quiet stretch, where they can be read; a bar too short for them says the name alone, or nothing.
    const quiet = scale.within(first.until ?? scale.until);
    const room = Math.max(0, (first.state === "normal" ? quiet : right) - left) - 14;
    const whole = textWidth(`${bar.person} ${bar.note}`);
    const shown = room >= whole ? "whole" : room >= textWidth(bar.person) ? "name" : "none";
    return (
      <g key={bar.key}>
        <title>{`${bar.person} ${bar.note}`}</title>
        {bar.stages.map((stage) => (
          <StageRect key={stage.from} stage={stage} scale={scale} />
        ))}
        {begins < 0 && !bar.isPast ? <path d={`M0 ${top}l5 9l-5 9z`} fill="var(--c-surface)" /> : null}
        {shown === "none" ? null : (
          <text x={left + 10} y={top + 13} fill={bar.isPast ? "var(--c-ink-2)" : "var(--c-bar-ink)"}>
            {bar.person}
            {shown === "whole" ? <tspan fill="var(--c-ink-2)"> {bar.note}</tspan> : null}
          </text>
        )}
      </g>
    );
  });
}

function drawPlan(row: TenureRow, scale: TimeScale): ReactNode {
  return row.planned?.map((plan) => {
    const from = scale.within(plan.from);
    const width = scale.within(plan.until ?? scale.until) - from;
    if (width < 1) return null;
    // A flag at the limit would cut the words: step past it.
    const flag = row.limit === null ? -100 : scale.x(row.limit);
    const words = flag > from && flag - from < 30 ? flag + 8 : from + 10;
    return (
      <g key={plan.from + plan.person}>
        <title>{`${plan.person} ${plan.note}`}</title>
        <rect
          x={from + 1}
          y={top + 0.75}
          width={width + (plan.until === null ? 8 : -1)}
          height={tall - 1.5}
          fill="var(--c-surface)"
          stroke="var(--c-accent)"
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
        {width > textWidth(plan.person) + 16 ? (
          <text x={words} y={top + 13} fill="var(--c-accent)" fontWeight="600">
            {plan.person}
            <tspan fontWeight="400" fill="var(--c-ink-2)">
              {" "}
              {plan.note}
            </tspan>
          </text>
        ) : null}
      </g>
    );
  });
}

function Exemption(props: { row: TenureRow; until: string; words: string; scale: TimeScale }): ReactNode {
  const { scale, words } = props;
  const from = scale.within(props.row.limit ?? scale.from);
  const until = scale.within(props.until);
  const wide = textWidth(words) + 8;
  const middle = (from + until) / 2;
  return (
    <>
      {until - from > wide + 12 ? (
        <>
          <rect x={middle - wide / 2} y={top + 1} width={wide} height={tall - 2} fill="var(--c-surface)" />
          <text x={middle} y={top + 13} textAnchor="middle" fill="var(--c-bar-ink)">
            {words}
          </text>
        </>
      ) : null}
      {until < scale.width ? (
        <path d={`M${until} 2V35`} stroke="var(--c-ink)" strokeWidth="1.25" strokeDasharray="3 2" />
      ) : null}
    </>
  );
}

interface TenureBarsProps {
  row: TenureRow;
  scale: TimeScale;
  today: string;
  frozen: readonly Period[];
  label: string;
}

export const TenureBars = memo(function TenureBars(props: TenureBarsProps): ReactNode {
  const { row, scale } = props;
  const limit = row.limit === null ? null : scale.x(row.limit);
  const isLimitShown = limit !== null && limit >= 0 && limit <= scale.width;
  const handover = row.handover
    ? { from: scale.x(row.handover.from), until: scale.x(row.handover.until) }
    : null;
  return (
    <svg width={scale.width} height={rowHeight} role="img" aria-label={props.label}>
      <MonthGrid scale={scale} height={rowHeight} frozen={props.frozen} today={props.today} />
      {drawBars(row, scale)}
      {drawPlan(row, scale)}
      {row.appeal && isLimitShown ? (
        <>
          <rect
            x={limit}
            y={top + 0.5}
            width={scale.width - limit + 4}
            height={tall - 1}
            fill="none"
            stroke="var(--c-amber-line)"
            strokeDasharray="3 3"
          />
          <text x={limit + 8} y={top + 13} fill="var(--c-amber)">
            {row.appeal}
          </text>
        </>
      ) : null}
      {handover ? (
        <>
          <rect
            x={handover.from}
            y={top + 13}
            width={Math.max(3, handover.until - handover.from)}
            height={5}
            fill="var(--c-accent)"
          />
          <path d={`M${handover.from - 5} ${top - 0.5}h10l-5 7z`} fill="var(--c-surface)" />
        </>
      ) : null}
      {row.exemption ? (
        <Exemption row={row} until={row.exemption.until} words={row.exemption.words} scale={scale} />
      ) : null}
      {isLimitShown ? (
        <>
          <path d={`M${limit} 2V35`} stroke="var(--c-ink)" strokeWidth="1.25" />
          <path d={`M${limit - 3.5} 2h7l-3.5 5z`} fill="var(--c-ink)" />
        </>
      ) : null}
    </svg>
  );
});
