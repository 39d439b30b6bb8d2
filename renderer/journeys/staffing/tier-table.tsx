// The one table of staffing: matter by tier, whether it can be staffed, how few people it takes, whom it cannot do without.
import { X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { areaNames, areas } from "../../../shared/domain/duty.ts";
import type { PersonName, TierStaffing } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { useUnit } from "../../parts/frame-state.ts";
import type { DataColumn, GroupChoice } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import { StatusMark } from "./status-mark.tsx";
import { keyOf, useTierWords } from "./tier-words.ts";

export const shows = ["all", "impossible", "irreplaceable", "undecided"] as const;
export type Show = (typeof shows)[number];
export const passes: Record<Show, (row: TierStaffing) => boolean> = {
  all: () => true,
  impossible: ({ status }) => status === "impossible",
  irreplaceable: ({ irreplaceable }) => irreplaceable.length > 0,
  undecided: ({ status }) => status === "undecided",
};
export const showOf = (query: AddressQuery): Show => shows.find((one) => one === query.get("show")) ?? "all";
/** Rows that chips and address let through. */
export function shownRows(rows: readonly TierStaffing[], query: AddressQuery): TierStaffing[] {
  const person = query.get("person");
  return rows.filter(
    (row) =>
      passes[showOf(query)](row) && (person === null || row.irreplaceable.some(({ id }) => id === person)),
  );
}

const ranks = { impossible: 0, undecided: 1, staffed: 2 } as const;

function useColumns(): readonly DataColumn<TierStaffing>[] {
  const { staffing, common } = useWords();
  const unit = useUnit();
  const words = useTierWords();
  const say = useText();
  return useMemo<DataColumn<TierStaffing>[]>(() => {
    const { columns } = staffing;
    return [
      {
        key: "matter",
        title: columns.matter,
        width: 150,
        fits: false,
        value: (row) => row.matter,
      },
      {
        key: "tier",
        title: columns.tier(common[unit]),
        width: 110,
        align: "end",
        filter: "none",
        value: (row) => row.upTo ?? Number.MAX_SAFE_INTEGER,
        text: (row) => words.tier(row),
      },
      {
        key: "status",
        title: columns.status,
        width: 104,
        value: (row) => ranks[row.status],
        text: (row) => staffing.status[row.status],
        cell: (row) => <StatusMark status={row.status} />,
        filter: "choices",
      },
      {
        key: "minimum",
        title: columns.minimum,
        width: 108,
        align: "end",
        filter: "number",
        value: (row) => row.minimum ?? row.minimumAtLeast,
        text: (row) => words.people(row),
        cell: (row) => (
          <span
            title={row.minimum === null ? "" : row.isMinimumProved ? staffing.proved : staffing.notProved}
          >
            {words.people(row)}
          </span>
        ),
      },
      {
        key: "irreplaceable",
        title: columns.irreplaceable,
        width: 180,
        fits: false,
        grows: true,
        filter: "text",
        value: (row) => (row.irreplaceable.length === 0 ? null : words.names(row)),
        cell: (row) => <span className="q-amber">{words.names(row)}</span>,
      },
      {
        key: "area",
        title: columns.area,
        width: 150,
        fits: false,
        value: (row) => say(areaNames[row.area]),
      },
    ];
  }, [staffing, common, unit, words, say]);
}

export function TierTable(props: {
  rows: readonly TierStaffing[];
  people: readonly { person: PersonName }[];
  query: AddressQuery;
  end: ReactNode;
}): ReactNode {
  const { staffing, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const { query } = props;
  const columns = useColumns();
  const rows = useMemo(() => shownRows(props.rows, query), [props.rows, query]);
  const groups = useMemo<GroupChoice<TierStaffing>[]>(
    () => [
      {
        key: "area",
        title: staffing.byArea,
        of: (row) => ({ key: row.area, words: say(areaNames[row.area]), order: areas.indexOf(row.area) }),
      },
    ],
    [staffing, say],
  );
  const personId = query.get("person");
  const person = props.people.find((one) => one.person.id === personId)?.person;
  const openId = query.get("open");
  return (
    <DataTable
      id="staffing"
      label={staffing.tiers}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      selected={openId}
      onOpen={(row) => query.set({ open: keyOf(row), without: null }, { quiet: openId !== null })}
      groups={groups}
      toolsEnd={props.end}
      tools={
        <>
          {shows
            .filter((one) => one === "all" || one === showOf(query) || props.rows.some(passes[one]))
            .map((one) => (
              <button
                key={one}
                type="button"
                className="q-chip"
                aria-pressed={showOf(query) === one}
                onClick={() => query.set({ show: one === "all" ? null : one })}
              >
                {staffing.shows[one]}
                <span className="q-chip-count">{formats.count(props.rows.filter(passes[one]).length)}</span>
              </button>
            ))}
          {personId === null ? null : (
            <button
              type="button"
              className="q-chip"
              aria-pressed="true"
              title={staffing.dropFilter(person?.name ?? personId)}
              onClick={() => query.set({ person: null })}
            >
              {staffing.person}
              {common.colon}
              {person?.name ?? personId}
              <X size={13} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </>
      }
    />
  );
}
