// A list in the panel of a person or post: the rows of another sheet that speak of it, each opening its form.
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { contains } from "../../../shared/domain/day.ts";
import type { SheetKind } from "../../../shared/domain/sheet-column.ts";
import { sheetOf } from "../../../shared/domain/sheets.ts";
import { useAsk } from "../../data/ask.ts";
import type { SheetRow } from "../../data/types.ts";
import { useFrame } from "../../parts/frame-state.ts";
import { beforeAll } from "../../parts/row-values.ts";
import { PanelSection } from "../../parts/side-panel.tsx";
import { useFormats, useWords } from "../../parts/words.tsx";
import { useCellWords } from "./cell-words.ts";

const word = (row: SheetRow, key: string): string | null => {
  const value = row.values[key];
  return typeof value === "string" ? value : null;
};

export function Related(props: {
  kind: SheetKind;
  title: string;
  /** Rows whose column holds the id; several columns: any of them. */
  by: readonly string[];
  id: string;
  /** Columns told in the line, in order. */
  show: readonly string[];
  addWords?: string;
  onAdd?: () => void;
  onOpen(row: SheetRow): void;
}): ReactNode {
  const { organisation } = useWords();
  const formats = useFormats();
  const { day } = useFrame();
  const cells = useCellWords();
  const rows = (useAsk("sheets.list", { kind: props.kind, day: null }).value?.rows ?? []).filter((row) =>
    props.by.some((key) => row.values[key] === props.id),
  );
  const sheet = sheetOf(props.kind);
  const isNow = (row: SheetRow): boolean => {
    const from = word(row, "from");
    return from === null || contains({ from, until: word(row, "until") }, day);
  };
  const ordered = [...rows].sort((a, b) => (word(b, "from") ?? "").localeCompare(word(a, "from") ?? ""));
  return (
    <PanelSection
      title={props.title}
      note={rows.length === 0 ? organisation.none : formats.count(rows.length)}
      end={
        props.onAdd ? (
          <button type="button" className="q-chip" onClick={props.onAdd}>
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            {props.addWords ?? organisation.addOne}
          </button>
        ) : undefined
      }
    >
      {rows.length === 0 ? null : (
        <ul className="q-related">
          {ordered.map((row) => {
            const from = word(row, "from");
            const shown = sheet.columns
              .filter((column) => props.show.includes(column.key))
              .sort((a, b) => props.show.indexOf(a.key) - props.show.indexOf(b.key))
              .filter((column) => row.values[column.key] !== props.id)
              .map((column) => cells.text(row, column))
              .filter((text) => text !== "");
            return (
              <li key={row.id} {...(isNow(row) ? {} : { "data-past": "" })}>
                <button type="button" className="q-link q-ellipsis" onClick={() => props.onOpen(row)}>
                  {shown[0] ?? (from ? formats.period({ from, until: word(row, "until") }) : row.id)}
                </button>
                <span className="q-second q-ellipsis q-grow">{shown.slice(1).join(" · ")}</span>
                {from && shown.length > 0 ? (
                  <span className="q-muted q-nowrap">
                    {from === beforeAll && row.values.until === null
                      ? ""
                      : formats.period({ from, until: word(row, "until") })}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </PanelSection>
  );
}
