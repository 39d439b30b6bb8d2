// Where the arrows of the timeline run: each by its day, side by side where they would cover each other.
import type { TenureLink } from "./tenure-row.ts";
import type { TimeScale } from "./time-scale.ts";

/** Middle of a row's own line, from the top of the picture. */
export type Places = ReadonlyMap<string, number>;
export interface LaidLink {
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
