// A report document → one worksheet: title, statements, table with typed cells, notes.

import type { ReportColumnType, ReportDocument, ReportValue } from "../domain/report.ts";
import {
  columnWidth,
  type Grid,
  type GridColumn,
  type GridRow,
  type GridValue,
  gridText,
  tabName,
  textWidth,
} from "./grid.ts";
import { printValue, statementsOf } from "./report-document.ts";

function gridValue(value: ReportValue, type: ReportColumnType): GridValue {
  if (value === null) return null;
  if (type === "money" && typeof value === "number") return { money: value };
  if (type === "integer" && typeof value === "number") return { integer: value };
  if (type === "day") return { day: String(value) };
  return gridText(String(value));
}

/** Column widths follow the first thousand rows: enough to look right, cheap for a long table. */
const sampled = 1_000;

export function reportGrid(document: ReportDocument): Grid {
  const line = (style: GridRow["style"], text: string): GridRow => ({ style, cells: [gridText(text)] });
  const top = [
    line("title", document.title),
    ...statementsOf(document).map((statement) => line("about", statement)),
  ];
  const columns = document.columns.map(({ name, type }, at): GridColumn => {
    const texts = document.rows.slice(0, sampled).map((row) => printValue(row[at] ?? null, type));
    const width = columnWidth([name, ...texts]);
    // Thousands separators come on top of the plain amount.
    return type === "money"
      ? {
          width: Math.max(width, columnWidth(texts.map((text) => text + ",".repeat(textWidth(text) / 3)))),
          align: "right",
        }
      : { width, align: type === "integer" ? "right" : "left" };
  });
  return {
    name: tabName(document.title),
    columns,
    rows: [
      ...top,
      { style: "head", cells: document.columns.map(({ name }) => gridText(name)) },
      ...document.rows.map(
        (row): GridRow => ({
          style: "body",
          cells: document.columns.map(({ type }, at) => gridValue(row[at] ?? null, type)),
        }),
      ),
      ...document.notes.map((note) => line("note", note)),
    ],
    headRow: top.length + 1,
    choices: [],
    hints: new Map(),
  };
}
