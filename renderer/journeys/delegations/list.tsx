// The table of delegations: giver → receiver, what, up to, days, paper, and how long it still runs on the day chosen.
import { type ReactNode, useMemo } from "react";
import { addDays } from "../../../shared/domain/day.ts";
import type { DelegationRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type Show, showChoices, shows } from "./shows.ts";
import { useLeft } from "./words.ts";

const rowKey = (row: DelegationRow): string => row.id;

export function DelegationList(props: {
  rows: readonly DelegationRow[];
  endingSoon: readonly string[];
  query: AddressQuery;
  selected: string | null;
  toolsEnd: ReactNode;
}): ReactNode {
  const { query, endingSoon } = props;
  const { delegations: words, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const unit = useUnit();
  const left = useLeft();
  const show = showChoices.find((one) => one === query.get("show")) ?? null;
  const rows = useMemo(
    () => props.rows.filter((row) => shows(show, row, endingSoon)),
    [props.rows, show, endingSoon],
  );
  const columns = useMemo<DataColumn<DelegationRow>[]>(() => {
    const { columns: name } = words;
    return [
      { key: "state", title: name.state, width: 72, value: (row) => words.states[row.state] },
      {
        key: "giver",
        title: name.giver,
        width: 80,
        value: (row) => row.giver.name,
        cell: (row) => <b className="q-strong">{row.giver.name}</b>,
      },
      {
        key: "receiver",
        title: name.receiver,
        width: 100,
        value: (row) => row.receiver.name,
        cell: (row) => (
          <>
            <span className="q-muted" aria-hidden="true">
              {"→ "}
            </span>
            <b className="q-strong">{row.receiver.name}</b>
          </>
        ),
      },
      {
        key: "what",
        title: name.what,
        width: 200,
        value: (row) => words.what(row.authority.matter, row.authority.step),
      },
      {
        key: "upTo",
        title: `${name.upTo} (${common[unit]})`,
        width: 104,
        align: "end",
        filter: "money",
        value: (row) => row.authority.upTo,
        text: (row) =>
          row.authority.over === null && row.authority.upTo === null
            ? words.unlimited
            : formats.range(row.authority, unit),
      },
      { key: "from", title: name.from, width: 100, filter: "day", value: (row) => row.from },
      {
        key: "last",
        title: name.last,
        width: 100,
        filter: "day",
        value: (row) => (row.until === null ? null : addDays(row.until, -1)),
      },
      {
        key: "left",
        title: name.left,
        width: 104,
        filter: "none",
        value: (row) => row.daysLeft,
        text: left,
        cell: (row) => (
          <span className={endingSoon.includes(row.id) ? "q-amber q-row" : "q-row"}>
            {endingSoon.includes(row.id) ? <Mark shape="warning" /> : null}
            {left(row)}
          </span>
        ),
      },
      { key: "docNo", title: name.docNo, width: 140, filter: "text", value: (row) => row.docNo },
      {
        key: "reason",
        title: name.reason,
        width: 112,
        grows: true,
        filter: "text",
        value: (row) => row.reason,
      },
      {
        key: "lacks",
        title: name.lacks,
        width: 120,
        startsHidden: show !== "lacks",
        value: (row) => row.lacks.map(say).join(common.dot),
      },
    ];
  }, [words, common, formats, unit, left, endingSoon, say, show]);
  const groups = useMemo<GroupChoice<DelegationRow>[]>(() => {
    const { columns: name } = words;
    return [
      {
        key: "paper",
        title: name.docNo,
        of: (row) => ({ key: row.docNo ?? "", words: row.docNo ?? common.none }),
        note: (shown) => formats.count(shown.length),
      },
      {
        key: "giver",
        title: name.giver,
        of: (row) => ({ key: row.giver.id, words: row.giver.name }),
        note: (shown) => formats.count(shown.length),
      },
      {
        key: "state",
        title: name.state,
        of: (row) => ({
          key: row.state,
          words: words.states[row.state],
          order: ["running", "coming", "ended"].indexOf(row.state),
        }),
        note: (shown) => formats.count(shown.length),
      },
    ];
  }, [words, common, formats]);
  const names: Record<Show, string> = {
    ...words.states,
    soon: words.soonOnly,
    lacks: words.lacksOnly,
  };
  return (
    <DataTable
      id="delegations"
      label={words.title}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      groups={groups}
      selected={props.selected}
      onOpen={(row) =>
        query.set({ open: row.id, new: null, renew: null }, { quiet: props.selected !== null })
      }
      tone={(row) => (row.state === "ended" ? "dim" : null)}
      empty={<p className="q-muted q-lent-line">{words.none}</p>}
      toolsEnd={props.toolsEnd}
      tools={
        <>
          <button
            type="button"
            className="q-chip"
            aria-pressed={show === null}
            onClick={() => query.set({ show: null })}
          >
            {common.all}
            <span className="q-chip-count">{formats.count(props.rows.length)}</span>
          </button>
          {showChoices.map((one) => {
            const n = props.rows.filter((row) => shows(one, row, endingSoon)).length;
            return n === 0 && one !== show ? null : (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={show === one}
                onClick={() => query.set({ show: one })}
              >
                {names[one]}
                <span className="q-chip-count">{formats.count(n)}</span>
              </button>
            );
          })}
        </>
      }
    />
  );
}
