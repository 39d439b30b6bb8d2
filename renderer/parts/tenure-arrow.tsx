// An arrow between two rows of the timeline: who leaves the one arrives at the other on that day.
import type { ReactNode } from "react";
import { rowHeight } from "./tenure-bars.tsx";
import type { TenureLink } from "./tenure-row.ts";
import type { TimeScale } from "./time-scale.ts";

interface ArrowProps {
  link: TenureLink;
  links: readonly TenureLink[];
  scale: TimeScale;
  places: ReadonlyMap<string, number>;
  isLit: boolean;
}
const stub = 20;

/** An arrow from the row someone leaves to the row where that person arrives, on the day of the move. */
export function TenureArrow(props: ArrowProps): ReactNode {
  const { link, scale } = props;
  const from = link.from === null ? undefined : props.places.get(link.from);
  const to = link.to === null ? undefined : props.places.get(link.to);
  if (from === undefined && to === undefined) return null;
  // A swap is two arrows on one day: they stand side by side.
  const isSwap = props.links.some(
    (one) => one.from === link.to && one.to === link.from && one.day === link.day,
  );
  const x = scale.x(link.day) + (isSwap ? (from !== undefined && to !== undefined && from < to ? -4 : 4) : 0);
  const isDown = to === undefined || from === undefined || to > from;
  const begins = from === undefined ? (to ?? 0) - stub : isDown ? from + 29 : from + 10;
  const ends = to === undefined ? (from ?? 0) + rowHeight + stub - 4 : isDown ? to + 9 : to + 29;
  const tip = isDown ? -6 : 6;
  return (
    <>
      <g data-link="" {...(props.isLit ? { "data-lit": "" } : {})}>
        <path d={`M${x} ${begins}V${ends + tip / 2}`} stroke="var(--c-accent)" strokeWidth="1.75" />
        <path d={`M${x - 4} ${ends + tip}h8L${x} ${ends}z`} fill="var(--c-accent)" />
      </g>
      {link.words ? (
        <text x={x + 8} y={from === undefined ? begins + 13 : ends + 2} fill="var(--c-ink-2)">
          {link.words}
        </text>
      ) : null}
    </>
  );
}
