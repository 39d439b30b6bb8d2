// The timeline as a table for a spreadsheet: one line a row, who follows when in the last columns.
import type { TenureGroup } from "../../parts/tenure-row.ts";

const clean = (words: string): string => words.replace(/[\t\r\n]+/g, " ");

export function timelineTsv(groups: readonly TenureGroup[], headings: readonly string[]): string {
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ group, row })));
  const most = Math.max(1, ...rows.map(({ row }) => row.planned?.length ?? 0));
  const [last = "", ...fixed] = [...headings].reverse();
  const head = [
    ...fixed.reverse(),
    ...Array.from({ length: most }, (_, at) => (at === 0 ? last : `${last} ${at + 1}`)),
  ];
  const lines = rows.map(({ group, row }) => [
    group.chain ? `${group.words} ${group.chain.number}` : group.words,
    row.name,
    row.note,
    row.holder,
    row.limits[0] ?? "",
    row.mark,
    ...(row.planned ?? []).map((bar) => `${bar.from} ${bar.person}`),
  ]);
  return [head, ...lines].map((line) => line.map(clean).join("\t")).join("\n");
}
