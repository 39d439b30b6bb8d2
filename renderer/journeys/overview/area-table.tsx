// Areas down, kinds of rule across under the four questions: counts with their worst severity, amounts, new ones by quarter.
import { type ReactNode, useMemo } from "react";
import type { Severity } from "../../../shared/domain/conflict.ts";
import { areaNames } from "../../../shared/domain/duty.ts";
import type { Kind } from "../../../shared/domain/rule-kinds.ts";
import type { Overview } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { SparkBars } from "../../parts/spark-bars.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { type KindGroup, kindGroups } from "./questions.ts";

type AreaRow = Overview["areas"][number];
const rank: Record<Severity, number> = { high: 3, medium: 2, low: 1 };
/** Conflicts of a group of kinds with their worst severity; null: none. */
function cellOf(row: AreaRow, { kinds }: KindGroup): { count: number; worst: Severity } | null {
  const cells = row.cells.filter((cell) => kinds.includes(cell.kind));
  const [first] = cells.toSorted((a, b) => rank[b.worst] - rank[a.worst]);
  return first ? { count: cells.reduce((sum, cell) => sum + cell.count, 0), worst: first.worst } : null;
}
const countOf = (row: AreaRow): number => row.cells.reduce((sum, cell) => sum + cell.count, 0);
const dot = <span className="q-muted">·</span>;

interface AreaTableProps {
  overview: Overview;
  /** Opens the conflicts of an area, of some kinds if given. */
  onOpen(area: string, kinds: readonly Kind[] | null): void;
  toolsEnd?: ReactNode;
}

export function AreaTable(props: AreaTableProps): ReactNode {
  const { overview, onOpen } = props;
  const { overview: words, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useText();
  const top = Math.max(1, ...overview.areas.flatMap((row) => row.trend));
  const rows = useMemo(
    () => overview.areas.filter((row) => row.approvals > 0 || row.cells.length > 0),
    [overview.areas],
  );
  const columns = useMemo<DataColumn<AreaRow>[]>(() => {
    const sum = (of: (row: AreaRow) => number) => (shown: readonly AreaRow[]) =>
      formats.count(shown.reduce((total, row) => total + of(row), 0));
    return [
      {
        key: "area",
        title: words.area,
        width: 148,
        grows: true,
        value: (row) => say(areaNames[row.area]),
        cell: (row) => <b className="q-strong">{say(areaNames[row.area])}</b>,
        total: (shown) => words.total(formats.count(shown.length)),
      },
      {
        key: "approvals",
        title: words.approvals,
        width: 78,
        align: "end",
        value: (row) => row.approvals,
        text: (row) => formats.count(row.approvals),
        total: sum((row) => row.approvals),
      },
      ...kindGroups.map(
        (group): DataColumn<AreaRow> => ({
          key: group.key,
          title: words.kindGroups[group.key],
          band: words.questions[group.question],
          width: 58,
          fits: false,
          align: "end",
          value: (row) => cellOf(row, group)?.count ?? 0,
          cell: (row) => {
            const cell = cellOf(row, group);
            if (!cell || cell.count === 0) return dot;
            return (
              <button
                type="button"
                className="q-count-cell"
                aria-label={words.open(
                  say(areaNames[row.area]),
                  words.kindGroups[group.key],
                  formats.count(cell.count),
                )}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(row.area, group.kinds);
                }}
              >
                <SeverityMark severity={cell.worst} />
                <b className="q-strong">{formats.count(cell.count)}</b>
              </button>
            );
          },
          total: sum((row) => cellOf(row, group)?.count ?? 0),
        }),
      ),
      {
        key: "all",
        title: words.subtotal,
        width: 56,
        align: "end",
        value: countOf,
        cell: (row) => (countOf(row) === 0 ? dot : <b className="q-strong">{formats.count(countOf(row))}</b>),
        total: sum(countOf),
      },
      {
        key: "amount",
        title: words.amount(common[unit]),
        width: 92,
        fits: false,
        align: "end",
        filter: "money",
        value: (row) => row.amount,
        text: (row) => formats.money(row.amount, unit),
        cell: (row) =>
          row.amount === 0 ? (
            <span className="q-muted">—</span>
          ) : (
            <span title={formats.moneyWithUnit(row.amount, unit)}>{formats.figure(row.amount, unit)}</span>
          ),
        total: () => formats.figure(overview.amount, unit),
      },
      {
        key: "solo",
        startsHidden: true,
        title: words.solo,
        width: 52,
        align: "end",
        value: (row) => row.soleHolders,
        cell: (row) => (row.soleHolders === 0 ? dot : <span className="q-second">{row.soleHolders}</span>),
        total: sum((row) => row.soleHolders),
      },
      {
        key: "trend",
        title: words.trend(formats.count(overview.quarters.length)),
        width: 124,
        fits: false,
        filter: "none",
        value: (row) => row.trend.at(-1) ?? 0,
        text: (row) => row.trend.join(" "),
        cell: (row) => <SparkBars values={row.trend} top={top} label={words.trendTitle} />,
        total: (shown) =>
          words.trendTotal(formats.count(shown.reduce((total, row) => total + (row.trend.at(-1) ?? 0), 0))),
      },
    ];
  }, [overview, words, common, unit, formats, say, top, onOpen]);
  return (
    <DataTable
      id="overview.areas"
      label={words.areas}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.area}
      onOpen={(row) => onOpen(row.area, null)}
      foot
      tools={<b className="q-strong">{words.areas}</b>}
      toolsEnd={props.toolsEnd}
    />
  );
}
