// Notices: to whom about which move, due when, issued and acknowledged when; many at once.
import { Button } from "antd";
import { type ReactNode, useMemo } from "react";
import { noticeRoleNames, noticeStateNames, noticeStates } from "../../../shared/domain/handover.ts";
import type { NoticeRow } from "../../data/types.ts";
import { useReadOnly } from "../../data/workbook.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { countedGroup, dueColumn, monthGroup, nameColumn } from "../../parts/list-columns.tsx";
import { ShowChips, type ShowChoice, shownBy } from "../../parts/show-chips.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useMarking } from "./use-marking.ts";

const rowKey = (row: NoticeRow): string => row.id;
const byDue = [{ key: "dueOn", descending: false }];

export function NoticeList(props: {
  rows: readonly NoticeRow[];
  tools: ReactNode;
  query: AddressQuery;
  onOpen(id: string): void;
}): ReactNode {
  const { query } = props;
  const { handovers: words } = useWords();
  const formats = useFormats();
  const say = useText();
  const marking = useMarking();
  const readOnly = useReadOnly("handovers.issue");
  const choices = useMemo<ShowChoice<NoticeRow>[]>(
    () => [
      { key: "late", words: words.onlyLate, shows: ({ isLate }) => isLate },
      ...noticeStates.map((state) => ({
        key: state,
        words: say(noticeStateNames[state]),
        shows: (row: NoticeRow) => row.state === state,
      })),
    ],
    [words, say],
  );
  const rows = shownBy(props.rows, choices, query);
  const columns = useMemo<DataColumn<NoticeRow>[]>(() => {
    const { columns: name } = words;
    const move = (row: NoticeRow): string =>
      words.moveOf(row.from?.name ?? words.noPlace, row.to?.name ?? words.reserve);
    return [
      nameColumn({ key: "recipient", title: name.recipient, width: 96, value: (row) => row.recipient.name }),
      { key: "role", title: name.role, width: 128, value: (row) => say(noticeRoleNames[row.role]) },
      { key: "mover", title: name.mover, width: 84, value: (row) => row.mover.name },
      {
        key: "move",
        title: name.move,
        width: 210,
        grows: true,
        filter: "text",
        value: (row) => (row.kind === "retraction" ? `${words.retraction} · ${move(row)}` : move(row)),
      },
      { key: "moveDay", title: name.moveDay, width: 104, filter: "day", value: (row) => row.moveDay },
      dueColumn({
        key: "dueOn",
        title: name.dueOn,
        width: 116,
        value: (row) => row.dueOn,
        isLate: (row) => row.isLate,
      }),
      { key: "state", title: name.state, width: 84, value: (row) => say(noticeStateNames[row.state]) },
      { key: "issuedOn", title: name.issuedOn, width: 104, filter: "day", value: (row) => row.issuedOn },
      {
        key: "acknowledgedOn",
        title: name.acknowledgedOn,
        width: 104,
        filter: "day",
        value: (row) => row.acknowledgedOn,
      },
      { key: "set", title: name.set, width: 108, startsHidden: true, value: (row) => row.setNumber },
    ];
  }, [words, say]);
  const groups = useMemo<GroupChoice<NoticeRow>[]>(
    () => [
      countedGroup(formats, "move", words.groups.move, (row) => ({
        key: `${row.moveDay}.${row.mover.id}`,
        words: `${row.moveDay} ${words.mover(row.mover.name)}`,
      })),
      monthGroup(formats, words.groups.month, (row) => row.moveDay),
    ],
    [words, formats],
  );
  const dueIds = rows.filter(({ state }) => state === "due").map(rowKey);
  const issuedIds = rows.filter(({ state }) => state === "issued").map(rowKey);
  return (
    <>
      <Trouble fault={marking.fault} />
      <DataTable
        id="handovers.notices"
        label={words.views.notices}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        groups={groups}
        startSort={byDue}
        selected={query.get("open")}
        onOpen={(row) => props.onOpen(row.id)}
        tone={(row) => (row.state === "retracted" ? "dim" : null)}
        empty={<p className="q-muted q-done-line">{words.none}</p>}
        tools={
          <>
            {props.tools}
            <ShowChips rows={props.rows} choices={choices} query={query} />
          </>
        }
        toolsEnd={
          readOnly === null && dueIds.length + issuedIds.length > 0 ? (
            dueIds.length > 0 ? (
              <Button size="small" disabled={marking.isBusy} onClick={() => void marking.issue(dueIds)}>
                {words.issueAll(formats.count(dueIds.length))}
              </Button>
            ) : (
              <Button
                size="small"
                disabled={marking.isBusy}
                onClick={() => void marking.acknowledge(issuedIds)}
              >
                {words.acknowledgeAll(formats.count(issuedIds.length))}
              </Button>
            )
          ) : null
        }
      />
    </>
  );
}
