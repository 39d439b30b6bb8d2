// The ledger as a table: start, the unit's own limit, due day, state and what is to be looked at; grouped by department at first.
import { type ReactNode, useMemo } from "react";
import { tenureStates } from "../../../../shared/domain/rotation.ts";
import type { LedgerLineRow } from "../../../data/types.ts";
import type { AddressQuery } from "../../../parts/address-query.ts";
import { DataTable } from "../../../parts/data-table.tsx";
import { concernsColumn, nameColumn } from "../../../parts/list-columns.tsx";
import { TenureMark } from "../../../parts/state-mark.tsx";
import type { DataColumn, GroupChoice } from "../../../parts/table-column.ts";
import { useText } from "../../../parts/text.ts";
import { useFormats, useWords } from "../../../parts/words.tsx";
import { useLeftWords } from "../left-words.ts";
import { statesByUrgency } from "../timeline-rows.ts";

const byDue = [{ key: "dueOn", descending: false }];
export const lineKey = (line: LedgerLineRow): string => `${line.person.id}.${line.post.id}`;
/** Near and due are one question: who comes up. */
const isShown = (state: string | null, line: LedgerLineRow): boolean =>
  state === null ||
  (state === "concern"
    ? line.concerns.length > 0
    : line.state === state || (state === "near" && line.state === "due"));

export function LedgerTable(props: {
  lines: readonly LedgerLineRow[];
  query: AddressQuery;
  selected: string | null;
}): ReactNode {
  const { query } = props;
  const { rotation, tenure, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const left = useLeftWords();
  const asked = query.get("state");
  const state = asked === "concern" || tenureStates.some((one) => one === asked) ? asked : null;
  const lines = useMemo(() => props.lines.filter((line) => isShown(state, line)), [props.lines, state]);
  const columns = useMemo<DataColumn<LedgerLineRow>[]>(() => {
    const { columns: words } = rotation;
    const leftOf = (line: LedgerLineRow): string =>
      line.leftOn !== null
        ? tenure.rotatedOn(line.leftOn)
        : line.daysLeft === null
          ? tenure.noLimit
          : left(line.daysLeft);
    return [
      nameColumn({ key: "person", title: words.person, width: 84, value: (line) => line.person.name }),
      {
        key: "staffNo",
        title: words.staffNo,
        width: 72,
        filter: "text",
        value: (line) => line.person.staffNo,
        startsHidden: true,
      },
      { key: "post", title: words.post, width: 132, value: (line) => line.post.name },
      {
        key: "left",
        title: words.left,
        width: 124,
        filter: "number",
        value: (line) => line.daysLeft,
        text: leftOf,
        cell: (line) => <TenureMark state={line.state} words={leftOf(line)} />,
      },
      { key: "state", title: words.state, width: 72, value: (line) => common.tenure[line.state] },
      { key: "dueOn", title: words.dueOn, width: 100, filter: "day", value: (line) => line.dueOn },
      concernsColumn({
        key: "concerns",
        title: tenure.columns.concerns,
        width: 180,
        value: (line) => line.concerns.map(({ sentence }) => say(sentence)).join(common.semicolon),
      }),
      {
        key: "startedOn",
        title: words.startedOn,
        width: 100,
        filter: "day",
        value: (line) => line.startedOn,
      },
      {
        key: "policy",
        title: tenure.columns.policy,
        width: 148,
        value: (line) => line.limitMonths,
        text: (line) =>
          line.limitMonths === null
            ? tenure.noLimit
            : tenure.policyOf(formats.count(line.limitMonths), tenure.sources[line.policy.source]),
        filter: "number",
      },
      {
        key: "risk",
        title: words.risk,
        width: 72,
        value: (line) => (line.riskGrade ? common.risk[line.riskGrade] : null),
      },
      { key: "department", title: words.department, width: 128, value: (line) => line.post.department },
      {
        key: "exemptTo",
        title: words.exemptTo,
        width: 100,
        filter: "day",
        value: (line) => line.exemption?.last ?? null,
        startsHidden: true,
      },
    ];
  }, [rotation, tenure, common, formats, left, say]);
  const groups = useMemo<GroupChoice<LedgerLineRow>[]>(() => {
    const choice = (
      key: "state" | "department" | "risk",
      of: GroupChoice<LedgerLineRow>["of"],
    ): GroupChoice<LedgerLineRow> => ({
      key,
      title: rotation.groups[key],
      of,
      note: (shown) => {
        const late = shown.filter((line) => line.state === "overdue").length;
        const people = common.people(formats.count(shown.length));
        return late === 0 ? people : `${people}${common.dot}${rotation.findingOverdue(formats.count(late))}`;
      },
    });
    return [
      choice("department", (line) => ({ key: line.post.department, words: line.post.department })),
      choice("state", (line) => ({
        key: line.state,
        words: common.tenure[line.state],
        order: -tenureStates.indexOf(
          line.state === "exempt" || line.state === "rotated" ? "normal" : line.state,
        ),
        ...(line.state === "overdue" ? { tone: "red" as const } : {}),
      })),
      choice("risk", (line) => ({
        key: line.riskGrade ?? "",
        words: line.riskGrade ? common.risk[line.riskGrade] : common.none,
      })),
    ];
  }, [rotation, common, formats]);
  const chip = (key: string | null, words: string, n: number): ReactNode =>
    n === 0 && key !== null && state !== key ? null : (
      <button
        key={key ?? "all"}
        type="button"
        className="q-chip"
        aria-pressed={state === key}
        onClick={() => query.set({ state: key })}
      >
        {words}
        <span className="q-chip-count">{formats.count(n)}</span>
      </button>
    );
  const countOf = (key: string | null): number => props.lines.filter((line) => isShown(key, line)).length;
  return (
    <DataTable
      id="tenure.ledger"
      label={rotation.tabs.ledger}
      columns={columns}
      rows={lines}
      rowKey={lineKey}
      selected={props.selected}
      onOpen={(line) => query.set({ open: lineKey(line), panel: null }, { quiet: props.selected !== null })}
      groups={groups}
      startGroup="department"
      startSort={byDue}
      tone={(line) => (line.state === "rotated" ? "dim" : null)}
      tools={
        <>
          {chip(null, common.all, props.lines.length)}
          {statesByUrgency.map((one) => (one === "due" ? null : chip(one, common.tenure[one], countOf(one))))}
          {chip("concern", tenure.concern, countOf("concern"))}
        </>
      }
    />
  );
}
