// One column's filter as a value, whether a row passes it, and how it reads in words.
import { formatMoney, type MoneyUnit } from "../../shared/domain/money.ts";
import type { Words } from "../../shared/words/zh.ts";
import { type DataColumn, textOf } from "./table-column.ts";

export type ColumnFilter =
  | { kind: "choices"; chosen: readonly string[] }
  | { kind: "text"; contains: string }
  | { kind: "number" | "money"; least: number | null; most: number | null }
  | { kind: "day"; from: string | null; to: string | null };

export function filterKindOf<Row>(
  column: DataColumn<Row>,
  sample: Row | undefined,
): ColumnFilter["kind"] | null {
  if (column.filter === "none") return null;
  if (column.filter) return column.filter;
  return sample !== undefined && typeof column.value(sample) === "number" ? "number" : "choices";
}

export function passes<Row>(column: DataColumn<Row>, row: Row, filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case "choices":
      return filter.chosen.includes(textOf(column, row));
    case "text":
      return textOf(column, row).toLowerCase().includes(filter.contains.toLowerCase());
    case "number":
    case "money": {
      const value = column.value(row);
      return (
        typeof value === "number" &&
        (filter.least === null || value >= filter.least) &&
        (filter.most === null || value <= filter.most)
      );
    }
    case "day": {
      const day = column.value(row);
      return (
        typeof day === "string" &&
        (filter.from === null || day >= filter.from) &&
        (filter.to === null || day <= filter.to)
      );
    }
  }
}

/** "状态:待核、整改中"; exports print it. */
export function filterWords(title: string, filter: ColumnFilter, words: Words, unit: MoneyUnit): string {
  const { common, tables } = words;
  const say = (what: string): string => `${title}${common.colon}${what}`;
  const number = (n: number): string =>
    filter.kind === "money" ? `${formatMoney(n, unit)} ${common[unit]}` : String(n);
  switch (filter.kind) {
    case "choices":
      return say(filter.chosen.map((text) => text || tables.blank).join(common.listing));
    case "text":
      return say(`${tables.contains} “${filter.contains}”`);
    case "number":
    case "money":
      return say(
        [
          filter.least === null ? "" : `${tables.atLeast} ${number(filter.least)}`,
          filter.most === null ? "" : `${tables.atMost} ${number(filter.most)}`,
        ]
          .filter(Boolean)
          .join(common.comma),
      );
    case "day":
      return say(common.range(filter.from ?? "…", filter.to ?? "…"));
  }
}
