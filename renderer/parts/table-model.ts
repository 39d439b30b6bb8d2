// The state of a table: order, widths, sorting, filters and counts; TanStack Table computes, this names the results.
import {
  columnFacetingFeature,
  columnFilteringFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFacetedRowModel,
  createFilteredRowModel,
  createSortedRowModel,
  functionalUpdate,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useCallback, useMemo, useState } from "react";
import { useRemembered } from "./memory.ts";
import { type CellValue, type ColumnSort, type DataColumn, textOf } from "./table-column.ts";
import { type ColumnFilter, passes } from "./table-filter.ts";

interface Layout {
  order: readonly string[];
  hidden: readonly string[];
  widths: Readonly<Record<string, number>>;
  isCompact: boolean;
  /** The key of a group choice; "" for none; null for the page's own default. */
  group: string | null;
}

const features = tableFeatures({
  columnFilteringFeature,
  columnFacetingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  facetedRowModel: createFacetedRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const collator = new Intl.Collator("zh-CN", { numeric: true });
export const compareValues = (a: CellValue | undefined, b: CellValue | undefined): number =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a ?? ""), String(b ?? ""));

const isTextList = (json: unknown): json is string[] =>
  Array.isArray(json) && json.every((one) => typeof one === "string");
function readLayout(json: unknown): Layout | null {
  if (typeof json !== "object" || json === null) return null;
  const { order, hidden, widths, isCompact, group } = json as Record<string, unknown>;
  if (!isTextList(order) || !isTextList(hidden) || typeof widths !== "object" || widths === null) return null;
  return {
    order,
    hidden,
    widths: Object.fromEntries(
      Object.entries(widths).filter(([, width]) => typeof width === "number"),
    ) as Record<string, number>,
    isCompact: isCompact === true,
    group: typeof group === "string" ? group : null,
  };
}

export const leastWidth = 40;
const noFilters: Readonly<Record<string, ColumnFilter>> = {};

export interface TableModel<Row> {
  /** Shown, in order. */
  columns: readonly DataColumn<Row>[];
  /** All, in order. */
  allColumns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  sort: readonly ColumnSort[];
  filters: Readonly<Record<string, ColumnFilter>>;
  layout: Layout;
  widthOf(column: DataColumn<Row>): number;
  toggleSort(key: string, add: boolean): void;
  setSort(sort: readonly ColumnSort[]): void;
  setFilter(key: string, filter: ColumnFilter | null): void;
  clearFilters(): void;
  change(layout: Partial<Layout>): void;
  move(key: string, before: string | null): void;
  resetLayout(): void;
  /** Texts of a column with the number of rows that pass all other filters, most frequent first. */
  facet(key: string): readonly { text: string; count: number }[];
}

export function useTableModel<Row>(props: {
  id: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  startSort: readonly ColumnSort[];
}): TableModel<Row> {
  const start = useMemo<Layout>(
    () => ({
      order: [],
      hidden: props.columns.filter((column) => column.startsHidden).map((column) => column.key),
      widths: {},
      isCompact: false,
      group: null,
    }),
    [props.columns],
  );
  const [layout, setLayout] = useRemembered<Layout>(`table.${props.id}`, start, readLayout);
  const [sorting, setSorting] = useState<SortingState>(() =>
    props.startSort.map(({ key, descending }) => ({ id: key, desc: descending })),
  );
  const [filters, setFilters] = useState(noFilters);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row & object>();
    return helper.columns(
      props.columns.map((column) =>
        helper.accessor((row) => column.value(row) ?? undefined, {
          id: column.key,
          sortUndefined: "last",
          sortFn: (a, b, id) => compareValues(a.getValue<CellValue>(id), b.getValue<CellValue>(id)),
          filterFn: (row, _id, filter: ColumnFilter) => passes(column, row.original, filter),
        }),
      ),
    );
  }, [props.columns]);
  const columnFilters = useMemo(
    () => Object.entries(filters).map(([id, value]) => ({ id, value })),
    [filters],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(layout.hidden.map((key) => [key, false])),
    [layout.hidden],
  );
  const columnOrder = useMemo(() => [...layout.order], [layout.order]);
  const table = useTable({
    features,
    columns: definitions,
    data: props.rows as readonly (Row & object)[],
    state: { sorting, columnFilters, columnVisibility, columnOrder },
    onSortingChange: (updater) => setSorting((before) => functionalUpdate(updater, before)),
    sortDescFirst: false,
  });

  const byKey = useMemo(() => new Map(props.columns.map((column) => [column.key, column])), [props.columns]);
  const named = (keys: readonly { id: string }[]): DataColumn<Row>[] =>
    keys.flatMap(({ id }) => byKey.get(id) ?? []);
  const allColumns = named(table.getAllLeafColumns());
  const modelRows = table.getRowModel().rows;
  const rows = useMemo(() => modelRows.map((row) => row.original as Row), [modelRows]);
  const change = useCallback(
    (part: Partial<Layout>) => setLayout({ ...layout, ...part }),
    [layout, setLayout],
  );

  return {
    columns: named(table.getVisibleLeafColumns()),
    allColumns,
    rows,
    sort: sorting.map(({ id, desc }) => ({ key: id, descending: desc })),
    filters,
    layout,
    widthOf: (column) => Math.max(leastWidth, layout.widths[column.key] ?? column.width),
    toggleSort: (key, add) => table.getColumn(key)?.toggleSorting(undefined, add),
    setSort: (sort) => setSorting(sort.map(({ key, descending }) => ({ id: key, desc: descending }))),
    setFilter: (key, filter) =>
      setFilters((before) => {
        const { [key]: _, ...rest } = before;
        return filter ? { ...rest, [key]: filter } : rest;
      }),
    clearFilters: () => setFilters(noFilters),
    change,
    move: (key, before) => {
      const rest = allColumns.map((column) => column.key).filter((one) => one !== key);
      const at = before === null ? rest.length : rest.indexOf(before);
      change({ order: rest.toSpliced(at < 0 ? rest.length : at, 0, key) });
    },
    resetLayout: () => setLayout(start),
    facet: (key) => {
      const column = byKey.get(key);
      if (!column) return [];
      const counts = new Map<string, number>();
      for (const row of table.getColumn(key)?.getFacetedRowModel().rows ?? []) {
        const text = textOf(column, row.original);
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      return [...counts]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count || collator.compare(a.text, b.text));
    },
  };
}
