// The edits of a set as a table: what, before → after, and a way to drop one.
import { Trash2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import type { EditLine } from "../../data/types.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { Mark } from "../../parts/marks.tsx";
import type { DataColumn } from "../../parts/table-column.ts";
import { useText } from "../../parts/text.ts";
import { useWords } from "../../parts/words.tsx";
import { cutSentence } from "./edit-words.ts";

export function EditList(props: {
  edits: readonly EditLine[];
  /** Null: edits stand as they are. */
  onDrop: ((line: EditLine) => void) | null;
  empty: ReactNode;
}): ReactNode {
  const { onDrop } = props;
  const { changes: words, common } = useWords();
  const say = useText();
  const columns = useMemo<DataColumn<EditLine>[]>(() => {
    const { editColumns } = words;
    const kindName = ({ edit }: EditLine): string =>
      edit.op === "rule" || edit.op === "stop" ? common.rule : say(sheetOf(edit.kind).name);
    const part = (line: EditLine) => cutSentence(say(line.sentence));
    const said = (line: EditLine): string =>
      say(line.sentence)
        .slice(part(line).what.length + 1)
        .trim();
    return [
      { key: "kind", title: editColumns.kind, width: 64, startsHidden: true, value: kindName },
      { key: "op", title: editColumns.op, width: 72, value: ({ edit }) => words.ops[edit.op] },
      {
        key: "what",
        title: editColumns.what,
        width: 220,
        fits: false,
        grows: true,
        filter: "text",
        value: (line) => part(line).what,
        cell: (line) => (
          <span className="q-edit-what" title={say(line.sentence)}>
            {line.isStale ? (
              <span className="q-tag" data-tone="amber">
                <Mark shape="warning" />
                {words.stale}
              </span>
            ) : null}
            <span className="q-ellipsis">{part(line).what}</span>
          </span>
        ),
      },
      {
        key: "change",
        title: editColumns.change,
        width: 300,
        fits: false,
        grows: true,
        filter: "text",
        value: (line) => said(line),
        cell: (line) => (
          <span className="q-edit-pieces q-ellipsis" title={said(line)}>
            {part(line).pieces.map((piece) => (
              <span key={`${piece.before}.${piece.after}`}>
                {piece.before === "" ? null : <span className="q-second">{piece.before} → </span>}
                <b className="q-strong">{piece.after}</b>
              </span>
            ))}
          </span>
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
                  aria-label={words.dropName(part(line).what)}
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
  }, [words, common, say, onDrop]);
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
