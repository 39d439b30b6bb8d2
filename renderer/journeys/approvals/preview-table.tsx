// The judged rows: verdict, cells with what was read differently, and beneath a rejected row what is wrong and what to do.
import { type ReactNode, useMemo } from "react";
import type { SheetColumn, SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { PreviewRow, Verdict } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { Mark, type MarkShape } from "../../parts/marks.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const shapes: Record<Verdict | "corrected", MarkShape> = {
  added: "done",
  changed: "fixed",
  corrected: "fixed",
  same: "square",
  rejected: "warning",
};
/** Problems name the column by its heading in the file, which may be any of its names. */
const isAbout = (heading: string, column: SheetColumn): boolean =>
  [column.key, column.name.zh, column.name.en, ...column.also].includes(heading);

const verdictOf = (row: PreviewRow): Verdict | "corrected" =>
  row.verdict === "added" && Object.keys(row.corrected).length > 0 ? "corrected" : row.verdict;

export function PreviewTable(props: {
  kind: SheetKind;
  isLog: boolean;
  rows: readonly PreviewRow[];
  total: number;
  tools: ReactNode;
  toolsEnd: ReactNode;
}): ReactNode {
  const { kind, isLog, rows } = props;
  const { imports, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const columns = useMemo<DataColumn<PreviewRow>[]>(() => {
    const used = new Set(
      rows.flatMap((row) => Object.entries(row.cells).flatMap(([key, text]) => (text === "" ? [] : [key]))),
    );
    const columnsOf = sheetOf(kind).columns.filter(
      (column) => used.has(column.key) || (column.isRequired && !isLog),
    );
    // A log's cells come as the workbook will keep them; a file's cells stand as they are.
    const shown = (column: SheetColumn, text: string): string => {
      if (!isLog) return text;
      const choice = column.choices?.find((one) => one.value === text);
      if (choice) return say(choice.name);
      return column.type === "instant" && /^\d{11,14}$/.test(text) ? formats.instant(Number(text)) : text;
    };
    return [
      {
        key: "row",
        title: imports.row,
        width: 60,
        align: "end",
        filter: "none",
        value: (row) => row.row,
        text: (row) => formats.count(row.row),
      },
      {
        key: "verdict",
        title: imports.verdict,
        width: 100,
        value: (row) => imports.verdicts[verdictOf(row)],
        cell: (row) => {
          const verdict = verdictOf(row);
          return (
            <span
              className={`q-row ${verdict === "rejected" ? "q-amber q-strong" : "q-second"}`}
              style={{ gap: 6 }}
            >
              <Mark shape={shapes[verdict]} />
              {imports.verdicts[verdict]}
            </span>
          );
        },
      },
      ...columnsOf.map((column): DataColumn<PreviewRow> => {
        const isNumber = column.type === "money" || column.type === "integer";
        const kept = (row: PreviewRow): string =>
          shown(column, row.corrected[column.key] ?? row.cells[column.key] ?? "");
        return {
          key: column.key,
          title: say(column.name),
          width:
            (column.type === "text" || column.key === "name" ? 150 : 120) +
            // Two values stand in one cell.
            (rows.some((row) => row.replaced[column.key]) ? 70 : 0),
          grows: column.type === "text" || column.type === "reference",
          ...(isNumber ? { align: "end" as const } : {}),
          filter: "text",
          value: kept,
          cell: (row) => {
            const was = row.cells[column.key] ?? "";
            const corrected = row.corrected[column.key];
            const problem = row.problems.find((one) => isAbout(one.column, column));
            if (problem) return <span className="q-cell-problem">{was === "" ? "—" : was}</span>;
            const replaced = row.replaced[column.key];
            if (replaced !== undefined)
              return (
                <span className="q-cell-corrected" title={`${replaced.was} → ${replaced.becomes}`}>
                  <s>{replaced.was}</s> {replaced.becomes || "—"}
                </span>
              );
            if (corrected !== undefined)
              return (
                <span className="q-cell-corrected">
                  <s>{was}</s> {corrected}
                </span>
              );
            return shown(column, was);
          },
        };
      }),
    ];
  }, [rows, kind, isLog, imports, formats, say]);
  const isMany = new Set(rows.map((row) => row.sheet)).size > 1;
  return (
    <DataTable
      key={kind}
      id={`import.${kind}`}
      label={say(sheetOf(kind).name)}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.sheet}.${row.row}`}
      tools={props.tools}
      toolsEnd={
        <>
          {rows.length < props.total ? (
            <span className="q-muted q-small">
              {imports.firstRows(formats.count(rows.length), formats.count(props.total))}
            </span>
          ) : null}
          {props.toolsEnd}
        </>
      }
      tone={(row) => (row.verdict === "rejected" ? "amber" : row.verdict === "same" ? "dim" : null)}
      belowHeight={34}
      below={(row) =>
        row.problems.length === 0 ? null : (
          <span
            className="q-problem-line"
            title={row.problems
              .map((problem) => `${problem.column}${common.colon}${say(problem.message)}`)
              .join("\n")}
          >
            <b className="q-strong">
              {isMany ? `${row.sheet} ` : ""}
              {imports.problem(formats.count(row.row))}
            </b>
            {row.problems
              .map((problem) => `${problem.column}${common.colon}${say(problem.message)}`)
              .join(" ")}
          </span>
        )
      }
    />
  );
}
