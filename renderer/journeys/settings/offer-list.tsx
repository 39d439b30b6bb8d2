// The differences as a table: which are taken, what changed in words, what appears and vanishes.
import { type ReactNode, useMemo } from "react";
import type { RuleDifference } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

const shortest = 24;
const short = (words: string): string => (words.length > shortest ? `${words.slice(0, shortest)}…` : words);
const tones = { added: "accent", changed: undefined, removed: "amber" } as const;

export function OfferList(props: {
  rows: readonly RuleDifference[];
  isChosen(row: RuleDifference): boolean;
  selected: string | null;
  onChoose(rows: readonly RuleDifference[], isTaken: boolean): void;
  onOpen(row: RuleDifference): void;
}): ReactNode {
  const { isChosen, onChoose } = props;
  const { packs, common } = useWords();
  const formats = useFormats();
  const say = useText();
  const columns = useMemo<DataColumn<RuleDifference>[]>(() => {
    const { columns: words } = packs;
    const told = (row: RuleDifference): string => {
      if (row.change === "added") return packs.isNew;
      if (row.change === "removed") return packs.isGone;
      return row.fields
        .map(
          ({ name, before, after }) =>
            `${say(name)} ${short(say(before)) || packs.unset} → ${short(say(after)) || packs.unset}`,
        )
        .join(common.listing);
    };
    const count = (key: "appear" | "vanish") => (row: RuleDifference) => row.effect[key];
    const shown = (key: "appear" | "vanish") => (row: RuleDifference) =>
      row.effect[key] === 0 ? (
        <span className="q-muted">·</span>
      ) : (
        <b className={key === "appear" ? "q-strong q-red" : "q-strong"}>
          {key === "appear" ? "+" : "−"}
          {formats.count(row.effect[key])}
        </b>
      );
    return [
      {
        key: "chosen",
        title: words.chosen,
        width: 44,
        align: "center",
        filter: "none",
        value: (row) => (isChosen(row) ? 1 : 0),
        text: (row) => (isChosen(row) ? common.yes : common.no),
        cell: (row) => (
          <input
            type="checkbox"
            aria-label={packs.choose(row.ruleId)}
            checked={isChosen(row)}
            onClick={(event) => event.stopPropagation()}
            onChange={({ target }) => onChoose([row], target.checked)}
          />
        ),
      },
      {
        key: "change",
        title: words.change,
        width: 76,
        value: (row) => packs.changes[row.change],
        cell: (row) => (
          <span className="q-tag" data-tone={tones[row.change]}>
            {packs.changes[row.change]}
          </span>
        ),
      },
      { key: "id", title: words.id, width: 104, filter: "text", value: (row) => row.ruleId },
      { key: "title", title: words.title, width: 220, filter: "text", value: (row) => say(row.title) },
      {
        key: "appear",
        title: words.appear,
        width: 64,
        align: "end",
        value: count("appear"),
        cell: shown("appear"),
      },
      {
        key: "vanish",
        title: words.vanish,
        width: 64,
        align: "end",
        value: count("vanish"),
        cell: shown("vanish"),
      },
      { key: "fields", title: words.fields, width: 260, grows: true, filter: "text", value: told },
      {
        key: "note",
        title: words.note,
        width: 150,
        value: (row) =>
          row.isStopped
            ? packs.isStopped
            : row.isAdapted && row.change === "changed"
              ? packs.isAdapted
              : null,
      },
    ];
  }, [packs, common, formats, say, isChosen, onChoose]);
  const isAll = props.rows.every(isChosen);
  return (
    <DataTable
      id="rule-offer"
      label={packs.list}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.ruleId}
      selected={props.selected}
      onOpen={props.onOpen}
      tools={
        <button type="button" className="q-chip" onClick={() => onChoose(props.rows, !isAll)}>
          {isAll ? packs.chooseNone : packs.chooseAll}
        </button>
      }
    />
  );
}
