// One field of a row form: the control that fits the column's type; money in 元 or 万元, last days inclusive.
import { Checkbox, Input, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import { addDays } from "../../shared/domain/day.ts";
import { parseMoney, plainYuan } from "../../shared/domain/money.ts";
import type { SheetColumn } from "../../shared/domain/sheet-column.ts";
import { DayField } from "./day-field.tsx";
import { beforeAll, type FieldChoice, type FieldValue, type FieldValues } from "./row-values.ts";
import { useText } from "./text.ts";
import { useFormats, useWords } from "./words.tsx";

interface RowFieldProps {
  id: string;
  column: SheetColumn;
  value: FieldValue;
  values: FieldValues;
  choices: readonly FieldChoice[];
  disabled: boolean;
  doubtful: boolean;
  onChange(value: FieldValue): void;
}

/** Money is typed as people write it ("12.4万", "1,234.50") and shown back exactly. */
function MoneyField(props: RowFieldProps): ReactNode {
  const { common } = useWords();
  const formats = useFormats();
  const start = typeof props.value === "number" ? plainYuan(props.value) : "";
  const [typed, setTyped] = useState(start);
  const fen = typed.trim() === "" ? null : parseMoney(typed);
  const isUnread = typed.trim() !== "" && fen === null;
  return (
    <>
      <Input
        id={props.id}
        value={typed}
        disabled={props.disabled}
        suffix={common.yuan}
        placeholder={common.unlimited}
        {...(props.doubtful || isUnread ? { status: "warning" as const } : {})}
        onChange={({ target }) => {
          setTyped(target.value);
          props.onChange(target.value.trim() === "" ? null : parseMoney(target.value));
        }}
      />
      {fen !== null && fen >= 1_000_000 ? (
        <p className="q-muted">{formats.moneyWithUnit(fen, "wan")}</p>
      ) : null}
    </>
  );
}

export function RowField(props: RowFieldProps): ReactNode {
  const { column, value } = props;
  const { common } = useWords();
  const say = useText();
  const label = say(column.name);
  const status = props.doubtful ? { status: "warning" as const } : {};
  switch (column.type) {
    case "money":
      return <MoneyField {...props} />;
    case "integer":
      return (
        <InputNumber
          id={props.id}
          value={typeof value === "number" ? value : null}
          precision={0}
          disabled={props.disabled}
          style={{ width: "100%" }}
          {...status}
          onChange={(next) => props.onChange(next)}
        />
      );
    case "flag":
      return (
        <Checkbox
          id={props.id}
          checked={value === true}
          disabled={props.disabled}
          onChange={({ target }) => props.onChange(target.checked)}
          style={{ lineHeight: "28px" }}
        >
          {value === true ? common.yes : common.no}
        </Checkbox>
      );
    case "day":
    case "instant":
      return (
        <DayField
          label={label}
          value={typeof value === "string" && value !== beforeAll ? value : null}
          onChange={(day) => props.onChange(day ?? (column.fallback === beforeAll ? beforeAll : null))}
          clearable={!column.isRequired}
          {...(column.fallback === beforeAll ? { placeholder: common.fromTheStart } : {})}
          doubtful={props.doubtful}
        />
      );
    case "last-day":
      // Stored half-open; people read and write the last day itself.
      return (
        <DayField
          label={label}
          value={typeof value === "string" ? addDays(value, -1) : null}
          onChange={(day) => props.onChange(day === null ? null : addDays(day, 1))}
          clearable={!column.isRequired}
          placeholder={common.open_ended}
          doubtful={props.doubtful}
        />
      );
    case "choice":
      return (
        <Select<string>
          id={props.id}
          value={typeof value === "string" ? value : null}
          disabled={props.disabled}
          allowClear={!column.isRequired}
          style={{ width: "100%" }}
          options={(column.choices ?? []).map((choice) => ({ value: choice.value, label: say(choice.name) }))}
          {...status}
          onChange={(next) => props.onChange(next ?? null)}
        />
      );
    case "reference": {
      const matter = column.to === "steps" ? props.values.matterId : null;
      const offered = matter ? props.choices.filter((choice) => choice.group === matter) : props.choices;
      return (
        <Select<string>
          id={props.id}
          value={typeof value === "string" ? value : null}
          disabled={props.disabled}
          allowClear={!column.isRequired}
          showSearch={{ optionFilterProp: "label" }}
          virtual
          style={{ width: "100%" }}
          options={offered.map((choice) => ({
            value: choice.value,
            label: choice.code === choice.name ? choice.name : `${choice.name} (${choice.code})`,
          }))}
          {...status}
          onChange={(next) => props.onChange(next ?? null)}
        />
      );
    }
    case "codes":
      return (
        <Select<string[]>
          id={props.id}
          mode="tags"
          value={Array.isArray(value) ? value : []}
          disabled={props.disabled}
          tokenSeparators={["、", ",", "，", ";", "；"]}
          open={false}
          style={{ width: "100%" }}
          {...status}
          onChange={(next) => props.onChange(next)}
        />
      );
    default:
      return (
        <Input
          id={props.id}
          value={typeof value === "string" ? value : ""}
          disabled={props.disabled}
          {...status}
          onChange={({ target }) => props.onChange(target.value === "" ? null : target.value)}
        />
      );
  }
}
