// Turns filtered, sorted rows into the lines of a table: group lines and row lines, closed groups folded away.
import type { GroupChoice } from "./table-column.ts";

export interface GroupLine<Row> {
  kind: "group";
  key: string;
  words: string;
  tone: "red" | "amber" | null;
  rows: readonly Row[];
  isOpen: boolean;
}
export interface RowLine<Row> {
  kind: "row";
  row: Row;
  /** Place among the rows shown, from 0. */
  at: number;
}
export type TableLine<Row> = GroupLine<Row> | RowLine<Row>;

/** Rows keep their order within a group. */
export function linesOf<Row>(
  rows: readonly Row[],
  choice: GroupChoice<Row> | null,
  closed: ReadonlySet<string>,
): TableLine<Row>[] {
  if (!choice) return rows.map((row, at) => ({ kind: "row", row, at }));
  const groups = new Map<
    string,
    { words: string; order: number; tone: "red" | "amber" | null; rows: Row[] }
  >();
  for (const row of rows) {
    const { key, words, order = Number.POSITIVE_INFINITY, tone = null } = choice.of(row);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { words, order, tone, rows: [row] });
  }
  const byOrder = [...groups].sort(([, a], [, b]) =>
    a.order === b.order ? a.words.localeCompare(b.words, "zh-CN") : a.order - b.order,
  );
  const lines: TableLine<Row>[] = [];
  let at = 0;
  for (const [key, { words, tone, rows: members }] of byOrder) {
    const isOpen = !closed.has(key);
    lines.push({ kind: "group", key, words, tone, rows: members, isOpen });
    if (!isOpen) continue;
    for (const row of members) {
      lines.push({ kind: "row", row, at });
      at += 1;
    }
  }
  return lines;
}
