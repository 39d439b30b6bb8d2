// How a ledger lies on its sheet: a title merged over the table, a line that says unit, day and money, the header, the rows, a line to sign.
import type { Day } from "../../domain/day.ts";
import type { MoneyUnit } from "../../domain/money.ts";
import { columnWidth, type Grid, type GridColumn, type GridRow, type GridValue, gridText } from "../grid.ts";

export interface LedgerHead {
  /** The words of the lower header row. */
  words: string;
  /** A head shared with the neighbours that carry the same one. */
  over?: string;
  align?: "left" | "right";
}
export interface LedgerPage {
  name: string;
  title: string;
  unitName: string;
  day: Day;
  /** null: no amounts. */
  money: MoneyUnit | null;
  heads: readonly LedgerHead[];
  rows: readonly (readonly GridValue[])[];
}

/** What is counted for the width of a column; numbers are short. */
const shown = (value: GridValue): string =>
  value && "text" in value ? value.text : value ? "2024-03-05" : "";
const sampled = 1_000;

export function ledgerGrid(page: LedgerPage): Grid {
  const { heads, rows } = page;
  const last = heads.length - 1;
  const line = (style: GridRow["style"], words: string): GridRow => ({ style, cells: [gridText(words)] });
  const money = page.money === null ? "" : `　　金额单位：${page.money === "wan" ? "万元" : "元"}`;
  const isTwoDeep = heads.some(({ over }) => over !== undefined);
  const lower: GridRow = { style: "head", cells: heads.map(({ words }) => gridText(words)) };
  const upper: GridRow = { style: "head", cells: heads.map(({ words, over }) => gridText(over ?? words)) };
  const top = [
    line("banner", page.title),
    line("about", `单位：${page.unitName}　　截至：${page.day}${money}`),
    ...(isTwoDeep ? [upper] : []),
    lower,
  ];
  const headRow = top.length;
  const merges = [
    { top: 1, bottom: 1, left: 0, right: last },
    { top: 2, bottom: 2, left: 0, right: last },
  ];
  if (isTwoDeep)
    heads.forEach(({ over }, at) => {
      if (over === undefined) merges.push({ top: headRow - 1, bottom: headRow, left: at, right: at });
      else if (heads[at - 1]?.over !== over) {
        let right = at;
        while (heads[right + 1]?.over === over) right += 1;
        merges.push({ top: headRow - 1, bottom: headRow - 1, left: at, right });
      }
    });
  const columns = heads.map(
    ({ words, align }, at): GridColumn => ({
      width: Math.min(
        32,
        columnWidth([words, ...rows.slice(0, sampled).map((row) => shown(row[at] ?? null))]),
      ),
      align: align ?? "left",
    }),
  );
  return {
    name: page.name,
    columns,
    rows: [
      ...top,
      ...rows.map((cells): GridRow => ({ style: "body", cells })),
      line("note", "制表人：　　　　　　　　审核人：　　　　　　　　批准人：　　　　　　　　日期："),
    ],
    headRow,
    firstHeadRow: isTwoDeep ? headRow - 1 : headRow,
    merges,
    choices: [],
    hints: new Map(),
  };
}
