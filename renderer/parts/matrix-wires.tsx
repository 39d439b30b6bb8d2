// The lines that join cells which clash: straight where one post clashes with itself, else with one bend.
import type { ReactNode } from "react";

interface Point {
  x: number;
  y: number;
}
/** Half of a cell's drawn box, which the line does not cross. */
const [halfWidth, halfHeight] = [30, 16];

function pathOf(from: Point, to: Point): string {
  const down = to.y > from.y ? 1 : -1;
  const right = to.x > from.x ? 1 : -1;
  if (Math.abs(from.x - to.x) < 1)
    return `M${from.x} ${from.y + down * halfHeight}V${to.y - down * halfHeight}`;
  if (from.y === to.y) return `M${from.x + right * halfWidth} ${from.y}H${to.x - right * halfWidth}`;
  return `M${from.x} ${from.y + down * halfHeight}V${(from.y + to.y) / 2}H${to.x}V${to.y - down * halfHeight}`;
}

/** From the first point to each of the others. */
export function MatrixWires(props: { points: readonly (Point | null)[] }): ReactNode {
  const [from, ...others] = props.points;
  if (!from) return null;
  return (
    <svg className="q-matrix-wire" width="1" height="1" aria-hidden="true">
      {others.map((to) =>
        to ? (
          <path
            key={`${to.x}.${to.y}`}
            d={pathOf(from, to)}
            fill="none"
            stroke="var(--c-red)"
            strokeWidth="1.5"
          />
        ) : null,
      )}
    </svg>
  );
}
