// The lines of the timeline, group heads and rows, with where each stands.
import { groupHeight, heightOf, rowHeight, type TenureGroup, type TenureRow } from "./tenure-row.ts";

export type TenureLineOf =
  | { kind: "group"; group: TenureGroup; height: number }
  | { kind: "row"; row: TenureRow; chain: number | null; height: number };

export interface TenureLines {
  lines: readonly TenureLineOf[];
  /** Index of the line by row. */
  at: ReadonlyMap<string, number>;
  /** Middle of a row's first lane, from the top. */
  middles: ReadonlyMap<string, number>;
  /** The row where a move arrives. */
  rowOfMove: ReadonlyMap<string, string>;
}
export function linesOf(groups: readonly TenureGroup[]): TenureLines {
  const lines: TenureLineOf[] = [];
  const at = new Map<string, number>();
  const middles = new Map<string, number>();
  const rowOfMove = new Map<string, string>();
  let top = 0;
  for (const group of groups) {
    // A single list needs no head.
    if (group.words !== "") {
      lines.push({ kind: "group", group, height: groupHeight });
      top += groupHeight;
    }
    for (const row of group.rows) {
      at.set(row.id, lines.length);
      middles.set(row.id, top + rowHeight / 2);
      for (const bar of row.planned ?? [])
        if (!rowOfMove.has(bar.key) || group.chain?.number === bar.chain) rowOfMove.set(bar.key, row.id);
      const height = heightOf(row);
      lines.push({ kind: "row", row, chain: group.chain?.number ?? null, height });
      top += height;
    }
  }
  return { lines, at, middles, rowOfMove };
}
