// A range of the grid as a table of a spreadsheet, and such a table back into the grid.

import { parseTiers, type RangeSpeech, tiersWords } from "../../../shared/domain/amount-words.ts";
import type { Edit } from "../../../shared/domain/edit.ts";
import type { MoneyUnit } from "../../../shared/domain/money.ts";
import { toTsv } from "../../parts/table-range.ts";
import { type Ground, putRanges, tiersAt } from "./cell-edits.ts";

/** Cells of a pasted table; quoted cells may hold tabs, breaks and doubled quotes. */
export function parseTable(pasted: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = cell.exec(pasted); match && cell.lastIndex <= pasted.length; match = cell.exec(pasted)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") break;
    if (match[3] !== "\t") rows.push([]);
  }
  // A spreadsheet ends its last line too.
  if (rows.at(-1)?.every((one) => one === "") && rows.length > 1) rows.pop();
  return rows;
}

export interface Names {
  steps: ReadonlyMap<string, string>;
  columns: ReadonlyMap<string, string>;
}

/** Posts across, steps down, amounts in the cells; without names when one cell alone is copied. */
export function copied(
  ground: Ground,
  stepIds: readonly string[],
  columns: readonly string[],
  names: Names,
  speech: RangeSpeech,
): string {
  const body = stepIds.map((stepId) =>
    columns.map((postId) => tiersWords(tiersAt(ground, { stepId, postId }), speech)),
  );
  if (stepIds.length === 1 && columns.length === 1) return body[0]?.[0] ?? "";
  return toTsv([
    ["", ...columns.map((id) => names.columns.get(id) ?? "")],
    ...body.map((row, at) => [names.steps.get(stepIds[at] ?? "") ?? "", ...row]),
  ]);
}

export interface Pasted {
  edits: Edit[];
  /** Cells of the table that name no amount, as "line × column: words", 1-based. */
  unread: { line: number; column: number; words: string }[];
  /** Names in the table that the grid does not show. */
  unknown: string[];
}

/**
 * Puts a table where the selection begins; where its first line or column names posts or steps of the grid,
 * it is put by name instead. Empty cells change nothing; "-" ends what is there.
 */
export function pasted(
  ground: Ground,
  table: readonly (readonly string[])[],
  at: { stepIds: readonly string[]; columns: readonly string[] },
  all: { stepIds: readonly string[]; columns: readonly string[] },
  names: Names,
  unit: MoneyUnit,
): Pasted {
  const idBy = (map: ReadonlyMap<string, string>, known: readonly string[]): Map<string, string> =>
    new Map(known.map((id) => [(map.get(id) ?? "").trim(), id]));
  const columnBy = idBy(names.columns, all.columns);
  const stepBy = idBy(names.steps, all.stepIds);
  const [head = []] = table;
  const hasHead = head.slice(1).some((words) => columnBy.has(words.trim()));
  const body = hasHead ? table.slice(1) : table;
  const hasSide = body.some((row) => stepBy.has((row[0] ?? "").trim()));
  const result: Pasted = { edits: [], unread: [], unknown: [] };
  const width = Math.max(0, ...body.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, nth) => {
    if (!hasHead) return at.columns[nth - (hasSide ? 1 : 0)];
    const found = columnBy.get((head[nth] ?? "").trim());
    if (nth > 0 && found === undefined && (head[nth] ?? "").trim()) result.unknown.push(head[nth] ?? "");
    return found;
  });
  for (const [nth, row] of body.entries()) {
    const stepId = hasSide ? stepBy.get((row[0] ?? "").trim()) : at.stepIds[nth];
    if (hasSide && stepId === undefined && (row[0] ?? "").trim()) result.unknown.push(row[0] ?? "");
    if (stepId === undefined) continue;
    for (const [index, words] of row.entries()) {
      const postId = columns[index];
      if (postId === undefined || words.trim() === "" || (hasSide && index === 0)) continue;
      const cell = { stepId, postId };
      const tiers = /^[-—–]$/.test(words.trim()) ? [] : parseTiers(words, unit, tiersAt(ground, cell));
      if (tiers === null) result.unread.push({ line: nth + 1, column: index + 1, words });
      else result.edits.push(...putRanges(ground, cell, tiers));
    }
  }
  return result;
}
