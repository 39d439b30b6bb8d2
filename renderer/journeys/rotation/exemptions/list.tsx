// Exemptions as a table: whose, until when, what watches instead, how much of it is shown.
import { type ReactNode, useMemo } from "react";
import { addDays } from "../../../../shared/domain/day.ts";
import type { ExemptionRow } from "../../../data/types.ts";
import type { AddressQuery } from "../../../parts/address-query.ts";
import { DataTable } from "../../../parts/data-table.tsx";
import { concernsColumn, countedGroup, nameColumn } from "../../../parts/list-columns.tsx";
import { Mark } from "../../../parts/marks.tsx";
import { ShowChips, type ShowChoice, shownBy } from "../../../parts/show-chips.tsx";
import type { DataColumn, GroupChoice } from "../../../parts/table-column.ts";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { exemptionShows, shows } from "./shows.ts";

const rowKey = (row: ExemptionRow): string => row.id;

export function ExemptionList(props: {
  rows: readonly ExemptionRow[];
  query: AddressQuery;
  selected: string | null;
  tools: ReactNode;
}): ReactNode {
  const { query } = props;
  const { tenure, common, rotation } = useWords();
  const { exemption: words } = tenure;
  const formats = useFormats();
  const say = useText();
  const choices = useMemo<ShowChoice<ExemptionRow>[]>(() => {
    const names = { ...words.states, ...words.figures };
    return shows.map((key) => ({ key, words: names[key], shows: (row) => exemptionShows(key, row) }));
  }, [words]);
  const columns = useMemo<DataColumn<ExemptionRow>[]>(() => {
    const { columns: name } = words;
    const count = (row: ExemptionRow, ...states: readonly string[]): number =>
      row.periods.filter(({ state }) => states.includes(state)).length;
    const evidence = (row: ExemptionRow): string =>
      words.evidenceOf(formats.count(count(row, "done")), formats.count(count(row, "done", "missing")));
    return [
      nameColumn({ key: "person", title: name.person, width: 84, value: (row) => row.person.name }),
      { key: "post", title: name.post, width: 132, value: (row) => row.post.name },
      { key: "department", title: name.department, width: 128, value: (row) => row.post.department },
      { key: "state", title: name.state, width: 72, value: (row) => words.states[row.state] },
      { key: "last", title: name.last, width: 100, filter: "day", value: (row) => addDays(row.until, -1) },
      {
        key: "left",
        title: name.left,
        width: 92,
        filter: "number",
        value: (row) => row.daysLeft,
        text: (row) => (row.daysLeft === null ? "" : rotation.daysLeft(formats.count(row.daysLeft))),
      },
      { key: "review", title: name.review, width: 100, filter: "day", value: (row) => row.reviewOn },
      {
        key: "evidence",
        title: name.evidence,
        width: 112,
        filter: "number",
        value: (row) => count(row, "missing"),
        text: (row) => evidence(row),
        cell: (row) => {
          const missing = count(row, "missing");
          return missing === 0 ? (
            <span className="q-row">{evidence(row)}</span>
          ) : (
            <span className="q-row q-red">
              <Mark shape="late" />
              {words.missingOf(formats.count(missing))}
            </span>
          );
        },
      },
      {
        key: "control",
        title: name.control,
        width: 200,
        grows: true,
        filter: "text",
        value: (row) => row.compensatingControl,
      },
      { key: "approver", title: name.approver, width: 104, value: (row) => row.approver },
      concernsColumn({
        key: "concerns",
        title: name.concerns,
        width: 160,
        grows: false,
        value: (row) => row.concerns.map(({ sentence }) => say(sentence)).join(common.semicolon),
        startsHidden: true,
      }),
    ];
  }, [words, rotation, common, formats, say]);
  const groups = useMemo<GroupChoice<ExemptionRow>[]>(
    () => [
      countedGroup(formats, "state", words.columns.state, (row) => ({
        key: row.state,
        words: words.states[row.state],
        order: ["running", "coming", "ended"].indexOf(row.state),
      })),
      countedGroup(formats, "department", words.columns.department, (row) => ({
        key: row.post.department,
        words: row.post.department,
      })),
    ],
    [words, formats],
  );
  return (
    <DataTable
      id="tenure.exemptions"
      label={words.title}
      columns={columns}
      rows={shownBy(props.rows, choices, query)}
      rowKey={rowKey}
      empty={<p className="q-prose q-muted">{words.emptyTitle}</p>}
      selected={props.selected}
      onOpen={(row) => query.set({ open: row.id, new: null }, { quiet: props.selected !== null })}
      groups={groups}
      tone={(row) => (row.state === "ended" ? "dim" : null)}
      tools={
        <>
          {props.tools}
          <ShowChips rows={props.rows} choices={choices} query={query} />
        </>
      }
    />
  );
}
