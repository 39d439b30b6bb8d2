// The tools of a table, icons only: find, groups, columns, row height, export; and how many rows a filter leaves.
import { Button, Checkbox, Dropdown, Popover } from "antd";
import { ArrowDown, ArrowUp, Columns3, Download, Layers, Rows3, Rows4, Search, X } from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";
import type { GroupChoice } from "./table-column.ts";
import { type ExportFormat, exportFormats } from "./table-export.ts";
import type { TableModel } from "./table-model.ts";
import { useFormats, useWords } from "./words.tsx";

interface ToolsProps<Row> {
  model: TableModel<Row>;
  all: number;
  start?: ReactNode;
  end?: ReactNode;
  groups: readonly GroupChoice<Row>[];
  group: string | null;
  find: {
    query: string | null;
    at: number;
    of: number;
    field: RefObject<HTMLInputElement | null>;
    open(): void;
    close(): void;
    seek(query: string): void;
    step(by: 1 | -1): void;
  };
  onExport?: ((format: ExportFormat) => void) | undefined;
}

function Icon(props: {
  words: string;
  pressed?: boolean;
  onClick?: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="q-icon-button"
      title={props.words}
      aria-label={props.words}
      onClick={props.onClick}
      {...(props.pressed === undefined ? {} : { "aria-pressed": props.pressed })}
    >
      {props.children}
    </button>
  );
}

function ColumnCard<Row>(props: { model: TableModel<Row> }): ReactNode {
  const { model } = props;
  const { tables } = useWords();
  const { hidden } = model.layout;
  return (
    <>
      <ul className="q-column-card">
        {model.allColumns.map((column, at) => {
          const isShown = !hidden.includes(column.key);
          const after = model.allColumns[at + 2]?.key ?? null;
          const before = model.allColumns[at - 1]?.key;
          return (
            <li key={column.key}>
              <Checkbox
                className="q-grow"
                checked={isShown}
                disabled={isShown && model.columns.length === 1}
                onChange={() =>
                  model.change({
                    hidden: isShown ? [...hidden, column.key] : hidden.filter((key) => key !== column.key),
                  })
                }
              >
                {column.title}
              </Checkbox>
              <Icon
                words={tables.moveLeft}
                onClick={() => before !== undefined && model.move(column.key, before)}
              >
                <ArrowUp size={14} strokeWidth={1.5} />
              </Icon>
              <Icon words={tables.moveRight} onClick={() => model.move(column.key, after)}>
                <ArrowDown size={14} strokeWidth={1.5} />
              </Icon>
            </li>
          );
        })}
      </ul>
      <Button type="link" onClick={model.resetLayout} style={{ paddingInline: 0 }}>
        {tables.resetColumns}
      </Button>
    </>
  );
}

export function TableTools<Row>(props: ToolsProps<Row>): ReactNode {
  const { common, reports, tables } = useWords();
  const formats = useFormats();
  const { find, model } = props;
  const [choosing, setChoosing] = useState(false);
  const isFiltered = Object.keys(model.filters).length > 0;
  const groupItems = [
    { key: "", label: tables.noGroup },
    ...props.groups.map((choice) => ({ key: choice.key, label: choice.title })),
  ];
  return (
    <div className="q-table-tools q-no-print">
      <div className="q-table-slot">{props.start}</div>
      <span className="q-grow" />
      {isFiltered ? (
        <span className="q-row q-small q-muted" style={{ marginRight: 8 }}>
          {tables.filtered(formats.count(model.rows.length), formats.count(props.all))}
          <button type="button" className="q-link q-small" onClick={model.clearFilters}>
            {tables.clearFilters}
          </button>
        </span>
      ) : null}
      {find.query === null ? (
        <Icon words={`${tables.find} (Ctrl F)`} onClick={find.open}>
          <Search size={16} strokeWidth={1.5} />
        </Icon>
      ) : (
        <search className="q-table-find">
          <Search size={14} strokeWidth={1.5} aria-hidden="true" />
          <input
            ref={find.field}
            value={find.query}
            aria-label={tables.find}
            placeholder={tables.find}
            onChange={(event) => find.seek(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Enter") find.step(event.shiftKey ? -1 : 1);
              if (event.key === "Escape") {
                event.preventDefault();
                event.stopPropagation();
                find.close();
              }
            }}
          />
          <span aria-live="polite">
            {find.query === ""
              ? ""
              : find.of === 0
                ? tables.notFound
                : tables.found(formats.count(find.at + 1), formats.count(find.of))}
          </span>
          <Icon words={common.close} onClick={find.close}>
            <X size={14} strokeWidth={1.5} />
          </Icon>
        </search>
      )}
      {props.groups.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: groupItems,
            selectable: true,
            selectedKeys: [props.group ?? ""],
            onClick: ({ key }) => model.change({ group: key }),
          }}
        >
          <button
            type="button"
            className="q-icon-button"
            title={tables.groupBy}
            aria-label={tables.groupBy}
            aria-haspopup="menu"
          >
            <Layers size={16} strokeWidth={1.5} />
          </button>
        </Dropdown>
      ) : null}
      <Popover
        trigger="click"
        placement="bottomRight"
        title={tables.columns}
        open={choosing}
        onOpenChange={setChoosing}
        destroyOnHidden
        content={<ColumnCard model={model} />}
      >
        <button
          type="button"
          className="q-icon-button"
          title={tables.columns}
          aria-label={tables.columns}
          aria-haspopup="dialog"
          aria-expanded={choosing}
        >
          <Columns3 size={16} strokeWidth={1.5} />
        </button>
      </Popover>
      <Icon
        words={`${tables.density}${common.colon}${model.layout.isCompact ? tables.compact : tables.roomy}`}
        pressed={model.layout.isCompact}
        onClick={() => model.change({ isCompact: !model.layout.isCompact })}
      >
        {model.layout.isCompact ? (
          <Rows4 size={16} strokeWidth={1.5} />
        ) : (
          <Rows3 size={16} strokeWidth={1.5} />
        )}
      </Icon>
      {props.onExport ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: exportFormats.map((format) => ({ key: format, label: reports.formats[format] })),
            onClick: ({ key }) => {
              const format = exportFormats.find((one) => one === key);
              if (format) props.onExport?.(format);
            },
          }}
        >
          <button
            type="button"
            className="q-icon-button"
            title={tables.exportShown}
            aria-label={tables.exportShown}
            aria-haspopup="menu"
          >
            <Download size={16} strokeWidth={1.5} />
          </button>
        </Dropdown>
      ) : null}
      {props.end}
    </div>
  );
}
