// The rows of one sheet as a table, its columns taken from the sheet's own description.
import { type ReactNode, useMemo } from "react";
import type { SheetColumn, SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { SheetRow } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { type CellWords, useCellWords } from "./cell-words.ts";

const widthOf = (column: SheetColumn): number => {
  switch (column.type) {
    case "day":
    case "last-day":
      return 104;
    case "flag":
      return 76;
    case "integer":
      return 84;
    case "money":
      return 112;
    case "instant":
      return 150;
    case "code":
      return 104;
    default:
      return column.key === "name" ? 150 : 132;
  }
};

function columnOf(
  column: SheetColumn,
  cells: CellWords,
  title: string,
  hasExtra: boolean,
): DataColumn<SheetRow>[] {
  const isWide =
    (column.key === "name" && !hasExtra) || (column.type === "reference" && column.isRequired && !hasExtra);
  const own: DataColumn<SheetRow> = {
    key: column.key,
    title,
    width: widthOf(column),
    ...(isWide ? { grows: true } : {}),
    ...(column.type === "money" || column.type === "integer" ? { align: "end" as const } : {}),
    ...(column.type === "money" ? { filter: "money" as const } : {}),
    ...(column.type === "day" || column.type === "last-day" ? { filter: "day" as const } : {}),
    ...(column.type === "code" ? { filter: "text" as const } : {}),
    value: (row) => cells.value(row, column),
    text: (row) => cells.text(row, column),
  };
  // A reference reads as a name; its code stands beside it for those who know it by heart.
  if (column.type !== "reference") return [own];
  return [
    {
      key: `${column.key}.code`,
      title,
      width: 92,
      filter: "text",
      startsHidden: !column.isRequired,
      value: (row) => row.labels[column.key]?.code ?? null,
    },
    own,
  ];
}

const noExtra: readonly DataColumn<SheetRow>[] = [];

export function SheetList(props: {
  kind: SheetKind;
  rows: readonly SheetRow[];
  selected: string | null;
  onOpen(row: SheetRow): void;
  tools?: ReactNode;
  toolsEnd?: ReactNode;
  /** Columns that other sheets know, after the name. */
  extra?: readonly DataColumn<SheetRow>[];
  empty?: ReactNode;
}): ReactNode {
  const { kind, extra = noExtra } = props;
  const say = useText();
  const cells = useCellWords();
  const sheet = sheetOf(kind);
  const columns = useMemo(
    () =>
      sheet.columns.flatMap((column) => {
        const made = columnOf(column, cells, say(column.name), extra.length > 0);
        const name = column.to && column.to !== kind ? say(sheetOf(column.to).name) : null;
        const named = made.map((one) => (name && one.key === column.key ? { ...one, title: name } : one));
        return column.key === "name" ? [...named, ...extra] : named;
      }),
    [kind, sheet, cells, say, extra],
  );
  const groups = useMemo<GroupChoice<SheetRow>[]>(
    () =>
      sheet.columns
        .filter((column) => ["reference", "choice", "flag"].includes(column.type))
        .map((column) => ({
          key: column.key,
          title: column.to ? say(sheetOf(column.to).name) : say(column.name),
          of: (row) => {
            const words = cells.text(row, column);
            return { key: words, words: words || "—" };
          },
        })),
    [sheet, cells, say],
  );
  return (
    <DataTable
      key={kind}
      id={`sheet.${kind}`}
      label={say(sheet.name)}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      selected={props.selected}
      onOpen={props.onOpen}
      groups={groups}
      tools={props.tools}
      toolsEnd={props.toolsEnd}
      empty={props.empty}
    />
  );
}
