// Finding words in a table: every cell that holds them, and the way from one to the next.
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type DataColumn, textOf } from "./table-column.ts";
import type { TableLine } from "./table-lines.ts";
import type { CellAt } from "./table-range.ts";

export interface TableFind {
  /** Null: not finding. */
  query: string | null;
  at: number;
  of: number;
  field: RefObject<HTMLInputElement | null>;
  /** The place that is shown. */
  found: CellAt | undefined;
  open(): void;
  close(): void;
  seek(query: string): void;
  step(by: 1 | -1): void;
}

export function useTableFind<Row>(
  lines: readonly TableLine<Row>[],
  columns: readonly DataColumn<Row>[],
  reach: (to: CellAt) => void,
  leave: () => void,
): TableFind {
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const matches = useMemo(() => {
    const sought = query?.trim().toLowerCase() ?? "";
    if (sought === "") return [];
    return lines.flatMap((line, lineAt) =>
      line.kind === "row"
        ? columns.flatMap((column, c) =>
            textOf(column, line.row).toLowerCase().includes(sought) ? [{ line: lineAt, column: c }] : [],
          )
        : [],
    );
  }, [query, lines, columns]);
  // What is typed leads to its first place at once.
  const [first] = matches;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new search moves the view
  useEffect(() => {
    setAt(0);
    if (first) reach(first);
  }, [query]);
  return {
    query,
    at,
    of: matches.length,
    field,
    found: matches[at],
    open: () => {
      flushSync(() => setQuery((now) => now ?? ""));
      field.current?.focus();
      field.current?.select();
    },
    close: () => {
      setQuery(null);
      leave();
    },
    seek: setQuery,
    step: (by) => {
      const next = (at + by + matches.length) % matches.length;
      const to = matches[next];
      if (!to) return;
      setAt(next);
      reach(to);
    },
  };
}
