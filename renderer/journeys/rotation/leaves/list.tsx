// Forced leaves as a table: who, when, who stands in, whether it was handed over, what the log says of those days.
import { type ReactNode, useMemo } from "react";
import { addDays, type Day } from "../../../../shared/domain/day.ts";
import type { LeaveRow } from "../../../data/types.ts";
import type { AddressQuery } from "../../../parts/address-query.ts";
import { DataTable } from "../../../parts/data-table.tsx";
import { concernsColumn, nameColumn } from "../../../parts/list-columns.tsx";
import { ShowChips, type ShowChoice, shownBy } from "../../../parts/show-chips.tsx";
import type { DataColumn } from "../../../parts/table-column.ts";
import { useText } from "../../../parts/text.ts";
import { useWords } from "../../../parts/words.tsx";
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
  const say = useText();
  const choices = useMemo<ShowChoice<LeaveRow>[]>(
    () => shows.map((key) => ({ key, words: words.figures[key], shows: (row) => leaveShows(key, row) })),
    [words],
  );
  const columns = useMemo<DataColumn<LeaveRow>[]>(() => {
    const { columns: name } = words;
    return [
      nameColumn({ key: "person", title: name.person, width: 84, value: (row) => row.person.name }),
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
          const said = (from: Day, until: Day): string => tenure.exemption.period(from, addDays(until, -1));
          // Not placed yet: the days are only where it may lie.
          return row.from && row.until
            ? said(row.from, row.until)
            : words.within(said(row.window.from, row.window.until));
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
      concernsColumn({
        key: "concerns",
        title: name.concerns,
        width: 220,
        value: (row) => row.concerns.map(say).join(common.semicolon),
      }),
    ];
  }, [words, tenure, common, say]);
  return (
    <DataTable
      id="tenure.leaves"
      label={tenure.exemption.views.leaves}
      columns={columns}
      rows={shownBy(props.rows, choices, query)}
      rowKey={rowKey}
      empty={<p className="q-prose q-muted">{words.emptyTitle}</p>}
      selected={props.selected}
      onOpen={(row) => query.set({ leave: row.id, new: null }, { quiet: props.selected !== null })}
      tone={(row) => (row.state === "withdrawn" ? "dim" : null)}
      tools={
        <>
          {props.tools}
          <ShowChips rows={props.rows} choices={choices} query={query} />
        </>
      }
    />
  );
}
