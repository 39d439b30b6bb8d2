// The tenure ledger: present holders of key posts with start, limit, due day and state.
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { tenureStates } from "../../../shared/domain/rotation.ts";
import type { TenureRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { TenureMark } from "../../parts/state-mark.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useLeftWords } from "./left-words.ts";

const byDue = [{ key: "dueOn", descending: false }];
export const rowKey = (row: TenureRow): string => `${row.person.id}.${row.post.id}`;

export function Ledger(props: { rows: readonly TenureRow[]; query: AddressQuery }): ReactNode {
  const { query } = props;
  const { rotation, common } = useWords();
  const formats = useFormats();
  const left = useLeftWords();
  const [, navigate] = useLocation();
  const state = tenureStates.find((one) => one === query.get("state")) ?? null;
  const rows = useMemo(
    () => props.rows.filter((row) => state === null || row.state === state),
    [props.rows, state],
  );
  const columns = useMemo<DataColumn<TenureRow>[]>(() => {
    const { columns: words } = rotation;
    return [
      {
        key: "person",
        title: words.person,
        width: 96,
        value: (row) => row.person.name,
        cell: (row) => <b className="q-strong">{row.person.name}</b>,
      },
      { key: "staffNo", title: words.staffNo, width: 84, filter: "text", value: (row) => row.person.staffNo },
      { key: "post", title: words.post, width: 160, grows: true, value: (row) => row.post.name },
      { key: "department", title: words.department, width: 140, value: (row) => row.post.department },
      {
        key: "risk",
        title: words.risk,
        width: 64,
        value: (row) => (row.riskGrade ? common.risk[row.riskGrade] : null),
      },
      { key: "startedOn", title: words.startedOn, width: 104, filter: "day", value: (row) => row.startedOn },
      { key: "limit", title: words.limit, width: 84, align: "end", value: (row) => row.limitMonths },
      { key: "dueOn", title: words.dueOn, width: 104, filter: "day", value: (row) => row.dueOn },
      {
        key: "left",
        title: words.left,
        width: 128,
        filter: "number",
        value: (row) => row.daysLeft,
        text: (row) => left(row.daysLeft),
        cell: (row) => <TenureMark state={row.state} words={left(row.daysLeft)} />,
      },
      { key: "state", title: words.state, width: 76, value: (row) => common.tenure[row.state] },
      { key: "exemptTo", title: words.exemptTo, width: 104, filter: "day", value: (row) => row.exemptTo },
    ];
  }, [rotation, common, left]);
  const groups = useMemo<GroupChoice<TenureRow>[]>(() => {
    const choice = (
      key: "state" | "department" | "risk",
      of: (row: TenureRow) => { key: string; words: string; order?: number; tone?: "red" | "amber" },
    ): GroupChoice<TenureRow> => ({
      key,
      title: rotation.groups[key],
      of,
      note: (shown) => common.people(formats.count(shown.length)),
    });
    return [
      choice("state", (row) => ({
        key: row.state,
        words: common.tenure[row.state],
        order: -tenureStates.indexOf(row.state === "exempt" ? "normal" : row.state),
        ...(row.state === "overdue" ? { tone: "red" as const } : {}),
      })),
      choice("department", (row) => ({ key: row.post.department, words: row.post.department })),
      choice("risk", (row) => ({
        key: row.riskGrade ?? "",
        words: row.riskGrade ? common.risk[row.riskGrade] : common.none,
      })),
    ];
  }, [rotation, common, formats]);
  return (
    <DataTable
      id="rotation.ledger"
      label={rotation.tabs.ledger}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      onOpen={(row) => navigate(`/organisation/people?open=${row.person.id}`)}
      groups={groups}
      startSort={byDue}
      tools={
        <>
          <button
            type="button"
            className="q-chip"
            aria-pressed={state === null}
            onClick={() => query.set({ state: null })}
          >
            {common.all}
            <span className="q-chip-count">{formats.count(props.rows.length)}</span>
          </button>
          {[...tenureStates].reverse().map((one) => {
            const n = props.rows.filter((row) => row.state === one).length;
            return n === 0 ? null : (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={state === one}
                onClick={() => query.set({ state: one })}
              >
                {common.tenure[one]}
                <span className="q-chip-count">{formats.count(n)}</span>
              </button>
            );
          })}
        </>
      }
    />
  );
}
