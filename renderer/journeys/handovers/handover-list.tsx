// Handovers: whose, of which post, who takes over, the last day, and how far it is.
import { type ReactNode, useMemo } from "react";
import { handoverStateNames, handoverStates } from "../../../shared/domain/handover.ts";
import type { HandoverRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { countedGroup, monthGroup, nameColumn } from "../../parts/list-columns.tsx";
import { Mark } from "../../parts/marks.tsx";
import { ShowChips, type ShowChoice, shownBy } from "../../parts/show-chips.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { StateWords } from "./state-words.tsx";

const rowKey = (row: HandoverRow): string => row.id;
const byLastDay = [{ key: "lastDay", descending: false }];

export function HandoverList(props: {
  rows: readonly HandoverRow[];
  tools: ReactNode;
  query: AddressQuery;
  onOpen(id: string): void;
}): ReactNode {
  const { query } = props;
  const { handovers: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const choices = useMemo<ShowChoice<HandoverRow>[]>(
    () => [
      { key: "stuck", words: words.figures.stuck, shows: ({ stuck }) => stuck !== null },
      ...handoverStates.map((state) => ({
        key: state,
        words: say(handoverStateNames[state]),
        shows: (row: HandoverRow) => row.state === state,
      })),
    ],
    [words, say],
  );
  const columns = useMemo<DataColumn<HandoverRow>[]>(() => {
    const { columns: name } = words;
    return [
      nameColumn({ key: "post", title: name.post, width: 150, value: (row) => row.post.name }),
      { key: "giver", title: name.giver, width: 84, value: (row) => row.giver.name },
      { key: "taker", title: name.taker, width: 84, value: (row) => row.taker?.name ?? words.nobody },
      { key: "lastDay", title: name.lastDay, width: 104, filter: "day", value: (row) => row.lastDay },
      {
        key: "state",
        title: name.state,
        width: 92,
        value: (row) => say(handoverStateNames[row.state]),
        cell: (row) => <StateWords state={row.state} />,
      },
      {
        key: "stuck",
        title: name.stuck,
        width: 116,
        grows: true,
        value: (row) => (row.stuck ? words.stuck[row.stuck] : null),
        cell: (row) =>
          row.stuck ? (
            <span className="q-red q-row">
              <Mark shape="late" />
              {words.stuck[row.stuck]}
            </span>
          ) : null,
      },
      {
        key: "progress",
        title: name.progress,
        width: 76,
        align: "end",
        filter: "none",
        value: (row) => (row.items === 0 ? null : `${row.itemsDone}/${row.items}`),
      },
      { key: "department", title: name.department, width: 120, value: (row) => row.post.department },
      { key: "witness", title: name.witness, width: 84, value: (row) => row.witness?.name ?? null },
      { key: "from", title: name.from, width: 104, filter: "day", value: (row) => row.from },
      { key: "set", title: name.set, width: 108, value: (row) => row.setNumber },
    ];
  }, [words, say]);
  const groups = useMemo<GroupChoice<HandoverRow>[]>(
    () => [
      monthGroup(formats, words.groups.month, (row) => row.lastDay),
      countedGroup(formats, "state", words.groups.state, (row) => ({
        key: row.state,
        words: say(handoverStateNames[row.state]),
        order: handoverStates.indexOf(row.state),
      })),
      countedGroup(formats, "department", words.groups.department, (row) => ({
        key: row.post.department,
        words: row.post.department,
      })),
    ],
    [words, say, formats],
  );
  return (
    <DataTable
      id="handovers"
      label={words.views.handovers}
      columns={columns}
      rows={shownBy(props.rows, choices, query)}
      rowKey={rowKey}
      groups={groups}
      startSort={byLastDay}
      selected={query.get("open")}
      onOpen={(row) => props.onOpen(row.id)}
      tone={(row) => (row.state === "retracted" || row.state === "closed" ? "dim" : null)}
      empty={<p className="q-muted q-done-line">{words.none}</p>}
      tools={
        <>
          {props.tools}
          <ShowChips rows={props.rows} choices={choices} query={query} />
        </>
      }
    />
  );
}
