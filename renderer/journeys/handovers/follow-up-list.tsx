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
import { countedGroup, dueColumn, monthGroup, nameColumn } from "../../parts/list-columns.tsx";
import { ShowChips, type ShowChoice, shownBy } from "../../parts/show-chips.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

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
      nameColumn({
        key: "kind",
        title: name.kind,
        width: 132,
        value: (row) => say(followUpNames[row.kind]),
      }),
      { key: "person", title: name.person, width: 84, value: (row) => row.person.name },
      { key: "post", title: name.post, width: 150, value: (row) => row.post.name },
      { key: "department", title: name.department, width: 120, value: (row) => row.post.department },
      dueColumn({
        key: "dueOn",
        title: name.due,
        width: 116,
        value: (row) => row.dueOn,
        isLate: (row) => row.isOverdue,
      }),
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
      countedGroup(formats, "kind", words.groups.kind, (row) => ({
        key: row.kind,
        words: say(followUpNames[row.kind]),
        order: followUpKinds.indexOf(row.kind),
      })),
      monthGroup(formats, words.groups.month, (row) => row.dueOn),
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
