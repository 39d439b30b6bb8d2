// People with what gathers in their hands; one opens beside the table.
import { type CSSProperties, type ReactNode, useMemo } from "react";
import type { ConcentrationView, PersonShare } from "../../data/types.ts";
import type { AddressQuery } from "../../parts/address-query.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { DutyGlyph } from "../../parts/duty-glyph.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useFormats, useWords } from "../../parts/words.tsx";
import type { AskedPeriod } from "./asked.ts";
import { DutyPair } from "./duty-pair.tsx";
import { OnlyChip } from "./only-chip.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { ShowChips } from "./show-chips.tsx";

const shows = ["all", "half", "pair", "stop"] as const;
type Show = (typeof shows)[number];
const isPrimary = ({ worst }: PersonShare): boolean => worst?.types.join() === "authorise,custody";
const passes: Record<Show, (one: PersonShare) => boolean> = {
  all: () => true,
  half: (one) => one.overHalf > 0,
  pair: isPrimary,
  stop: (one) => one.stopping.length > 0,
};
const wayRank = { case: 3, period: 2, held: 1 };
/** The pair first, then how it meets, then the largest share. */
const weightOf = (one: PersonShare): number =>
  (isPrimary(one) ? 1000 : 0) +
  (one.worst ? wayRank[one.worst.way] * 100 : 0) +
  one.stopping.length * 10 +
  (one.most ?? 0);
const shareOf = (one: PersonShare): number | null =>
  one.ofOwnCases === 0 ? null : one.performed / one.ofOwnCases;

function usePersonColumns(): readonly DataColumn<PersonShare>[] {
  const { analysis, common } = useWords();
  const formats = useFormats();
  return useMemo<DataColumn<PersonShare>[]>(() => {
    const { columns } = analysis;
    const share = (value: number | null): string => (value === null ? "" : formats.share(value));
    const names = (types: PersonShare["typesDone"]): string =>
      types.map((type) => common.duties[type].name).join(common.listing);
    return [
      {
        key: "person",
        title: columns.person,
        width: 128,
        fits: false,
        filter: "text",
        value: (row) => row.person.name,
        text: (row) => `${row.person.name} ${row.person.staffNo}`,
        cell: (row) => (
          <>
            {row.person.name} <span className="q-muted q-small">{row.person.staffNo}</span>
          </>
        ),
      },
      {
        key: "types",
        title: columns.types,
        width: 132,
        fits: false,
        value: (row) => names(row.typesDone),
        cell: (row) => (
          <span className="q-types">
            {row.typesDone.map((type) => (
              <DutyGlyph key={type} duty={type} />
            ))}
          </span>
        ),
      },
      {
        key: "worst",
        title: columns.worst,
        width: 164,
        fits: false,
        value: (row) => (row.worst ? `${names(row.worst.types)} · ${analysis.ways[row.worst.way]}` : null),
        cell: (row) => (row.worst ? <DutyPair pair={row.worst} /> : <span className="q-muted">—</span>),
      },
      { key: "cases", title: columns.cases, width: 84, align: "end", value: (row) => row.cases },
      {
        key: "share",
        title: columns.share,
        width: 116,
        align: "end",
        filter: "none",
        value: shareOf,
        text: (row) => share(shareOf(row)),
        cell: (row) => <ShareBar share={shareOf(row)} words={share(shareOf(row))} />,
      },
      {
        key: "most",
        title: columns.most,
        width: 88,
        align: "end",
        filter: "none",
        value: (row) => row.most,
        text: (row) => share(row.most),
      },
      {
        key: "overHalf",
        title: columns.overHalf,
        width: 84,
        align: "end",
        value: (row) => row.overHalf,
        text: (row) => (row.overHalf === 0 ? "" : formats.count(row.overHalf)),
      },
      {
        key: "stopping",
        title: columns.stopping,
        width: 92,
        align: "end",
        filter: "number",
        value: (row) => row.stopping.length,
        text: (row) =>
          row.stopping.length === 0 ? "" : row.stopping.map(({ name }) => name).join(common.listing),
        cell: (row) => (row.stopping.length === 0 ? "" : formats.count(row.stopping.length)),
      },
      {
        key: "posts",
        title: columns.posts,
        width: 140,
        fits: false,
        grows: true,
        filter: "text",
        value: (row) => row.posts.map(({ name }) => name).join(common.listing),
      },
      {
        key: "span",
        title: columns.span,
        width: 90,
        align: "end",
        startsHidden: true,
        value: (row) => row.span,
      },
      {
        key: "held",
        title: columns.held,
        width: 132,
        startsHidden: true,
        value: (row) => names(row.typesHeld),
      },
    ];
  }, [analysis, common, formats]);
}

const shareStyle = (share: number): CSSProperties & { "--share": string } => ({
  "--share": `${Math.min(100, share * 100)}%`,
});
function ShareBar(props: { share: number | null; words: string }): ReactNode {
  if (props.share === null) return <span className="q-muted">—</span>;
  return (
    <span className="q-share">
      <i style={shareStyle(props.share)} />
      <span>{props.words}</span>
    </span>
  );
}

export function PersonList(props: {
  view: ConcentrationView;
  asked: AskedPeriod;
  query: AddressQuery;
}): ReactNode {
  const { analysis } = useWords();
  const { view, query } = props;
  const columns = usePersonColumns();
  const show = shows.find((one) => one === query.get("show")) ?? "all";
  const only = query.get("person");
  const all = useMemo(
    () =>
      view.people
        .filter((one) => only === null || one.person.id === only)
        .toSorted((a, b) => weightOf(b) - weightOf(a)),
    [view, only],
  );
  const rows = all.filter(passes[show]);
  const openId = query.get("open");
  const at = rows.findIndex((row) => row.person.id === openId);
  const opened = rows[at] ?? all.find((row) => row.person.id === openId);
  const step = (by: number) => {
    const next = at < 0 ? undefined : rows[at + by];
    return next ? () => query.set({ open: next.person.id }, { quiet: true }) : undefined;
  };
  return (
    <div className="q-split">
      <div className="q-list">
        <DataTable
          id="concentration"
          label={analysis.people}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.person.id}
          selected={openId}
          onOpen={(row) => query.set({ open: row.person.id }, { quiet: openId !== null })}
          tools={
            <>
              <OnlyChip
                query={query}
                of="person"
                names={(id) => view.people.find(({ person }) => person.id === id)?.person.name}
              />
              <ShowChips
                query={query}
                shows={shows}
                shown={show}
                words={analysis.shows}
                count={(one) => all.filter(passes[one]).length}
              />
            </>
          }
        />
      </div>
      {opened ? (
        <PersonPanel
          key={opened.person.id}
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
