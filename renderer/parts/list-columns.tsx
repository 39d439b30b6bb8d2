// Columns and groups that the lists of people, days and states have in common.

import type { Formats } from "./formats.ts";
import { Mark } from "./marks.tsx";
import type { DataColumn, GroupChoice } from "./table-column.ts";

type Words<Row> = Omit<DataColumn<Row>, "value" | "cell"> & { value(row: Row): string };

/** The column that names the row. */
export const nameColumn = <Row,>(column: Words<Row>): DataColumn<Row> => ({
  ...column,
  cell: (row) => <b className="q-strong">{column.value(row)}</b>,
});

/** A day by which something is to be done; red with its mark once that is late. */
export const dueColumn = <Row,>(column: Words<Row> & { isLate(row: Row): boolean }): DataColumn<Row> => ({
  filter: "day",
  ...column,
  cell: (row) => (
    <span className={column.isLate(row) ? "q-red q-row" : "q-row"}>
      {column.isLate(row) ? <Mark shape="late" /> : null}
      {column.value(row)}
    </span>
  ),
});

/** What is to be looked at, in one line. */
export const concernsColumn = <Row,>(column: Words<Row>): DataColumn<Row> => ({
  grows: true,
  filter: "text",
  ...column,
  cell: (row) =>
    column.value(row) === "" ? null : (
      <span className="q-row q-amber q-ellipsis">
        <Mark shape="warningHollow" />
        <span className="q-ellipsis">{column.value(row)}</span>
      </span>
    ),
});

/** Groups that say how many rows they have. */
export const countedGroup = <Row,>(
  formats: Formats,
  key: string,
  title: string,
  of: GroupChoice<Row>["of"],
): GroupChoice<Row> => ({ key, title, of, note: (rows) => formats.count(rows.length) });

export const monthGroup = <Row,>(
  formats: Formats,
  title: string,
  day: (row: Row) => string,
): GroupChoice<Row> =>
  countedGroup(formats, "month", title, (row) => {
    const month = day(row).slice(0, 7);
    return { key: month, words: month };
  });
