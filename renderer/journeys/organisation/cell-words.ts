// How a stored cell of a sheet reads: names for references and choices, last days inclusive, money in the shown unit.
import { useMemo } from "react";
import { addDays } from "../../../shared/domain/day.ts";
import type { SheetColumn } from "../../../shared/domain/sheet-column.ts";
import type { SheetRow } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { beforeAll } from "../../parts/row-values.ts";
import type { CellValue } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export interface CellWords {
  /** What the table sorts by. */
  value(row: SheetRow, column: SheetColumn): CellValue;
  text(row: SheetRow, column: SheetColumn): string;
}

export function useCellWords(): CellWords {
  const { common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  return useMemo(() => {
    const text = (row: SheetRow, column: SheetColumn): string => {
      const cell = row.values[column.key];
      if (cell === null || cell === undefined) return column.key === "until" ? common.open_ended : "";
      switch (column.type) {
        case "reference":
          return row.labels[column.key]?.name ?? String(cell);
        case "choice": {
          const name = column.choices?.find((choice) => choice.value === cell)?.name;
          return name ? say(name) : String(cell);
        }
        case "flag":
          return cell === true ? common.yes : "";
        case "last-day":
          return typeof cell === "string" ? addDays(cell, -1) : "";
        case "day":
          return cell === beforeAll ? "" : String(cell);
        case "money":
          return typeof cell === "number" ? formats.money(cell, unit) : "";
        case "instant":
          return typeof cell === "number" ? formats.instant(cell) : String(cell);
        case "codes":
          return Array.isArray(cell) ? cell.join(common.listing) : String(cell);
        default:
          return String(cell);
      }
    };
    return {
      text,
      value: (row, column) => {
        const cell = row.values[column.key];
        return column.type === "money" || column.type === "integer" || column.type === "instant"
          ? typeof cell === "number"
            ? cell
            : null
          : text(row, column);
      },
    };
  }, [common, formats, unit, say]);
}
