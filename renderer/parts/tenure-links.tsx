// The arrows of a chain: who leaves the one row arrives at the other on that day; side by side where they would touch.
import type { ReactNode } from "react";
import { layLinks, type Places } from "./tenure-lanes.ts";
import type { TenureLink } from "./tenure-row.ts";
import { textWidth } from "./text-width.ts";
import type { TimeScale } from "./time-scale.ts";

export function TenureLinks(props: {
  links: readonly TenureLink[];
  places: Places;
  scale: TimeScale;
  /** The ends outside the picture are told elsewhere. */
  isBare: boolean;
}): ReactNode {
  const { scale } = props;
  return layLinks(props.links, props.places, scale).map(({ link, x, from, to, open }) => {
    if (x < -20 || x > scale.width + 20) return null;
    const down = to > from;
    const start = open === "from" ? from : from + (down ? 9 : -9);
    const day = scale.x(link.day);
    const isOut = open === "to";
    const line = isOut ? `M${x} ${start}V${to - 6}` : `M${x} ${start}V${to}H${day - 4}`;
    const head = isOut
      ? `M${x - 4.5} ${to - 6}h9L${x} ${to}z`
      : `M${day - 5} ${to - 4.5}v9L${day + 1} ${to}z`;
    const words = link.words ?? "";
    const wordsY = open === "from" ? from + 4 : to + 4;
    const wide = textWidth(words) + 8;
    return (
      <g key={link.key}>
        <path d={line} stroke="var(--c-surface)" strokeWidth="4.5" fill="none" />
        <path d={line} stroke="var(--c-accent)" strokeWidth="1.75" fill="none" />
        <path d={head} fill="var(--c-accent)" stroke="var(--c-surface)" strokeWidth=".75" />
        {words === "" || props.isBare ? null : (
          <>
            <rect
              x={x + 7}
              y={wordsY - 12}
              width={wide}
              height={16}
              rx={3}
              fill="var(--c-surface)"
              opacity=".92"
            />
            <text x={x + 11} y={wordsY} fill="var(--c-ink-2)">
              {words}
            </text>
          </>
        )}
      </g>
    );
  });
}
