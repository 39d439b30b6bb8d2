// The cases that would have stalled: where, from when, until when, and why.
import { type ReactNode, useMemo } from "react";
import type { DrillAnswer } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

type Row = DrillAnswer["stalled"][number];
const keyOf = (row: Row): string => `${row.caseId} ${row.step} ${row.from}`;
const stepOf = (row: Row): string => `${row.matter} · ${row.step}`;

export function StallTable(props: { rows: readonly Row[]; end: ReactNode }): ReactNode {
  const { drill, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const columns = useMemo<DataColumn<Row>[]>(() => {
    const { columns: names } = drill;
    return [
      { key: "caseNo", title: names.caseNo, width: 130, value: (row) => row.caseNo },
      {
        key: "matter",
        title: names.matter,
        width: 140,
        fits: false,
        value: (row) => row.matter,
        filter: "choices",
      },
      { key: "step", title: names.step, width: 110, value: (row) => row.step, filter: "choices" },
      { key: "from", title: names.from, width: 96, value: (row) => row.from },
      {
        key: "until",
        title: names.until,
        width: 108,
        value: (row) => row.until ?? "9999",
        text: (row) => row.until ?? drill.never,
      },
      {
        key: "days",
        title: names.days,
        width: 64,
        align: "end",
        filter: "number",
        value: (row) => row.days,
        text: (row) => formats.count(row.days),
      },
      {
        key: "amount",
        title: names.amount(common[unit]),
        width: 110,
        align: "end",
        filter: "number",
        value: (row) => row.amount,
        text: (row) => formats.money(row.amount, unit),
      },
      { key: "why", title: names.why, width: 320, fits: false, grows: true, value: (row) => say(row.why) },
    ];
  }, [drill, common, formats, unit, say]);
  const groups = useMemo<GroupChoice<Row>[]>(
    () => [{ key: "step", title: drill.bySteps, of: (row) => ({ key: stepOf(row), words: stepOf(row) }) }],
    [drill],
  );
  return (
    <DataTable
      id="drill"
      label={drill.table}
      columns={columns}
      rows={props.rows}
      rowKey={keyOf}
      groups={groups}
      toolsEnd={props.end}
    />
  );
}
