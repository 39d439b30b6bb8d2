// Turns grids into the bytes of a workbook: typed cells, frozen and repeated header, A4 landscape, Chinese fonts.
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { formatWan, plainYuan } from "../../shared/domain/money.ts";
import type { Grid, GridColumn, GridStyle, GridValue } from "../../shared/formats/grid.ts";

const fonts: Record<GridStyle, CellStyle["font"]> = {
  title: { name: "黑体", size: 16, bold: true },
  banner: { name: "黑体", size: 16, bold: true },
  about: { name: "宋体", size: 10, color: { rgb: "595959" } },
  head: { name: "黑体", size: 10, bold: true },
  body: { name: "宋体", size: 10 },
  note: { name: "宋体", size: 10, italic: true },
};
const thin = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

const headStyle: CellStyle = {
  font: fonts.head!,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEFF2" } },
  border,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const bodyStyle = (column: GridColumn): CellStyle => ({
  font: fonts.body!,
  border,
  // "@" keeps a code a text even after someone edits the cell.
  numFmt: "@",
  alignment: { horizontal: column.align, vertical: "top", wrapText: true },
});
const formats = { money: "#,##0.00", wan: "#,##0.00####", day: "yyyy-mm-dd", integer: "0" } as const;

// A number of Excel keeps 15 digits: larger amounts are written as text, exactly.
const exactFen = 999_999_999_999_999;

/** "_x000D_" is how the format writes a carriage return: those letters themselves must be marked (hucre does not). */
const literal = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** The stored value and, where it is no text, its number format. Text is never a formula: it is stored as text. */
function toValue(value: GridValue): { value: CellValue; numFmt?: string } {
  if (value === null) return { value: null };
  if ("text" in value) return { value: literal(value.text) };
  if ("day" in value) return { value: new Date(`${value.day}T00:00:00Z`), numFmt: formats.day };
  if ("integer" in value) return { value: value.integer, numFmt: formats.integer };
  const isWan = value.unit === "wan";
  const exact = isWan ? formatWan(value.money).replaceAll(",", "") : plainYuan(value.money);
  return Math.abs(value.money) <= exactFen
    ? { value: Number(exact), numFmt: isWan ? formats.wan : formats.money }
    : { value: exact };
}

/** The format of a column's body is that of its first typed cell; cells that differ carry their own. */
function toSheet(grid: Grid): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const styles = grid.columns.map(bodyStyle);
  const dated = styles.map((style, at) => {
    const typed = grid.rows.find((row) => row.style === "body" && row.cells[at])?.cells[at] ?? null;
    const { numFmt } = toValue(typed);
    return numFmt === undefined ? style : { ...style, numFmt };
  });
  const rows = grid.rows.map((row, at) =>
    row.cells.map((given, column) => {
      const { value, numFmt } = toValue(given);
      if (row.style === "head") {
        const hint = grid.hints.get(column);
        cells.set(`${at},${column}`, {
          value,
          style: headStyle,
          ...(hint ? { comment: { text: hint } } : {}),
        });
      } else if (row.style !== "body") {
        cells.set(`${at},${column}`, {
          value,
          style: {
            font: fonts[row.style]!,
            alignment: {
              vertical: "center",
              ...(row.style === "banner" ? { horizontal: "center" as const } : {}),
            },
          },
        });
      } else if (value !== null && (numFmt ?? "@") !== dated[column]?.numFmt) {
        cells.set(`${at},${column}`, { value, style: { ...styles[column], numFmt: numFmt ?? "@" } });
      }
      return value;
    }),
  );
  return {
    name: grid.name,
    columns: grid.columns.map(({ width }, at) => ({ width, style: dated[at]! })),
    rows,
    cells,
    ...(grid.merges
      ? {
          merges: grid.merges.map(({ top, bottom, left, right }) => ({
            startRow: top - 1,
            endRow: bottom - 1,
            startCol: left,
            endCol: right,
          })),
        }
      : {}),
    dataValidations: grid.choices.map(({ column, from, until, words }) => ({
      type: "list",
      values: [...words],
      allowBlank: true,
      showErrorMessage: false,
      range: `${letters(column)}${from}:${letters(column)}${until}`,
    })),
    ...(grid.headRow === null ? {} : { freezePane: { rows: grid.headRow } }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(grid.headRow === null
        ? {}
        : { printTitlesRow: `$${grid.firstHeadRow ?? grid.headRow}:$${grid.headRow}` }),
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  };
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The bytes of a workbook with one sheet per grid, in order. */
export const xlsxBytes = (grids: readonly Grid[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: grids.map(toSheet),
    defaultFont: fonts.body!,
    properties: { creator: "权衡 Quanheng" },
  });
