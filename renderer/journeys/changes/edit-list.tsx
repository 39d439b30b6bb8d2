// The edits of a set as a table: what, before → after, and a way to drop one.
import { Trash2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { Text } from "../../../shared/domain/text.ts";
import type { EditLine } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { Mark } from "../../parts/marks.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";

export function EditList(props: {
  edits: readonly EditLine[];
  /** Null: edits stand as they are. */
  onDrop: ((line: EditLine) => void) | null;
  empty: ReactNode;
}): ReactNode {
  const { onDrop } = props;
  const { changes: words, common } = useWords();
  const say = useText();
  // Where everything is new there is nothing that was before.
  const isAllNew = props.edits.every(({ words: said }) => said.before === null);
  const columns = useMemo<DataColumn<EditLine>[]>(() => {
    const { editColumns } = words;
    const kindName = ({ edit }: EditLine): string =>
      edit.op === "rule" || edit.op === "stop" ? common.rule : say(sheetOf(edit.kind).name);
    const side = (text: Text | null): string => (text === null ? "" : say(text));
    return [
      {
        key: "kind",
        title: editColumns.kind,
        width: 64,
        startsHidden: true,
        value: kindName,
      },
      { key: "act", title: editColumns.op, width: 88, value: (line) => say(line.words.act) },
      {
        key: "title",
        title: editColumns.what,
        width: isAllNew ? 280 : 190,
        fits: false,
        grows: !isAllNew,
        filter: "text",
        value: (line) => say(line.words.title),
        cell: (line) => (
          <span className="q-edit-what" title={say(line.sentence)}>
            {line.isStale ? <Mark shape="warning" label={words.stale} /> : null}
            <span className="q-ellipsis">{say(line.words.title)}</span>
          </span>
        ),
      },
      {
        key: "before",
        title: editColumns.before,
        width: 148,
        fits: false,
        grows: true,
        startsHidden: isAllNew,
        filter: "text",
        value: (line) => side(line.words.before),
        cell: (line) => (
          <span className="q-second q-ellipsis" title={side(line.words.before)}>
            {side(line.words.before)}
          </span>
        ),
      },
      {
        key: "after",
        title: editColumns.after,
        width: 148,
        fits: false,
        grows: true,
        filter: "text",
        value: (line) => side(line.words.after),
        cell: (line) => (
          <b className="q-strong q-ellipsis" title={side(line.words.after)}>
            {side(line.words.after)}
          </b>
        ),
      },
      ...(onDrop
        ? [
            {
              key: "drop",
              title: editColumns.drop,
              isMark: true,
              width: 40,
              filter: "none" as const,
              value: () => null,
              cell: (line: EditLine) => (
                <button
                  type="button"
                  className="q-icon-button"
                  title={words.drop}
                  aria-label={words.dropName(say(line.words.title))}
                  onClick={(event) => {
                    event.stopPropagation();
                    onDrop(line);
                  }}
                >
                  <Trash2 size={14} strokeWidth={1.5} />
                </button>
              ),
            },
          ]
        : []),
    ];
  }, [words, common, say, onDrop, isAllNew]);
  return (
    <DataTable
      id="changes.edits"
      label={words.edits}
      columns={columns}
      rows={props.edits}
      rowKey={(line) => line.key}
      tools={<b className="q-strong">{words.edits}</b>}
      empty={props.empty}
    />
  );
}
