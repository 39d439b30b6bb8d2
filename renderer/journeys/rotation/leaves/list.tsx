// Forced leaves as a table: who, when, who stands in, whether it was handed over, what the log says of those days.
import { type ReactNode, useMemo } from "react";
import { addDays } from "../../../../shared/domain/day.ts";
import type { LeaveRow } from "../../../data/types.ts";
import type { AddressQuery } from "../../../parts/address-query.ts";
import { DataTable } from "../../../parts/data-table.tsx";
import { Mark } from "../../../parts/marks.tsx";
import type { DataColumn } from "../../../parts/table-column.ts";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { leaveShows, shows } from "./shows.ts";

const rowKey = (row: LeaveRow): string => row.id;

export function LeaveList(props: {
  rows: readonly LeaveRow[];
  query: AddressQuery;
  selected: string | null;
  tools: ReactNode;
}): ReactNode {
  const { query } = props;
  const { tenure, common } = useWords();
  const { leave: words } = tenure;
  const formats = useFormats();
  const say = useText();
  const show = shows.find((one) => one === query.get("show")) ?? null;
  const rows = useMemo(
    () => props.rows.filter((row) => show === null || leaveShows(show, row)),
    [props.rows, show],
  );
  const columns = useMemo<DataColumn<LeaveRow>[]>(() => {
    const { columns: name } = words;
    return [
      {
        key: "person",
        title: name.person,
        width: 84,
        value: (row) => row.person.name,
        cell: (row) => <b className="q-strong">{row.person.name}</b>,
      },
      { key: "post", title: name.post, width: 132, value: (row) => row.post.name },
      {
        key: "state",
        title: name.state,
        width: 80,
        value: (row) => (row.phase ? words.phases[row.phase] : words.states[row.state]),
      },
      {
        key: "days",
        title: name.days,
        width: 196,
        filter: "text",
        value: (row) => row.from ?? row.window.from,
        text: (row) => {
          const { from, until } = row.from && row.until ? { from: row.from, until: row.until } : row.window;
          return tenure.exemption.period(from, addDays(until, -1));
        },
      },
      {
        key: "workingDays",
        title: name.workingDays,
        width: 80,
        align: "end",
        value: (row) => row.placedDays ?? row.workingDays,
      },
      { key: "standIn", title: name.standIn, width: 84, value: (row) => row.standIn?.name ?? null },
      {
        key: "acts",
        title: name.acts,
        width: 92,
        align: "end",
        value: (row) => (row.state === "placed" ? row.acts.length : null),
      },
      {
        key: "concerns",
        title: name.concerns,
        width: 220,
        grows: true,
        filter: "text",
        value: (row) => row.concerns.map(say).join("；"),
        cell: (row) =>
          row.concerns.length === 0 ? null : (
            <span className="q-row q-amber q-ellipsis">
              <Mark shape="warningHollow" />
              <span className="q-ellipsis">{row.concerns.map(say).join("；")}</span>
            </span>
          ),
      },
    ];
  }, [words, tenure, say]);
  return (
    <DataTable
      id="tenure.leaves"
      label={tenure.exemption.views.leaves}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      selected={props.selected}
      onOpen={(row) => query.set({ leave: row.id, new: null }, { quiet: props.selected !== null })}
      tone={(row) => (row.state === "withdrawn" ? "dim" : null)}
      tools={
        <>
          {props.tools}
          <button
            type="button"
            className="q-chip"
            aria-pressed={show === null}
            onClick={() => query.set({ show: null })}
          >
            {common.all}
            <span className="q-chip-count">{formats.count(props.rows.length)}</span>
          </button>
          {shows.map((one) => {
            const n = props.rows.filter((row) => leaveShows(one, row)).length;
            return n === 0 && one !== show ? null : (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={show === one}
                onClick={() => query.set({ show: one })}
              >
                {words.figures[one]}
                <span className="q-chip-count">{formats.count(n)}</span>
              </button>
            );
          })}
        </>
      }
    />
  );
}
