// The one table of every page: puts model, lines, range, head and tools together and answers the keyboard. Over 300 lines because its parts share one focus, one range and one scroll.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useUnit } from "./frame-state.ts";
import { mostPrinted, usePrinting } from "./printing.ts";
import {
  type ColumnSort,
  type DataColumn,
  extractOf,
  fitWidth,
  type GroupChoice,
  type TableExtract,
  textOf,
} from "./table-column.ts";
import { useTableExporter } from "./table-export.ts";
import { filterWords } from "./table-filter.ts";
import { useTableFind } from "./table-find.ts";
import { TableHead } from "./table-head.tsx";
import { GroupLineView, RowLineView, TableFoot } from "./table-line.tsx";
import { linesOf } from "./table-lines.ts";
import { leastWidth, useTableModel } from "./table-model.ts";
import { type CellAt, type CellRange, isInRange, isSingle, moveTo, toTsv } from "./table-range.ts";
import { TableTools } from "./table-tools.tsx";
import { textWidth } from "./text-width.ts";
import { useToast } from "./undo-toast.tsx";
import { useFormats, useWords } from "./words.tsx";
import "./data-table.css";

interface DataTableProps<Row> {
  /** Columns, widths and grouping are remembered under it. */
  id: string;
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** The row whose detail is open. */
  selected?: string | null;
  onOpen?: (row: Row) => void;
  groups?: readonly GroupChoice<Row>[];
  /** The key of the group choice at first. */
  startGroup?: string;
  startSort?: readonly ColumnSort[];
  /** A foot with the columns' totals. */
  foot?: boolean;
  /** Chips at the left of the tools; other controls at the right. */
  tools?: ReactNode;
  toolsEnd?: ReactNode;
  /** Instead of the window's own way to a file. */
  onExport?: (extract: TableExtract) => void;
  /** Shown instead of the lines when there is no row at all. */
  empty?: ReactNode;
  /** Something wide beneath a row, of a fixed height. */
  below?: (row: Row) => ReactNode | null;
  belowHeight?: number;
  tone?: (row: Row) => "amber" | "dim" | null;
}

const groupHeight = 28;
const noGroups: readonly never[] = [];
const noSort: readonly ColumnSort[] = [];

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { id, groups = noGroups, onOpen } = props;
  const words = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const toast = useToast();
  const exporter = useTableExporter();
  const model = useTableModel({
    id,
    columns: props.columns,
    rows: props.rows,
    startSort: props.startSort ?? noSort,
  });
  const { columns } = model;
  const group =
    groups.find((choice) => choice.key === (model.layout.group ?? props.startGroup ?? "")) ?? null;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => linesOf(model.rows, group, closed), [model.rows, group, closed]);
  const [range, setRange] = useState<CellRange>({
    anchor: { line: 0, column: 0 },
    active: { line: 0, column: 0 },
  });
  const [filtering, setFiltering] = useState<string | null>(null);
  const isPrinting = usePrinting();
  const grid = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);

  const lineHeight = model.layout.isCompact ? 26 : 32;
  const headHeight = columns.some((column) => column.band) ? 54 : 30;
  const belowOf = (line: number): ReactNode | null => {
    const at = lines[line];
    return at?.kind === "row" ? (props.below?.(at.row) ?? null) : null;
  };
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => grid.current,
    estimateSize: (at) =>
      lines[at]?.kind === "group"
        ? groupHeight
        : lineHeight + (belowOf(at) === null ? 0 : (props.belowHeight ?? 36)),
    overscan: 12,
    scrollPaddingEnd: headHeight + (props.foot ? 32 : 0),
  });
  // Sizes follow the kind of line, so they must be asked again whenever the lines change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of lines is the event
  useEffect(() => virtual.measure(), [lines, lineHeight, virtual]);

  const reach = (to: CellAt, extend = false): void => {
    setRange((now) => ({ anchor: extend ? now.anchor : to, active: to }));
    if (to.line >= 0) virtual.scrollToIndex(to.line, { align: "auto" });
  };
  const find = useTableFind(lines, columns, reach, () => grid.current?.focus());
  const toggleGroup = (key: string): void =>
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const activate = (at: CellAt): void => {
    const line = lines[at.line];
    if (at.line < 0) {
      const column = columns[at.column];
      if (column) model.toggleSort(column.key, false);
    } else if (line?.kind === "group") toggleGroup(line.key);
    else if (line?.kind === "row") onOpen?.(line.row);
  };

  const rangeCells = (): string[][] => {
    const shown = isSingle(range) ? { anchor: range.active, active: range.active } : range;
    return lines.flatMap((line, at) => {
      if (line.kind !== "row") return [];
      const cells = columns.flatMap((column, c) =>
        isInRange(shown, at, c) ? [textOf(column, line.row)] : [],
      );
      return cells.length > 0 ? [cells] : [];
    });
  };
  const copy = async (): Promise<void> => {
    const cells = rangeCells();
    if (cells.length === 0) return;
    await navigator.clipboard.writeText(toTsv(cells));
    toast.say({
      words: words.tables.copiedCells(formats.count(cells.length), formats.count(cells[0]?.length ?? 0)),
    });
  };
  const extract = (): TableExtract =>
    extractOf(
      columns,
      model.rows,
      columns.flatMap((column) => {
        const filter = model.filters[column.key];
        return filter ? [filterWords(column.title, filter, words, unit)] : [];
      }),
    );

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== grid.current) return;
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / lineHeight) - 2);
    const to = event.altKey
      ? null
      : moveTo(event.key, range.active, { lines: lines.length, columns: columns.length, page }, control);
    const column = columns[range.active.column];
    if (to) reach(to, event.shiftKey && to.line >= 0);
    else if (event.altKey && event.key === "ArrowDown" && column) setFiltering(column.key);
    else if (control && event.key === "f") find.open();
    else if (control && event.key === "c") void copy();
    else if (control && event.key === "a")
      setRange({
        anchor: { line: 0, column: 0 },
        active: { line: lines.length - 1, column: columns.length - 1 },
      });
    else if (event.key === "Enter" || event.key === " ") activate(range.active);
    else return;
    event.preventDefault();
  };
  const press = (event: PointerEvent, at: CellAt): void => {
    if (event.button !== 0) return;
    dragging.current = true;
    reach(at, event.shiftKey);
  };

  const fitted = useMemo(
    () => new Map(props.columns.map((column) => [column.key, fitWidth(column, props.rows)])),
    [props.columns, props.rows],
  );
  // A total is longer than its rows: the column makes room for it, for numbers are never cut.
  const widthOf = (column: DataColumn<Row>): number =>
    Math.max(
      model.layout.widths[column.key] ?? fitted.get(column.key) ?? column.width,
      props.foot && column.total ? textWidth(column.total(model.rows)) * 1.3 + 24 : leastWidth,
    );
  const takesRest = (column: DataColumn<Row>): boolean =>
    column.grows === true && model.layout.widths[column.key] === undefined;
  const template = columns
    .map((column) => (takesRest(column) ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`))
    .join(" ");
  const minWidth = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const gridTemplate = columns.some(takesRest) ? template : `${template} minmax(0, 1fr)`;

  const drawn = isPrinting
    ? lines.slice(0, mostPrinted).map((_, index) => ({ index, start: 0 }))
    : virtual.getVirtualItems().map(({ index, start }) => ({ index, start }));
  // A group line is one wide cell, whatever column the active cell came from.
  const activeColumn = lines[range.active.line]?.kind === "group" ? 0 : range.active.column;
  const activeId =
    range.active.line < 0 ? `${id}-h-${range.active.column}` : `${id}-${range.active.line}-${activeColumn}`;
  const isActiveDrawn = range.active.line < 0 || drawn.some(({ index }) => index === range.active.line);

  return (
    <div className="q-table">
      <TableTools
        model={model}
        all={props.rows.length}
        start={props.tools}
        end={props.toolsEnd}
        groups={groups}
        group={group?.key ?? null}
        find={find}
        onExport={
          props.onExport
            ? () => props.onExport?.(extract())
            : exporter
              ? (format) => exporter.take(props.label, extract(), format)
              : undefined
        }
      />
      {props.rows.length === 0 && props.empty ? (
        props.empty
      ) : (
        <div
          ref={grid}
          className="q-grid q-scroll"
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable="true"
          {...(isActiveDrawn && lines.length > 0 ? { "aria-activedescendant": activeId } : {})}
          {...(model.layout.isCompact ? { "data-compact": "" } : {})}
          onKeyDown={onKey}
          onScroll={(event) =>
            event.currentTarget.toggleAttribute("data-scrolled", event.currentTarget.scrollLeft > 0)
          }
          onPointerUp={() => {
            dragging.current = false;
          }}
        >
          <TableHead
            id={id}
            model={model}
            template={gridTemplate}
            minWidth={minWidth}
            sample={props.rows[0]}
            active={range.active.line < 0 ? range.active.column : null}
            filtering={filtering}
            onFiltering={setFiltering}
          />
          <div className="q-grid-body" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
            {drawn.map(({ index, start }) => {
              const line = lines[index];
              if (!line) return null;
              const place = { transform: `translateY(${start}px)`, gridTemplateColumns: gridTemplate };
              if (line.kind === "group")
                return (
                  <GroupLineView
                    key={`g.${line.key}`}
                    id={id}
                    at={index}
                    line={line}
                    note={group?.note?.(line.rows) ?? words.common.rows(formats.count(line.rows.length))}
                    span={columns.length}
                    isActive={range.active.line === index}
                    place={place}
                    onToggle={() => {
                      reach({ line: index, column: 0 });
                      toggleGroup(line.key);
                    }}
                  />
                );
              const key = props.rowKey(line.row);
              return (
                <RowLineView
                  key={key}
                  id={id}
                  at={index}
                  row={line.row}
                  columns={columns}
                  range={range}
                  found={find.query && find.found?.line === index ? find.found.column : null}
                  isSelected={props.selected === undefined ? null : props.selected === key}
                  isOpenable={onOpen !== undefined}
                  tone={props.tone?.(line.row) ?? null}
                  below={belowOf(index)}
                  belowHeight={props.belowHeight ?? 36}
                  place={place}
                  onPress={press}
                  onReach={(at) => dragging.current && reach(at, true)}
                  onClick={() => {
                    if (isSingle(range)) onOpen?.(line.row);
                  }}
                />
              );
            })}
            {lines.length === 0 ? (
              <div className="q-grid-none" role="row">
                <span role="gridcell">
                  {words.tables.empty}
                  {words.common.fullStop}
                  {words.tables.emptyHelp}
                </span>
              </div>
            ) : null}
          </div>
          {isPrinting && lines.length > mostPrinted ? (
            <p className="q-small q-muted">
              {words.tables.printedFirst(formats.count(mostPrinted), formats.count(lines.length))}
            </p>
          ) : null}
          {props.foot && lines.length > 0 ? (
            <TableFoot columns={columns} rows={model.rows} template={gridTemplate} minWidth={minWidth} />
          ) : null}
        </div>
      )}
    </div>
  );
}
