// Every place of a rule file that has to be mended: sheet, row, column, what is written, what to do.
import { type ReactNode, useMemo } from "react";
import type { RuleProblem } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

interface Line extends RuleProblem {
  key: string;
}
export function OfferProblems(props: { problems: readonly RuleProblem[] }): ReactNode {
  const { packs } = useWords();
  const say = useText();
  const rows = useMemo<Line[]>(
    () => props.problems.map((problem, at) => ({ ...problem, key: String(at) })),
    [props.problems],
  );
  const columns = useMemo<DataColumn<Line>[]>(() => {
    const { problemColumns: words } = packs;
    return [
      { key: "sheet", title: words.sheet, width: 120, value: (row) => row.sheet },
      { key: "row", title: words.row, width: 56, align: "end", value: (row) => row.row },
      { key: "column", title: words.column, width: 120, value: (row) => row.column },
      { key: "value", title: words.value, width: 200, filter: "text", value: (row) => row.value },
      {
        key: "reason",
        title: words.reason,
        width: 420,
        grows: true,
        filter: "text",
        value: (row) => say(row.reason),
      },
    ];
  }, [packs, say]);
  return (
    <div className="q-split">
      <div className="q-list">
        <DataTable
          id="rule-problems"
          label={packs.problemList}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
        />
      </div>
    </div>
  );
}
