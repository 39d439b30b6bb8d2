// The arrows of a chain: who leaves the one row arrives at the other on that day; side by side where they would touch.
import type { ReactNode } from "react";
import type { TenureLink } from "./tenure-row.ts";
import { textWidth } from "./text-width.ts";
import type { TimeScale } from "./time-scale.ts";

/** Middle of a row's own line, from the top of the picture. */
type Places = ReadonlyMap<string, number>;
interface LaidLink {
  link: TenureLink;
  x: number;
  from: number;
  to: number;
  /** End without a row: a word instead. */
  open: "from" | "to" | null;
}
const stub = 26;
const apart = 9;

/**
 * An arrow comes down (or up) just before the day of its move, and turns into the arrival's bar. Arrows whose stretches
 * overlap and whose days lie close are moved apart to the left, a little each.
 */
export function layLinks(links: readonly TenureLink[], places: Places, scale: TimeScale): LaidLink[] {
  const laid: LaidLink[] = [];
  for (const link of links) {
    const from = link.from === null ? undefined : places.get(link.from);
    const to = link.to === null ? undefined : places.get(link.to);
    if (from === undefined && to === undefined) continue;
    const begins = from ?? (to ?? 0) - stub;
    const ends = to ?? (from ?? 0) + stub;
    const low = Math.min(begins, ends);
    const high = Math.max(begins, ends);
    let x = scale.x(link.day) - 6;
    const touches = (): boolean =>
      laid.some(
        (one) =>
          Math.abs(one.x - x) < apart &&
          Math.min(one.from, one.to) < high &&
          Math.max(one.from, one.to) > low,
      );
    while (touches()) x -= apart;
    laid.push({
      link,
      x,
      from: begins,
      to: ends,
      open: from === undefined ? "from" : to === undefined ? "to" : null,
    });
  }
  return laid;
}

export function TenureLinks(props: {
  links: readonly TenureLink[];
  places: Places;
  scale: TimeScale;
  isFaint: boolean;
  /** The ends outside the picture are told elsewhere. */
  isBare: boolean;
}): ReactNode {
  const { scale } = props;
  return layLinks(props.links, props.places, scale).map(({ link, x, from, to, open }) => {
    if (x < -20 || x > scale.width + 20 || (props.isFaint && open !== null)) return null;
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
      <g key={link.key} {...(props.isFaint ? { opacity: 0.45 } : {})}>
        <path d={line} stroke="var(--c-surface)" strokeWidth="4.5" fill="none" />
        <path d={line} stroke="var(--c-accent)" strokeWidth="1.75" fill="none" />
        <path d={head} fill="var(--c-accent)" stroke="var(--c-surface)" strokeWidth=".75" />
        {words === "" || props.isFaint || props.isBare ? null : (
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
