// Merged areas of a worksheet, scanned from its XML without holding it; and rows with those areas filled in.
import { type Cell, emptyCell, type TableRow } from "../../shared/formats/cell.ts";
import { limits } from "./limits.ts";

/** 1-based rows, 0-based columns, all inclusive. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const mergePattern = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^>]*>/g;

/** In order of their first row. */
export async function readMerges(xml: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = "";
  for await (const chunk of xml) {
    const text = rest + chunk.toString("latin1");
    let end = 0;
    if (text.includes("mergeCell"))
      for (const match of text.matchAll(mergePattern)) {
        end = match.index + match[0].length;
        if (merges.length >= limits.merges) break;
        merges.push({
          top: Number(match[2]),
          bottom: Number(match[4]),
          left: columnOf(match[1] ?? "A"),
          right: Math.min(columnOf(match[3] ?? "A"), limits.columns - 1),
        });
      }
    // An element may be cut by the chunk's edge; none is longer than this.
    rest = text.slice(Math.max(end, text.length - 200));
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Gives every cell of a merged area the words of its first cell, as a person reads it. Rows come in order. */
export function mergeFiller(merges: readonly Merge[]): (row: TableRow) => TableRow {
  let next = 0;
  let active: { area: Merge; cell: Cell }[] = [];
  return (row) => {
    active = active.filter(({ area }) => area.bottom >= row.row);
    for (let area = merges[next]; area && area.top <= row.row; area = merges[++next])
      if (area.top === row.row) active.push({ area, cell: row.cells[area.left] ?? emptyCell });
    if (active.length === 0) return row;
    const cells = [...row.cells];
    for (const { area, cell } of active) {
      for (let column = area.left; column <= area.right; column++) {
        while (cells.length < column) cells.push(emptyCell);
        cells[column] = cell;
      }
    }
    return { row: row.row, cells };
  };
}
