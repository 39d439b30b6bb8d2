// The rules in use: what each asks, its source and how well that is known, what it has found.
import { type ReactNode, useMemo } from "react";
import { areaNames } from "../../../shared/domain/duty.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import type { RuleRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EvidenceMark, useSourceWords } from "../../parts/evidence-mark.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const shows = ["all", "found", "not", "own"] as const;
type Show = (typeof shows)[number];
export const ownPack = "own";
const severityRank = { high: 3, medium: 2, low: 1 };

const passes: Record<Show, (row: RuleRow) => boolean> = {
  all: () => true,
  found: (row) => row.openConflicts > 0,
  not: (row) => row.notApplicable !== null,
  own: (row) => row.pack === ownPack,
};

export function RuleList(props: { rows: readonly RuleRow[]; query: AddressQuery }): ReactNode {
  const { query } = props;
  const { rules, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const sourceWords = useSourceWords();
  const show = shows.find((one) => one === query.get("show")) ?? "all";
  const rows = useMemo(() => props.rows.filter(passes[show]), [props.rows, show]);
  const columns = useMemo<DataColumn<RuleRow>[]>(() => {
    const { columns: words } = rules;
    return [
      {
        key: "severity",
        title: words.severity,
        width: 44,
        align: "center",
        filter: "choices",
        value: (row) => severityRank[row.rule.severity],
        text: (row) => common.severity[row.rule.severity],
        cell: (row) => <SeverityMark severity={row.rule.severity} />,
      },
      { key: "id", title: words.id, width: 104, filter: "text", value: (row) => row.rule.id },
      {
        key: "title",
        title: words.title,
        width: 240,
        grows: true,
        filter: "text",
        value: (row) => say(row.rule.title),
      },
      { key: "kind", title: words.kind, width: 92, value: (row) => say(kindNames[row.rule.kind]) },
      { key: "area", title: words.area, width: 116, value: (row) => say(areaNames[row.rule.area]) },
      {
        key: "source",
        title: words.source,
        width: 210,
        filter: "text",
        value: (row) => sourceWords(row.rule.citation.source),
      },
      {
        key: "mark",
        title: words.mark,
        width: 100,
        value: (row) => common.evidenceMarks[row.rule.citation.mark],
        cell: (row) => <EvidenceMark mark={row.rule.citation.mark} />,
      },
      {
        key: "conflicts",
        title: words.conflicts,
        width: 64,
        align: "end",
        value: (row) => row.openConflicts,
        cell: (row) =>
          row.openConflicts === 0 ? (
            <span className="q-muted">·</span>
          ) : (
            <b className="q-strong">{formats.count(row.openConflicts)}</b>
          ),
      },
      {
        key: "pack",
        title: words.pack,
        width: 120,
        startsHidden: true,
        value: (row) => (row.pack === ownPack ? rules.own : row.pack),
      },
      {
        key: "version",
        title: words.version,
        width: 64,
        align: "end",
        startsHidden: true,
        value: (row) => row.rule.version,
      },
      {
        key: "why",
        title: words.why,
        width: 240,
        filter: "text",
        startsHidden: true,
        value: (row) => (row.notApplicable ? say(row.notApplicable) : null),
      },
    ];
  }, [rules, common, formats, say, sourceWords]);
  const groups = useMemo<GroupChoice<RuleRow>[]>(
    () => [
      {
        key: "area",
        title: rules.groups.area,
        of: (row) => ({ key: row.rule.area, words: say(areaNames[row.rule.area]) }),
      },
      {
        key: "kind",
        title: rules.groups.kind,
        of: (row) => ({ key: row.rule.kind, words: say(kindNames[row.rule.kind]) }),
      },
      {
        key: "mark",
        title: rules.groups.mark,
        of: (row) => ({
          key: row.rule.citation.mark,
          words: common.evidenceMarks[row.rule.citation.mark],
        }),
      },
      {
        key: "pack",
        title: rules.groups.pack,
        of: (row) => ({ key: row.pack, words: row.pack === ownPack ? rules.own : row.pack }),
      },
    ],
    [rules, common, say],
  );
  return (
    <DataTable
      id="rules"
      label={rules.list}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.rule.id}
      selected={query.get("open")}
      onOpen={(row) => query.set({ open: row.rule.id, add: null }, { quiet: query.get("open") !== null })}
      groups={groups}
      startGroup="area"
      tone={(row) => (row.notApplicable ? "dim" : null)}
      tools={shows.map((one) => {
        const n = props.rows.filter(passes[one]).length;
        return n === 0 && one !== "all" ? null : (
          <button
            key={one}
            type="button"
            className="q-chip"
            aria-pressed={show === one}
            onClick={() => query.set({ show: one === "all" ? null : one })}
          >
            {rules.shows[one]}
            <span className="q-chip-count">{formats.count(n)}</span>
          </button>
        );
      })}
    />
  );
}
