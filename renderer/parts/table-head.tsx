// The header of a table: bands, titles that sort, filters behind a funnel, grips that resize, titles that drag.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the active cell does the same as a click
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; it carries the roles
import { Popover } from "antd";
import { ArrowDown, ArrowUp, ListFilter } from "lucide-react";
import { type DragEvent, type PointerEvent, type ReactNode, useState } from "react";
import type { DataColumn } from "./table-column.ts";
import { filterKindOf } from "./table-filter.ts";
import { FilterCard } from "./table-filter-card.tsx";
import { leastWidth, type TableModel } from "./table-model.ts";
import { useWords } from "./words.tsx";

interface HeadProps<Row> {
  id: string;
  model: TableModel<Row>;
  template: string;
  minWidth: number;
  sample: Row | undefined;
  /** The column whose title is the active cell; null elsewhere. */
  active: number | null;
  /** The column whose filter is open. */
  filtering: string | null;
  onFiltering(key: string | null): void;
}

function bandsOf<Row>(columns: readonly DataColumn<Row>[]): { band: string; span: number; key: string }[] {
  const bands: { band: string; span: number; key: string }[] = [];
  for (const { band = "", key } of columns) {
    const last = bands.at(-1);
    if (last && last.band === band && band !== "") last.span += 1;
    else bands.push({ band, span: 1, key });
  }
  return bands;
}

export function TableHead<Row>(props: HeadProps<Row>): ReactNode {
  const { model } = props;
  const { tables } = useWords();
  const [dropAt, setDropAt] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const hasBands = model.columns.some((column) => column.band);

  const resize = (event: PointerEvent<HTMLElement>, column: DataColumn<Row>): void => {
    event.preventDefault();
    event.stopPropagation();
    const grip = event.currentTarget;
    const start = event.clientX;
    const width = grip.parentElement?.getBoundingClientRect().width ?? model.widthOf(column);
    grip.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent): void =>
      model.change({
        widths: {
          ...model.layout.widths,
          [column.key]: Math.max(leastWidth, Math.round(width + to.clientX - start)),
        },
      });
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const drop = (event: DragEvent, column: DataColumn<Row>): void => {
    event.preventDefault();
    setDropAt(null);
    if (dragged && dragged !== column.key) model.move(dragged, column.key);
  };

  return (
    <div className="q-grid-head" role="rowgroup" style={{ minWidth: props.minWidth }}>
      {hasBands ? (
        <div className="q-grid-bands" role="row" style={{ gridTemplateColumns: props.template }}>
          {bandsOf(model.columns).map(({ band, span, key }) => (
            <div
              key={key}
              className="q-grid-band"
              role="columnheader"
              aria-colspan={span}
              style={{ gridColumn: `span ${span}` }}
            >
              {band ? <span>{band}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
      <div
        className="q-grid-titles"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: props.template }}
      >
        {model.columns.map((column, at) => {
          const sortAt = model.sort.findIndex((sort) => sort.key === column.key);
          const sort = model.sort[sortAt];
          const filter = model.filters[column.key] ?? null;
          const kind = filterKindOf(column, props.sample);
          return (
            <div
              key={column.key}
              id={`${props.id}-h-${at}`}
              className="q-grid-title"
              role="columnheader"
              aria-colindex={at + 1}
              data-align={column.align ?? "start"}
              draggable
              onDragStart={() => setDragged(column.key)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setDropAt(column.key);
              }}
              onDragLeave={() => setDropAt(null)}
              onDrop={(event) => drop(event, column)}
              {...(sort
                ? { "aria-sort": sort.descending ? ("descending" as const) : ("ascending" as const) }
                : {})}
              {...(props.active === at ? { "data-active": "" } : {})}
              {...(dropAt === column.key && dragged !== column.key ? { "data-drop": "" } : {})}
            >
              {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, Enter on the header cell sorts */}
              <span
                className="q-title-words"
                title={`${column.title}\n${tables.sortHint}`}
                onClick={(event) => model.toggleSort(column.key, event.shiftKey)}
              >
                {column.isMark ? <span className="q-hidden">{column.title}</span> : column.title}
              </span>
              {sort ? (
                sort.descending ? (
                  <ArrowDown size={12} aria-hidden="true" />
                ) : (
                  <ArrowUp size={12} aria-hidden="true" />
                )
              ) : null}
              {sort && model.sort.length > 1 ? <span className="q-muted">{sortAt + 1}</span> : null}
              {kind ? (
                <Popover
                  trigger="click"
                  placement="bottomLeft"
                  title={tables.filterBy(column.title)}
                  open={props.filtering === column.key}
                  onOpenChange={(open) => props.onFiltering(open ? column.key : null)}
                  destroyOnHidden
                  content={
                    <FilterCard
                      title={column.title}
                      kind={kind}
                      filter={filter}
                      choices={
                        kind === "choices" && props.filtering === column.key ? model.facet(column.key) : []
                      }
                      onChange={(next) => model.setFilter(column.key, next)}
                    />
                  }
                >
                  <button
                    type="button"
                    tabIndex={-1}
                    className="q-title-filter"
                    aria-label={tables.filterBy(column.title)}
                    aria-expanded={props.filtering === column.key}
                    {...(filter ? { "data-on": "" } : {})}
                  >
                    <ListFilter size={13} strokeWidth={1.75} aria-hidden="true" />
                  </button>
                </Popover>
              ) : null}
              <span
                className="q-title-grip"
                onPointerDown={(event) => resize(event, column)}
                aria-hidden="true"
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
