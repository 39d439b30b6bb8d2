// Matter by tier: how few people carried a case, could carry one, and could without any rule pointing at them.
import { type ReactNode, useMemo } from "react";
import type { ConcentrationView, GroupRow } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import { Mark } from "../../parts/marks.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import { GroupPanel } from "./group-panel.tsx";
import { carriedFewest, isBelow, useGroupWords } from "./group-words.ts";
import { OnlyChip, useAreaName } from "./only-chip.tsx";
import { ShowChips } from "./show-chips.tsx";

const keyOf = (row: GroupRow): string => `${row.matter.id}~${row.upTo ?? ""}`;
const within = (row: GroupRow, most: number): boolean =>
  row.unflagged?.people != null && row.unflagged.people <= most;

const shows = ["all", "below", "thin", "gap"] as const;
type Show = (typeof shows)[number];
const passes: Record<Show, (row: GroupRow) => boolean> = {
  all: () => true,
  below: isBelow,
  thin: (row) => within(row, 3),
  gap: (row) => row.nobodyFor.length > 0,
};

function useGroupColumns(): readonly DataColumn<GroupRow>[] {
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  const say = useGroupWords();
  return useMemo<DataColumn<GroupRow>[]>(() => {
    const { groupColumns: columns } = analysis;
    const persons = (n: number | null): string => (n === null ? "" : analysis.persons(formats.count(n)));
    return [
      {
        key: "matter",
        title: columns.matter,
        width: 150,
        fits: false,
        grows: true,
        value: (row) => row.matter.name,
      },
      {
        key: "tier",
        title: columns.tier(common[unit]),
        width: 104,
        align: "end",
        filter: "none",
        value: (row) => row.upTo ?? Number.MAX_SAFE_INTEGER,
        text: (row) => say.tier(row),
      },
      {
        key: "carried",
        title: columns.carried,
        width: 92,
        align: "end",
        filter: "number",
        value: carriedFewest,
        text: (row) => persons(carriedFewest(row)),
        cell: (row) => (
          <span className={isBelow(row) ? "q-strong q-amber" : ""}>{persons(carriedFewest(row))}</span>
        ),
      },
      {
        key: "fewest",
        title: columns.fewest,
        width: 92,
        align: "end",
        filter: "number",
        value: (row) => row.fewest?.people ?? null,
        text: (row) => say.size(row.fewest, row),
      },
      {
        key: "unflagged",
        title: columns.unflagged,
        width: 150,
        align: "end",
        filter: "number",
        value: (row) => row.unflagged?.people ?? null,
        text: (row) => (row.unflagged ? say.size(row.unflagged, row) : ""),
      },
      {
        key: "mark",
        title: columns.mark,
        width: 150,
        fits: false,
        value: (row) => (isBelow(row) ? analysis.below : within(row, 2) ? analysis.thin : null),
        cell: (row) =>
          isBelow(row) ? (
            <span className="q-tag" data-tone="amber" title={analysis.belowWhy}>
              <Mark shape="warning" /> {analysis.below}
            </span>
          ) : within(row, 2) ? (
            <span className="q-tag" data-tone="amber" title={analysis.thinWhy}>
              <Mark shape="warningHollow" /> {analysis.thin}
            </span>
          ) : (
            ""
          ),
      },
      {
        key: "steps",
        title: columns.steps,
        width: 64,
        align: "end",
        value: (row) => row.steps,
        text: (row) => (row.steps === 0 ? "" : formats.count(row.steps)),
      },
      { key: "cases", title: columns.cases, width: 76, align: "end", value: (row) => row.cases },
      {
        key: "sizes",
        title: columns.sizes,
        width: 120,
        fits: false,
        filter: "none",
        value: (row) => row.sizes.length,
        text: (row) =>
          row.sizes
            .map(([people, cases]) => analysis.sizeLine(formats.count(people), formats.count(cases)))
            .join(common.listing),
        cell: (row) => <SizeBars sizes={row.sizes} />,
      },
    ];
  }, [analysis, common, formats, unit, say]);
}

/** One bar for each number of people, as high as its share of the cases. */
function SizeBars(props: { sizes: GroupRow["sizes"] }): ReactNode {
  const top = Math.max(1, ...props.sizes.map(([, cases]) => cases));
  return (
    <span className="q-sizes" aria-hidden="true">
      {props.sizes.map(([people, cases]) => (
        <span key={people}>
          <i style={{ height: 2 + (cases / top) * 11 }} />
          <small>{people}</small>
        </span>
      ))}
    </span>
  );
}

export function GroupList(props: {
  view: ConcentrationView;
  asked: AskedPeriod;
  query: AddressQuery;
}): ReactNode {
  const { analysis } = useWords();
  const { view, query } = props;
  const columns = useGroupColumns();
  const areaName = useAreaName();
  const show = shows.find((one) => one === query.get("show")) ?? "all";
  const area = query.get("area");
  const all = useMemo(
    () => view.groups.filter((row) => area === null || row.matter.area === area),
    [view, area],
  );
  const rows = all.filter(passes[show]);
  const openId = query.get("open");
  const at = rows.findIndex((row) => keyOf(row) === openId);
  const opened = rows[at] ?? all.find((row) => keyOf(row) === openId);
  const step = (by: number) => {
    const next = at < 0 ? undefined : rows[at + by];
    return next ? () => query.set({ open: keyOf(next) }, { quiet: true }) : undefined;
  };
  return (
    <div className="q-split">
      <div className="q-list">
        <DataTable
          id="groups"
          label={analysis.groups}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          selected={openId}
          onOpen={(row) => query.set({ open: keyOf(row) }, { quiet: openId !== null })}
          tone={(row) => (row.fewest === null && row.nobodyFor.length === 0 ? "dim" : null)}
          tools={
            <>
              <OnlyChip query={query} of="area" names={areaName} />
              <ShowChips
                query={query}
                shows={shows}
                shown={show}
                words={analysis.groupShows}
                count={(one) => all.filter(passes[one]).length}
              />
            </>
          }
        />
      </div>
      {opened ? (
        <GroupPanel
          key={keyOf(opened)}
          row={opened}
          asked={props.asked}
          onClose={() => query.set({ open: null })}
          onPrevious={step(-1)}
          onNext={step(1)}
        />
      ) : null}
    </div>
  );
}
