// Small bars on one scale: the last one darker, its number written beside.
import type { ReactNode } from "react";

interface SparkBarsProps {
  values: readonly number[];
  /** The same top for all rows of a column, so that they compare; defaults to the largest value. */
  top?: number;
  label: string;
  /** Called with the bar's index. */
  onOpen?: (at: number) => void;
}
const barWidth = 9;
const pitch = 11;
const height = 24;

export function SparkBars(props: SparkBarsProps): ReactNode {
  const top = Math.max(1, props.top ?? Math.max(...props.values, 1));
  const right = props.values.length * pitch - 2;
  const tall = (value: number): number => (value === 0 ? 0.75 : 1 + (value / top) * (height - 7));
  const last = props.values.length - 1;
  return (
    <svg
      width={right + 20}
      height={height}
      role="img"
      aria-label={`${props.label} ${props.values.join(", ")}`}
      style={{ overflow: "visible", display: "block" }}
    >
      <path d={`M0 ${height - 0.5}h${right}`} stroke="var(--c-line-strong)" />
      {props.values.map((value, at) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a pointer shortcut; the row itself opens by keyboard
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
          key={at}
          x={at * pitch}
          y={height - 1 - tall(value)}
          width={barWidth}
          height={tall(value)}
          fill={at === last ? "var(--c-ink-2)" : "var(--c-spark)"}
          onClick={props.onOpen ? () => props.onOpen?.(at) : undefined}
          style={props.onOpen ? { cursor: "pointer" } : undefined}
        />
      ))}
      <text x={right + 6} y={height - 1} fontSize="12" fill="var(--c-ink-2)">
        {props.values[last] ?? 0}
      </text>
    </svg>
  );
}
