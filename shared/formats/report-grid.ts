// A report document → worksheets: title, statements, table with typed cells, notes; a further sheet for each further table.
import type {
  ReportColumn,
  ReportColumnType,
  ReportDocument,
  ReportPart,
  ReportValue,
} from "../domain/report.ts";
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

export const reportGrids = (document: ReportDocument): Grid[] => [
  firstGrid(document),
  ...(document.parts ?? []).map(partGrid),
];

function firstGrid(document: ReportDocument): Grid {
  const line = (style: GridRow["style"], text: string): GridRow => ({ style, cells: [gridText(text)] });
  const top = [
    line("title", document.title),
    ...statementsOf(document).map((statement) => line("about", statement)),
  ];
  return {
    name: tabName(document.title),
    columns: columnsOf(document),
    rows: [...top, ...tableOf(document), ...document.notes.map((note) => line("note", note))],
    headRow: top.length + 1,
    choices: [],
    hints: new Map(),
  };
}

const partGrid = (part: ReportPart): Grid => ({
  name: tabName(part.title),
  columns: columnsOf(part),
  rows: [{ style: "title", cells: [gridText(part.title)] }, ...tableOf(part)],
  headRow: 2,
  choices: [],
  hints: new Map(),
});

interface Table {
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportValue[])[];
}
const tableOf = ({ columns, rows }: Table): GridRow[] => [
  { style: "head", cells: columns.map(({ name }) => gridText(name)) },
  ...rows.map(
    (row): GridRow => ({
      style: "body",
      cells: columns.map(({ type }, at) => gridValue(row[at] ?? null, type)),
    }),
  ),
];
const columnsOf = ({ columns, rows }: Table): GridColumn[] =>
  columns.map(({ name, type }, at): GridColumn => {
    const texts = rows.slice(0, sampled).map((row) => printValue(row[at] ?? null, type));
    const width = columnWidth([name, ...texts]);
    // Thousands separators come on top of the plain amount.
    return type === "money"
      ? {
          width: Math.max(width, columnWidth(texts.map((text) => text + ",".repeat(textWidth(text) / 3)))),
          align: "right",
        }
      : { width, align: type === "integer" ? "right" : "left" };
  });
