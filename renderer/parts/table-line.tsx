// Draws one line of a table: a group with its subtotal, a row with its cells, or the foot with the totals.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
import { ChevronDown, ChevronRight } from "lucide-react";
import type { CSSProperties, PointerEvent, ReactNode } from "react";
import { type DataColumn, textOf } from "./table-column.ts";
import type { GroupLine } from "./table-lines.ts";
import { type CellAt, type CellRange, isInRange, isSingle } from "./table-range.ts";
import { useWords } from "./words.tsx";

interface GroupLineProps<Row> {
  id: string;
  at: number;
  line: GroupLine<Row>;
  note: string;
  span: number;
  isActive: boolean;
  place: CSSProperties;
  onToggle(): void;
}

export function GroupLineView<Row>(props: GroupLineProps<Row>): ReactNode {
  const { at, line } = props;
  const Arrow = line.isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="q-grid-line" role="row" aria-rowindex={at + 2} style={props.place}>
      <div
        id={`${props.id}-${at}-0`}
        className="q-grid-group"
        role="gridcell"
        aria-colspan={props.span}
        aria-expanded={line.isOpen}
        {...(props.isActive ? { "data-active": "" } : {})}
        onClick={props.onToggle}
      >
        <span>
          <Arrow size={14} strokeWidth={1.5} aria-hidden="true" />
          <b {...(line.tone ? { "data-tone": line.tone } : {})}>{line.words}</b>
          {props.note}
        </span>
      </div>
    </div>
  );
}

interface RowLineProps<Row> {
  id: string;
  at: number;
  row: Row;
  columns: readonly DataColumn<Row>[];
  range: CellRange;
  /** The column of the cell that was found; null in other lines. */
  found: number | null;
  /** Null where the table opens no detail. */
  isSelected: boolean | null;
  isOpenable: boolean;
  tone: "amber" | "dim" | null;
  below: ReactNode | null;
  belowHeight: number;
  place: CSSProperties;
  onPress(event: PointerEvent, at: CellAt): void;
  onReach(at: CellAt): void;
  onClick(): void;
}

export function RowLineView<Row>(props: RowLineProps<Row>): ReactNode {
  const { at, row, columns, range } = props;
  const isWide = !isSingle(range);
  return (
    <div
      className="q-grid-line"
      role="row"
      aria-rowindex={at + 2}
      style={props.place}
      {...(props.isSelected === null ? {} : { "aria-selected": props.isSelected })}
      {...(props.tone === "amber" ? { "data-tone": "amber" } : {})}
      {...(props.tone === "dim" ? { "data-dim": "" } : {})}
      {...(props.isOpenable ? { "data-openable": "" } : {})}
    >
      {columns.map((column, c) => {
        const text = textOf(column, row);
        const isActive = range.active.line === at && range.active.column === c;
        return (
          <div
            key={column.key}
            id={`${props.id}-${at}-${c}`}
            className="q-grid-cell"
            role="gridcell"
            aria-colindex={c + 1}
            title={text}
            data-align={column.align ?? "start"}
            {...(isActive ? { "data-active": "" } : {})}
            {...(isWide && isInRange(range, at, c) ? { "data-ranged": "" } : {})}
            {...(props.found === c ? { "data-found": "" } : {})}
            onPointerDown={(event) => props.onPress(event, { line: at, column: c })}
            onPointerEnter={() => props.onReach({ line: at, column: c })}
            onClick={(event) => {
              if (!event.shiftKey) props.onClick();
            }}
          >
            {column.cell ? column.cell(row) : text}
          </div>
        );
      })}
      {props.below === null ? null : (
        <div
          className="q-grid-below"
          role="gridcell"
          aria-colspan={columns.length}
          style={{ height: props.belowHeight }}
        >
          {props.below}
        </div>
      )}
    </div>
  );
}

export function TableFoot<Row>(props: {
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  template: string;
  minWidth: number;
}): ReactNode {
  const { tables } = useWords();
  return (
    <div className="q-grid-foot" role="rowgroup" style={{ minWidth: props.minWidth }}>
      <div className="q-grid-line" role="row" style={{ gridTemplateColumns: props.template }}>
        {props.columns.map((column, c) => (
          <div key={column.key} className="q-grid-cell" role="gridcell" data-align={column.align ?? "start"}>
            {column.total?.(props.rows) ?? (c === 0 ? tables.total : "")}
          </div>
        ))}
      </div>
    </div>
  );
}
