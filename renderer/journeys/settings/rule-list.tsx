// The rules in use: what each asks, its source and how well that is known, what it has found.
import { type ReactNode, useMemo } from "react";
import { areaNames } from "../../../shared/domain/duty.ts";
import { kindNames } from "../../../shared/domain/rule-kinds.ts";
import { effectOf } from "../../../shared/rules/gate.ts";
import { judgedElsewhere } from "../../../shared/rules/same-check.ts";
import type { RuleRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { EffectMark } from "../../parts/effect-mark.tsx";
import { EvidenceMark, useCitationWords } from "../../parts/evidence-mark.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const shows = ["all", "found", "not", "own", "stopped"] as const;
type Show = (typeof shows)[number];
export const ownPack = "own";
const effectRank = { refuse: 3, warn: 2, note: 1 };
const severityRank = { high: 3, medium: 2, low: 1 };

const passes: Record<Show, (row: RuleRow) => boolean> = {
  all: () => true,
  found: (row) => row.openConflicts > 0,
  not: (row) => row.notApplicable !== null,
  own: (row) => row.pack === ownPack,
  stopped: () => false,
};

export function RuleList(props: {
  rows: readonly RuleRow[];
  /** Rules out of use, shown by themselves. */
  stopped: readonly RuleRow[];
  query: AddressQuery;
}): ReactNode {
  const { query, stopped } = props;
  const { rules, studio, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const cited = useCitationWords();
  const show = shows.find((one) => one === query.get("show")) ?? "all";
  const rows = useMemo(
    () => (show === "stopped" ? stopped : props.rows.filter(passes[show])),
    [props.rows, stopped, show],
  );
  const elsewhere = useMemo(() => judgedElsewhere(props.rows.map((row) => row.rule)), [props.rows]);
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
      {
        key: "effect",
        title: studio.effectColumn,
        width: 56,
        align: "center",
        filter: "choices",
        value: (row) => effectRank[effectOf(row.rule)],
        text: (row) => studio.effects[effectOf(row.rule)],
        cell: (row) => <EffectMark effect={effectOf(row.rule)} isAdopted={row.rule.effect !== null} />,
      },
      { key: "id", title: words.id, width: 96, fits: false, filter: "text", value: (row) => row.rule.id },
      {
        key: "title",
        title: words.title,
        width: 240,
        grows: true,
        filter: "text",
        value: (row) => say(row.rule.title),
      },
      {
        key: "conflicts",
        title: words.conflicts,
        width: 76,
        align: "end",
        value: (row) => row.openConflicts,
        cell: (row) => {
          const judge = elsewhere(row.rule);
          if (judge !== null)
            return (
              <span className="q-muted q-small" title={studio.judgedBy(judge)}>
                {studio.elsewhere(judge)}
              </span>
            );
          if (row.notApplicable)
            return (
              <span className="q-muted" title={say(row.notApplicable)}>
                —
              </span>
            );
          return row.openConflicts === 0 ? (
            <span className="q-muted">·</span>
          ) : (
            <b className="q-strong">{formats.count(row.openConflicts)}</b>
          );
        },
      },
      { key: "kind", title: words.kind, width: 92, value: (row) => say(kindNames[row.rule.kind]) },
      { key: "area", title: words.area, width: 116, value: (row) => say(areaNames[row.rule.area]) },
      {
        key: "source",
        title: words.source,
        width: 210,
        filter: "text",
        value: (row) => cited(row.rule.citation),
      },
      {
        key: "mark",
        title: words.mark,
        width: 100,
        value: (row) => common.evidenceMarks[row.rule.citation.mark],
        cell: (row) => <EvidenceMark mark={row.rule.citation.mark} />,
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
  }, [rules, studio, common, formats, say, cited, elsewhere]);
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
      onOpen={(row) =>
        query.set({ open: row.rule.id, add: null, new: null }, { quiet: query.get("open") !== null })
      }
      groups={groups}
      startGroup="area"
      tone={(row) => (row.notApplicable ? "dim" : null)}
      tools={shows.map((one) => {
        const n = one === "stopped" ? stopped.length : props.rows.filter(passes[one]).length;
        return n === 0 && one !== "all" && one !== show ? null : (
          <button
            key={one}
            type="button"
            className="q-chip"
            aria-pressed={show === one}
            onClick={() => query.set({ show: one === "all" ? null : one })}
          >
            {one === "stopped" ? studio.shows.stopped : rules.shows[one]}
            <span className="q-chip-count">{formats.count(n)}</span>
          </button>
        );
      })}
    />
  );
}
