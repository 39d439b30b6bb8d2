// The filter of one column: choices with counts, words, bounds or days.
import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { formatMoney, parseMoney } from "../../shared/domain/money.ts";
import { DayField } from "./day-field.tsx";
import { useUnit } from "./frame-state.ts";
import type { ColumnFilter } from "./table-filter.ts";
import { useFormats, useWords } from "./words.tsx";

interface FilterCardProps {
  title: string;
  kind: ColumnFilter["kind"];
  filter: ColumnFilter | null;
  choices: readonly { text: string; count: number }[];
  onChange(filter: ColumnFilter | null): void;
}
const shownChoices = 200;

function Choices(props: FilterCardProps): ReactNode {
  const { tables } = useWords();
  const formats = useFormats();
  const [sought, setSought] = useState("");
  const chosen = props.filter?.kind === "choices" ? props.filter.chosen : null;
  const matching = useMemo(
    () => props.choices.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase())),
    [props.choices, sought],
  );
  const choose = (text: string, on: boolean): void => {
    const before = chosen ?? props.choices.map((choice) => choice.text);
    const after = on ? [...before, text] : before.filter((one) => one !== text);
    const isAll = props.choices.every((choice) => after.includes(choice.text));
    props.onChange(isAll ? null : { kind: "choices", chosen: after });
  };
  return (
    <>
      {props.choices.length > 8 ? (
        <Input
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          placeholder={tables.contains}
          allowClear
        />
      ) : null}
      <ul>
        {matching.slice(0, shownChoices).map(({ text, count }) => (
          <li key={text}>
            <Checkbox
              checked={chosen === null || chosen.includes(text)}
              onChange={(event) => choose(text, event.target.checked)}
              style={{ minWidth: 0 }}
            >
              <span className="q-ellipsis">{text || tables.blank}</span>
            </Checkbox>
            <span className="q-filter-count">{formats.count(count)}</span>
            <button
              type="button"
              className="q-link q-small"
              onClick={() => props.onChange({ kind: "choices", chosen: [text] })}
            >
              {tables.onlyThis}
            </button>
          </li>
        ))}
      </ul>
      {matching.length > shownChoices ? (
        <span className="q-muted q-small">
          {tables.moreChoices(formats.count(matching.length - shownChoices))}
        </span>
      ) : null}
    </>
  );
}

function Bounds(props: FilterCardProps & { kind: "number" | "money" }): ReactNode {
  const { common, tables } = useWords();
  const unit = useUnit();
  const { kind } = props;
  const filter = props.filter?.kind === kind ? props.filter : { kind, least: null, most: null };
  const read = (text: string): number | null => {
    if (text.trim() === "") return null;
    if (kind === "money") return parseMoney(text, unit);
    const n = Number(text.replaceAll(",", ""));
    return Number.isFinite(n) ? n : null;
  };
  const print = (n: number | null): string =>
    n === null ? "" : kind === "money" ? formatMoney(n, unit) : String(n);
  const change = (least: number | null, most: number | null): void =>
    props.onChange(least === null && most === null ? null : { kind, least, most });
  const suffix = kind === "money" ? common[unit] : "";
  return (
    <>
      <Input
        defaultValue={print(filter.least)}
        addonBefore={tables.atLeast}
        suffix={suffix}
        onChange={(event) => change(read(event.target.value), filter.most)}
      />
      <Input
        defaultValue={print(filter.most)}
        addonBefore={tables.atMost}
        suffix={suffix}
        onChange={(event) => change(filter.least, read(event.target.value))}
      />
    </>
  );
}

function Days(props: FilterCardProps): ReactNode {
  const { common } = useWords();
  const { from = null, to = null } = props.filter?.kind === "day" ? props.filter : {};
  const change = (next: { from: string | null; to: string | null }): void =>
    props.onChange(next.from === null && next.to === null ? null : { kind: "day", ...next });
  return (
    <>
      <DayField
        label={common.from}
        placeholder={common.from}
        clearable
        value={from}
        onChange={(day) => change({ from: day, to })}
      />
      <DayField
        label={common.until}
        placeholder={common.until}
        clearable
        value={to}
        onChange={(day) => change({ from, to: day })}
      />
    </>
  );
}

export function FilterCard(props: FilterCardProps): ReactNode {
  const { tables } = useWords();
  const { kind } = props;
  return (
    <div className="q-filter-card">
      {kind === "choices" ? <Choices {...props} /> : null}
      {kind === "text" ? (
        <Input
          autoFocus
          allowClear
          placeholder={tables.contains}
          defaultValue={props.filter?.kind === "text" ? props.filter.contains : ""}
          onChange={(event) =>
            props.onChange(event.target.value === "" ? null : { kind: "text", contains: event.target.value })
          }
        />
      ) : null}
      {kind === "number" || kind === "money" ? <Bounds {...props} kind={kind} /> : null}
      {kind === "day" ? <Days {...props} /> : null}
      <Button disabled={props.filter === null} onClick={() => props.onChange(null)}>
        {tables.clearFilters}
      </Button>
    </div>
  );
}
