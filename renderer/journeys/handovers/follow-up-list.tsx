// Follow-ups: which, of whom, due when, and what came of it.
import { type ReactNode, useMemo } from "react";
import {
  followUpKinds,
  followUpNames,
  followUpStateNames,
  followUpStates,
} from "../../../shared/domain/handover.ts";
import type { FollowUpRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { Mark } from "../../parts/marks.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { ShowChips, type ShowChoice, shownBy } from "./show-chips.tsx";

const rowKey = (row: FollowUpRow): string => row.id;
const byDue = [{ key: "dueOn", descending: false }];

export function FollowUpList(props: {
  rows: readonly FollowUpRow[];
  tools: ReactNode;
  query: AddressQuery;
  onOpen(id: string): void;
}): ReactNode {
  const { query } = props;
  const { handovers: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const choices = useMemo<ShowChoice<FollowUpRow>[]>(
    () => [
      { key: "overdue", words: words.overdue, shows: ({ isOverdue }) => isOverdue },
      ...followUpStates.map((state) => ({
        key: state,
        words: say(followUpStateNames[state]),
        shows: (row: FollowUpRow) => row.state === state,
      })),
    ],
    [words, say],
  );
  const columns = useMemo<DataColumn<FollowUpRow>[]>(() => {
    const { columns: name } = words;
    return [
      {
        key: "kind",
        title: name.kind,
        width: 132,
        value: (row) => say(followUpNames[row.kind]),
        cell: (row) => <b className="q-strong">{say(followUpNames[row.kind])}</b>,
      },
      { key: "person", title: name.person, width: 84, value: (row) => row.person.name },
      { key: "post", title: name.post, width: 150, value: (row) => row.post.name },
      { key: "department", title: name.department, width: 120, value: (row) => row.post.department },
      {
        key: "dueOn",
        title: name.due,
        width: 116,
        filter: "day",
        value: (row) => row.dueOn,
        cell: (row) => (
          <span className={row.isOverdue ? "q-red q-row" : "q-row"}>
            {row.isOverdue ? <Mark shape="late" /> : null}
            {row.dueOn}
          </span>
        ),
      },
      { key: "state", title: name.state, width: 84, value: (row) => say(followUpStateNames[row.state]) },
      { key: "acts", title: name.acts, width: 108, align: "end", value: (row) => row.actsAfter },
      {
        key: "result",
        title: name.result,
        width: 160,
        grows: true,
        filter: "text",
        value: (row) => row.result || row.reason || null,
      },
    ];
  }, [words, say]);
  const groups = useMemo<GroupChoice<FollowUpRow>[]>(
    () => [
      {
        key: "kind",
        title: words.groups.kind,
        of: (row) => ({
          key: row.kind,
          words: say(followUpNames[row.kind]),
          order: followUpKinds.indexOf(row.kind),
        }),
        note: (shown) => formats.count(shown.length),
      },
      {
        key: "month",
        title: words.groups.month,
        of: (row) => ({ key: row.dueOn.slice(0, 7), words: row.dueOn.slice(0, 7) }),
        note: (shown) => formats.count(shown.length),
      },
    ],
    [words, say, formats],
  );
  return (
    <DataTable
      id="handovers.follow-ups"
      label={words.views["follow-ups"]}
      columns={columns}
      rows={shownBy(props.rows, choices, query)}
      rowKey={rowKey}
      groups={groups}
      startSort={byDue}
      selected={query.get("open")}
      onOpen={(row) => props.onOpen(row.id)}
      tone={(row) => (row.state === "open" ? null : "dim")}
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
